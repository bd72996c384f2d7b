package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.model.VoteId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.testing.InterruptedStore;
import dev.arena.ratings.uncertainty.BootstrapKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live board against the tables made from the whole log. */
class LiveBoardTest {
    private static final LeaderboardRequest REQUEST = LeaderboardRequest.forDatabase()
            .with(new LeaderboardRequest.Inference(
                    LeaderboardRequest.CiMethod.NONE,
                    0.95,
                    ClusterBy.NONE,
                    2,
                    1,
                    LeaderboardRequest.RankMethod.ARENA,
                    BootstrapKind.MULTINOMIAL));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void ratingsThrough_randomLog_equalThoseOfTheTables(long seed) {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(seed))) {
            RandomLog log = new RandomLog(store, seed);
            LiveBoard live = new LiveBoard(store);
            int compared = 0;
            long known = 0;
            for (int step = 0; step < 160; step++) {
                log.grow();
                for (CastVote vote : rows(store, known)) {
                    compared += compare(store, live, vote);
                }
                known = store.votes().count();
            }
            assertThat(compared).as("seed %d", seed).isGreaterThan(30);
        }
    }

    /** A row that was read together with later ones is answered as if it had been the last. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void ratingsThrough_manyRowsAtOnce_equalThoseOfEachRow(long seed) {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(seed))) {
            RandomLog log = new RandomLog(store, seed);
            for (int step = 0; step < 250; step++) {
                log.grow();
            }
            LiveBoard live = new LiveBoard(store);
            int compared = 0;
            for (CastVote vote : rows(store, 0)) {
                compared += compare(store, live, vote);
            }
            assertThat(compared).as("seed %d", seed).isGreaterThan(80);
        }
    }

    private static int compare(InMemoryArenaStore store, LiveBoard live, CastVote vote) {
        boolean drawn = vote.battle().draft().origin().kind() == BattleOrigin.Kind.MATCHMAKER;
        List<ContestantId> seats =
                vote.battle().seats().stream().map(Seat::contestant).toList();
        if (!drawn || !vote.vote().verdict().decides()) {
            return 0;
        }
        VoteId row = vote.vote().id();
        VoteId before = new VoteId(row.value() - 1);
        assertThat(live.ratingsThrough(row, seats)).as("through %s", row).hasValue(table(store, row, seats));
        assertThat(live.ratingsThrough(before, seats)).as("before %s", row).hasValue(table(store, before, seats));
        return 1;
    }

    private static Map<ContestantId, Double> table(InMemoryArenaStore store, VoteId row, List<ContestantId> seats) {
        Leaderboard board = new LeaderboardService(store, "test").leaderboardThrough(REQUEST, row);
        Map<String, ContestantId> byName = new HashMap<>();
        for (Contestant contestant : store.catalog().listContestants()) {
            byName.put(contestant.name(), contestant.id());
        }
        Map<ContestantId, Double> ratings = new HashMap<>();
        for (LeaderboardRow line : board.rows()) {
            ContestantId id = byName.get(line.modelName());
            Double rating = line.rating();
            if (id != null && rating != null && seats.contains(id)) {
                ratings.put(id, Math.rint(rating * 1000) / 1000);
            }
        }
        return ratings;
    }

    @Test
    void ratingsThrough_eightThreadsVoting_everyVoteIsToldWhatTheTableSaysOfItsRow() throws Exception {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(31))) {
            RandomLog log = new RandomLog(store, 31).withFixedCatalog();
            LeaderboardService service = new LeaderboardService(store, "test");
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<?>> work = new ArrayList<>();
            Map<VoteId, Map<ContestantId, Double>> told = new ConcurrentHashMap<>();
            for (int k = 0; k < 8; k++) {
                work.add(threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        synchronized (log) {
                            log.grow();
                        }
                        VoteId last = new VoteId(store.votes().count());
                        List<ContestantId> seats = log.contestantsOf(last);
                        told.put(last, service.ratingsThrough(last, seats));
                    }
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
            threads.shutdown();

            assertThat(told).hasSizeGreaterThan(100);
            told.forEach((row, ratings) ->
                    assertThat(ratings).as("row %s", row).isEqualTo(table(store, row, log.contestantsOf(row))));
        }
    }

    private static List<CastVote> rows(InMemoryArenaStore store, long after) {
        List<CastVote> rows = new ArrayList<>();
        store.votes().scan(new VoteId(after), rows::add);
        return rows;
    }

    /** Rankings and soft verdicts are in no counts, so the log is read again, in several batches. */
    @Test
    void start_ofVotesThatCountsDoNotHold_readsTheLogAndGoesOn() {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(41))) {
            RandomLog log = longLog(store, 41);
            StoreVotes read = new StoreVotes(store);
            read.refresh();
            assertThat(read.counts().areWhole()).isFalse();
            LiveBoard live = new LiveBoard(store);
            live.start(read);

            assertThat(newest(store, live)).isGreaterThan(3);
            for (int step = 0; step < 20; step++) {
                log.grow();
            }
            assertThat(newest(store, live)).isGreaterThan(3);
        }
    }

    /** A response gets a newer version when the first batch of the log was read, and then a voter is left out. */
    @Test
    void ratingsThrough_catalogChangesWhileTheLogIsRead_equalThoseOfTheTables() {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(42))) {
            RandomLog log = longLog(store, 42);
            CatalogBatch.NewResponse newer = new CatalogBatch.NewResponse(
                    new CatalogBatch.Origin("test.jsonl", 1), "p0", "model 9", ResponseText.of("written later"));
            LiveBoard live = new LiveBoard(InterruptedStore.after(
                    store,
                    "catalogRevision",
                    1,
                    () -> store.catalog().apply(new CatalogBatch(List.of(), List.of(), List.of(newer)))));
            assertThat(newest(store, live)).isGreaterThan(3);

            JudgeId person = store.judges().listJudges().stream()
                    .filter(judge -> judge.kind() == JudgeKind.HUMAN)
                    .findFirst()
                    .orElseThrow()
                    .id();
            store.quality()
                    .append(List.of(new VoterDecision(
                            person,
                            null,
                            VoterDecision.Action.EXCLUDE,
                            0,
                            "careless",
                            "{}",
                            "admin",
                            Instant.parse("2026-11-01T12:00:00Z"))));
            long decided = store.votes().count();
            while (store.votes().count() < decided + 30) {
                log.grow();
            }
            assertThat(newest(store, live)).isGreaterThan(3);
        }
    }

    /** More rows than are read at once. */
    private static RandomLog longLog(InMemoryArenaStore store, long seed) {
        RandomLog log = new RandomLog(store, seed).withFixedCatalog();
        while (store.votes().count() < 1200) {
            log.grow();
        }
        return log;
    }

    /** Compares the newest rows; how many. */
    private static int newest(InMemoryArenaStore store, LiveBoard live) {
        int compared = 0;
        for (CastVote vote : rows(store, store.votes().count() - 30)) {
            compared += compare(store, live, vote);
        }
        return compared;
    }
}
