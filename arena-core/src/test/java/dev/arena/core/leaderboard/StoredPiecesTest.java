package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.VoteId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.CountStore;
import dev.arena.core.store.InMemoryArenaStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Votes that are kept between starts, in pieces of a few, against the votes themselves. */
class StoredPiecesTest {
    static final int PIECE = 16;

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void refresh_afterARestart_readsThePiecesAndMakesTheSameRows(long seed) {
        try (InMemoryArenaStore store = grown(seed)) {
            int pieces = pieces(store);
            assertThat(pieces).as("seed %d", seed).isGreaterThan(3);
            List<Long> told = new ArrayList<>();
            StoreVotes again = new StoreVotes(store, StoreReading.USUAL, PIECE);
            again.refresh(told::add);
            assertThat(told).as("seed %d", seed).contains((long) pieces * PIECE);
            requireSame(again, store, seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {35, 36})
    void refresh_aChangedPiece_isIgnored(long seed) {
        try (InMemoryArenaStore store = grown(seed)) {
            CountStore.Piece first = store.counts().find(1).orElseThrow();
            store.counts().clear();
            byte[] content = first.content().clone();
            content[content.length / 2] ^= 1;
            store.counts().add(new CountStore.Piece(1, VotePieces.FORMAT, first.last(), content));
            StoreVotes again = new StoreVotes(store, StoreReading.USUAL, PIECE);
            again.stay();
            again.refresh();
            requireSame(again, store, seed);
        }
    }

    @Test
    void refresh_aPieceOfAnotherFormat_isThrownAwayAndMadeAnew() {
        try (InMemoryArenaStore store = grown(37)) {
            CountStore.Piece first = store.counts().find(1).orElseThrow();
            store.counts().clear();
            store.counts().add(new CountStore.Piece(1, VotePieces.FORMAT + 1, new VoteId(PIECE), first.content()));
            StoreVotes again = new StoreVotes(store, StoreReading.USUAL, PIECE);
            again.stay();
            again.refresh();
            requireSame(again, store, 37);
            assertThat(store.counts().find(1).orElseThrow().format()).isEqualTo(VotePieces.FORMAT);
            assertThat(pieces(store)).isGreaterThan(3);
        }
    }

    /** What changes in the catalog between two starts changes rows, so that pieces made before are of no use. */
    @Test
    void refresh_catalogChangedSince_makesTheRowsAnew() {
        try (InMemoryArenaStore store = grown(38)) {
            CatalogBatch.Origin here = new CatalogBatch.Origin("test.jsonl", 1);
            CatalogBatch.NewResponse newer =
                    new CatalogBatch.NewResponse(here, "p0", "model 9", ResponseText.of("written later"));
            store.catalog().apply(new CatalogBatch(List.of(), List.of(), List.of(newer)));
            StoreVotes again = new StoreVotes(store, StoreReading.USUAL, PIECE);
            again.refresh();
            requireSame(again, store, 38);
        }
    }

    private static InMemoryArenaStore grown(long seed) {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(seed));
        grow(store, seed);
        return store;
    }

    /** Lets a log grow and keeps its pieces. */
    static void grow(ArenaStore store, long seed) {
        RandomLog log = new RandomLog(store, seed);
        StoreVotes votes = new StoreVotes(store, StoreReading.USUAL, PIECE);
        votes.stay();
        for (int step = 0; step < 240; step++) {
            log.grow();
            if (step % 7 == 0) {
                votes.refresh();
            }
        }
        votes.refresh();
    }

    static int pieces(ArenaStore store) {
        int number = 0;
        while (store.counts().find(number + 1).isPresent()) {
            number++;
        }
        return number;
    }

    /** Rows, left-out rows, prefixes and fingerprint of a store's votes read with pieces and without. */
    static void requireSame(StoreVotes again, ArenaStore store, long seed) {
        // through another view, which reads no pieces and drops nothing, since nothing was decided on voters
        StoreVotes whole = new StoreVotes(store, StoreReading.USUAL.withQuality(false));
        whole.refresh();
        assertThat(again.table().size())
                .as("seed %d", seed)
                .isEqualTo(whole.table().size());
        for (int row = 0; row < whole.table().size(); row++) {
            assertThat(again.table().vote(row))
                    .as("seed %d, row %d", seed, row)
                    .isEqualTo(whole.table().vote(row));
            assertThat(reason(again.table(), row)).isEqualTo(reason(whole.table(), row));
        }
        assertThat(again.counts().sha256()).isEqualTo(whole.counts().sha256());
        assertThat(again.counts().excluded()).isEqualTo(whole.counts().excluded());
        VoteId middle = new VoteId(whole.table().size() / 2);
        assertThat(VoteDigest.sha256(VotePool.select(again.past().through(middle), VoteFilter.ALL)))
                .isEqualTo(VoteDigest.sha256(VotePool.select(whole.past().through(middle), VoteFilter.ALL)));
    }

    private static String reason(VoteTable table, int row) {
        return table.exclusion(row) == 0 ? "" : table.exclusions.name(table.exclusion(row));
    }

    /** A decision in force costs the pieces; once nothing holds they are made again and read at the next start. */
    @Test
    void refresh_aDecisionThatWasTakenBack_keepsPieces() {
        try (InMemoryArenaStore store = grown(39)) {
            StoreVotes votes = new StoreVotes(store, StoreReading.USUAL, PIECE);
            votes.stay();
            votes.refresh();
            int before = pieces(store);
            decide(store, VoterDecision.Action.EXCLUDE, 0);
            votes.refresh();
            assertThat(pieces(store)).isZero();

            decide(store, VoterDecision.Action.RESTORE, 1);
            votes.refresh();

            assertThat(pieces(store)).isEqualTo(before).isGreaterThan(3);
            assertThat(CountedBoard.leaderboard(
                                    votes.counts(),
                                    LeaderboardRequest.forDatabase(),
                                    new RatingSource("database", 1L, "test", votes.contestantNames()))
                            .isPresent())
                    .isEqualTo(votes.counts().areWhole());
            List<Long> told = new ArrayList<>();
            StoreVotes again = new StoreVotes(store, StoreReading.USUAL, PIECE);
            again.refresh(told::add);
            assertThat(told).contains((long) before * PIECE);
            assertThat(again.table().decided()).isEqualTo(VoteTable.Decided.NOTHING);
            requireSame(again, store, 39);
        }
    }

    private static void decide(ArenaStore store, VoterDecision.Action action, double weight) {
        JudgeId person = store.judges().listJudges().stream()
                .filter(judge -> judge.kind() == JudgeKind.HUMAN)
                .findFirst()
                .orElseThrow()
                .id();
        store.quality()
                .append(List.of(new VoterDecision(
                        person,
                        null,
                        action,
                        weight,
                        "careless",
                        "{}",
                        "admin",
                        Instant.parse("2026-11-01T12:00:00Z"))));
    }
}
