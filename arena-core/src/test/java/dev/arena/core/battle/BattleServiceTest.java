package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A voter's way through battles, without a web server. */
class BattleServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final VoteRequest FIRST = new VoteRequest("first", null, null, null, null);

    /** Says which row it was asked for: 100 · row + contestant. */
    private static final RevealRatings ROWS = (last, contestants) -> last.value() == 0
            ? Map.of()
            : Map.of(
                    new ContestantId(1), 100.0 * last.value() + 1,
                    new ContestantId(2), 100.0 * last.value() + 2);

    private static BattleService service(ArenaStore store) {
        return new BattleService(store, new UniformMatchmaker(), ROWS, InstantSource.fixed(NOW), new Random(2));
    }

    private static JudgeId voter(ArenaStore store, String name) {
        return store.judges().put(new JudgeDraft(JudgeKind.HUMAN, name, "")).id();
    }

    private static List<CastVote> log(ArenaStore store) {
        List<CastVote> rows = new ArrayList<>();
        store.votes().scan(new VoteId(0), rows::add);
        return rows;
    }

    @Test
    void first_ofSomebodyNew_isTheBattleThatNextGoesOnWith() {
        try (InMemoryArenaStore store = Catalogs.store(4, 4)) {
            BattleService battles = service(store);
            JudgeDraft draft = new JudgeDraft(JudgeKind.HUMAN, "new", "");

            ShownBattle first = battles.first(draft).orElseThrow();

            JudgeId voter = store.judges().find(draft).orElseThrow().id();
            assertThat(first.progress()).isEqualTo(new VotingProgress(0, battles.matchupCount()));
            assertThat(battles.next(voter)).contains(first);
            assertThat(battles.vote(voter, first.token(), "k", FIRST).stored()).isTrue();
            assertThat(battles.next(voter).orElseThrow().progress().voted()).isEqualTo(1);
        }
    }

    @Test
    void first_whereThereIsNothingToVoteOn_storesNobody() {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(1))) {
            JudgeDraft draft = new JudgeDraft(JudgeKind.HUMAN, "new", "");

            assertThat(service(store).first(draft)).isEmpty();

            assertThat(store.judges().find(draft)).isEmpty();
        }
    }

    @Test
    void next_storedOrder_followsFromItsSeed() {
        try (InMemoryArenaStore store = Catalogs.store(4, 4)) {
            BattleService battles = service(store);
            JudgeId voter = voter(store, "v");
            for (int i = 0; i < 24; i++) {
                battles.vote(voter, battles.next(voter).orElseThrow().token(), "k" + i, FIRST);
            }
            Map<ResponseId, ResponseHead> heads = new HashMap<>();
            store.catalog().listCurrentResponses().forEach(head -> heads.put(head.id(), head));
            Set<Set<ResponseId>> matchups = new HashSet<>();
            for (Battle battle : store.battles().listDrawnFor(voter)) {
                List<ResponseHead> matchup = new ArrayList<>();
                Set<ResponseId> ids = new HashSet<>();
                for (Seat seat : battle.seats()) {
                    ResponseHead head = Objects.requireNonNull(heads.get(seat.response()));
                    matchup.add(head);
                    ids.add(head.id());
                }
                long seed = Objects.requireNonNull(battle.draft().seed());
                assertThat(battle.seats()).isEqualTo(SeatOrder.draw(matchup, seed));
                assertThat(battle.draft().pickProbability()).isBetween(1 / 24.0, 1.0);
                assertThat(matchups.add(ids)).as("a matchup is drawn once").isTrue();
            }
            assertThat(matchups).hasSize(24);
            assertThat(battles.next(voter)).isEmpty();
        }
    }

    @Test
    void vote_afterRestart_repeatsTheSameAnswer() {
        try (InMemoryArenaStore store = Catalogs.store(3, 2)) {
            JudgeId voter = voter(store, "v");
            BattleService before = service(store);
            List<String> tokens = new ArrayList<>();
            List<Reveal> reveals = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String token = before.next(voter).orElseThrow().token();
                tokens.add(token);
                reveals.add(before.vote(voter, token, "k" + i, FIRST).reveal());
            }
            before.withdraw(voter, reveals.get(0).vote());

            BattleService after = service(store);

            for (int i = 0; i < 3; i++) {
                VoteReceipt again = after.vote(voter, tokens.get(i), "k" + i, FIRST);
                assertThat(again.stored()).isFalse();
                assertThat(again.reveal()).isEqualTo(reveals.get(i));
            }
            assertThat(reveals.get(1).progress()).isEqualTo(new VotingProgress(2, 1));
            assertThat(reveals.get(1).seats().get(0).ratingChange()).isEqualTo(100.0);
            assertThat(after.next(voter)).isEmpty();
        }
    }

    @Test
    void next_afterRestart_keepsTheOpenBattleAndWhatWasSeen() {
        try (InMemoryArenaStore store = Catalogs.store(2, 3)) {
            JudgeId voter = voter(store, "v");
            BattleService before = service(store);
            before.vote(voter, before.next(voter).orElseThrow().token(), "k", FIRST);
            ShownBattle open = before.next(voter).orElseThrow();

            BattleService after = service(store);

            assertThat(after.next(voter)).contains(open);
            assertThat(open.progress()).isEqualTo(new VotingProgress(1, 5));
        }
    }

    @Test
    void next_manyThreadsOfOneVoter_openOneBattle() throws Exception {
        try (InMemoryArenaStore store = Catalogs.store(20, 6)) {
            BattleService battles = service(store);
            JudgeId voter = voter(store, "v");
            ExecutorService threads = Executors.newFixedThreadPool(16);
            try {
                List<Callable<String>> calls = new ArrayList<>();
                for (int i = 0; i < 64; i++) {
                    calls.add(() -> battles.next(voter).orElseThrow().token());
                }
                Set<String> tokens = new HashSet<>();
                for (Future<String> token : threads.invokeAll(calls)) {
                    tokens.add(token.get());
                }
                assertThat(tokens).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
            assertThat(store.battles().listDrawnFor(voter)).hasSize(1);
        }
    }

    @Test
    void refreshCatalog_newVersionOfAResponse_isAMatchupOfItsOwn() {
        try (InMemoryArenaStore store = Catalogs.store(1, 2)) {
            BattleService battles = service(store);
            JudgeId voter = voter(store, "v");
            battles.vote(voter, battles.next(voter).orElseThrow().token(), "k", FIRST);
            assertThat(battles.next(voter)).isEmpty();

            store.catalog().apply(Catalogs.response("p0", "model-1", "A better answer"));
            battles.refreshCatalog();

            ShownBattle shown = battles.next(voter).orElseThrow();
            assertThat(shown.responses().toString()).contains("A better answer");
            assertThat(shown.progress()).isEqualTo(new VotingProgress(1, 1));
        }
    }

    @Test
    void refreshCatalog_identicalResponses_areTiedOncePerPairAndNeverShown() {
        // Contestants 0, 1 and 2 answer alike, 3 differs: three ties, and three matchups left to vote on.
        try (InMemoryArenaStore store = Catalogs.store(1, 4, (p, c) -> c < 3 ? "same" : "other")) {
            BattleService battles = service(store);
            battles.refreshCatalog();
            battles.refreshCatalog();
            service(store).refreshCatalog();

            assertThat(log(store)).hasSize(3).allSatisfy(cast -> {
                assertThat(cast.judge().kind()).isEqualTo(JudgeKind.RULE);
                assertThat(VoteRequest.wordOf(cast.vote().verdict())).isEqualTo("tie");
            });
            assertThat(battles.matchupCount()).isEqualTo(3);
            JudgeId voter = voter(store, "v");
            for (int i = 0; i < 3; i++) {
                ShownBattle shown = battles.next(voter).orElseThrow();
                assertThat(shown.responses().get(0))
                        .isNotEqualTo(shown.responses().get(1));
                battles.vote(voter, shown.token(), "k" + i, FIRST);
            }
            assertThat(battles.next(voter)).isEmpty();
        }
    }

    @Test
    void vote_whatCannotBe_saysWhy() {
        try (InMemoryArenaStore store = Catalogs.store(2, 2)) {
            BattleService battles = service(store);
            JudgeId voter = voter(store, "v");
            JudgeId stranger = voter(store, "w");
            String token = battles.next(voter).orElseThrow().token();

            assertProblem(BattleException.Kind.UNKNOWN_BATTLE, () -> battles.vote(voter, "x", "k", FIRST));
            assertProblem(BattleException.Kind.OTHER_VOTERS_BATTLE, () -> battles.vote(stranger, token, "k", FIRST));
            Reveal reveal = battles.vote(voter, token, "k", FIRST).reveal();
            assertProblem(BattleException.Kind.ALREADY_VOTED, () -> battles.vote(voter, token, "k2", FIRST));
            VoteRequest reasoned = new VoteRequest("first", null, null, "because", null);
            assertProblem(BattleException.Kind.KEY_REUSED, () -> battles.vote(voter, token, "k", reasoned));
            assertProblem(BattleException.Kind.UNKNOWN_VOTE, () -> battles.withdraw(voter, "x"));
            assertProblem(BattleException.Kind.OTHER_VOTERS_VOTE, () -> battles.withdraw(stranger, reveal.vote()));
            assertThat(log(store)).hasSize(1);
        }
    }

    private static void assertProblem(BattleException.Kind kind, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        BattleException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessage(new BattleException(kind).getMessage());
    }
}
