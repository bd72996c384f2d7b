package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.MatchmakerSettings;
import dev.arena.core.battle.MatchmakerType;
import dev.arena.core.battle.VoteRequest;
import dev.arena.core.model.Battle;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ServerRules;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The open floor draws as it is told, and logs with which probability it drew. */
class FloorMatchmakerTest {
    /** Seed of every draw here. */
    private static final long SEED = 20261122;

    private static final int DRAWS = 3_000;
    private static final int PROMPTS = 20;
    private static final int MATCHUPS = 3 * PROMPTS;

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(SEED));

    @AfterEach
    void close() {
        store.close();
    }

    private BattleService battles(MatchmakerSettings settings) {
        return Arena.parts(
                        store,
                        "test",
                        InstantSource.fixed(TestArena.NOW),
                        new Random(SEED + store.revision()),
                        ServerRules.STANDARD.with(settings))
                .battles();
    }

    private JudgeId voter(String name) {
        return store.judges().put(new JudgeDraft(JudgeKind.HUMAN, name, "")).id();
    }

    /** Twenty prompts; alpha and beta met on each of them, gamma came later. */
    private ContestantId gammaCameLate() {
        store.catalog().apply(TestArena.catalog(PROMPTS, "alpha", "beta"));
        BattleService before = battles(MatchmakerSettings.EVEN);
        for (int v = 0; v < 2; v++) {
            JudgeId voter = voter("early-" + v);
            for (int i = 0; i < PROMPTS; i++) {
                String token = before.next(voter).orElseThrow().token();
                assertThat(before.vote(voter, token, "k" + i, new VoteRequest("tie", null, null, null, null))
                                .stored())
                        .isTrue();
            }
        }
        List<CatalogBatch.NewResponse> late = new ArrayList<>();
        for (int p = 1; p <= PROMPTS; p++) {
            late.add(TestArena.response("p" + p, "gamma", "Late answer " + p));
        }
        store.catalog().apply(new CatalogBatch(List.of(), List.of(), late));
        return store.catalog().findContestant("gamma").orElseThrow().id();
    }

    /** First battles of so many voters, once the votes are known. */
    private List<Battle> draw(MatchmakerSettings settings) {
        BattleService battles = battles(settings);
        assertThat(battles.next(voter("asks-first"))).isPresent();
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(30, TimeUnit.SECONDS))
                .as("the votes are read")
                .isTrue();
        List<Battle> drawn = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            String token = battles.next(voter("voter-" + i)).orElseThrow().token();
            drawn.add(store.battles().findByToken(token).orElseThrow());
        }
        return drawn;
    }

    private static boolean shows(Battle battle, ContestantId contestant) {
        return battle.seats().stream().anyMatch(seat -> seat.contestant().equals(contestant));
    }

    private static double probability(Battle battle) {
        return Objects.requireNonNull(battle.draft().pickProbability());
    }

    /** A probability that is right makes the mean of its inverse the number of all matchups. */
    private static void assertExact(List<Battle> drawn, double tolerance) {
        double mean = drawn.stream()
                .mapToDouble(battle -> 1 / probability(battle))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(MATCHUPS, within(tolerance));
    }

    private void assertGammaFirst(MatchmakerSettings settings) {
        ContestantId gamma = gammaCameLate();
        double explored = settings.explore() / MATCHUPS;
        double first = explored + (1 - settings.explore()) / (2.0 * PROMPTS);
        List<Battle> drawn = draw(settings);

        for (Battle battle : drawn) {
            assertThat(probability(battle)).isCloseTo(shows(battle, gamma) ? first : explored, within(1e-12));
        }
        double share =
                (double) drawn.stream().filter(battle -> shows(battle, gamma)).count() / DRAWS;
        assertThat(share).isCloseTo(2 * PROMPTS * first, within(4 * Math.sqrt(0.25 / DRAWS)));
        assertExact(drawn, 4);
    }

    @Test
    void uniform_newcomersFirst_drawsTheLateContestantAndLogsHowLikelyThatWas() {
        assertGammaFirst(new MatchmakerSettings(MatchmakerType.UNIFORM, 0.3, 0, true));
    }

    @Test
    void uniform_withACoverageFloor_drawsWhoIsBelowIt() {
        assertGammaFirst(new MatchmakerSettings(MatchmakerType.UNIFORM, 0.5, 10, false));
    }

    @Test
    void uniform_everybodyCovered_drawsEveryMatchupAlike() {
        gammaCameLate();
        List<Battle> drawn = draw(new MatchmakerSettings(MatchmakerType.UNIFORM, 0.1, 0, false));

        assertThat(drawn)
                .allSatisfy(battle -> assertThat(probability(battle)).isCloseTo(1.0 / MATCHUPS, within(1e-12)));
    }
}
