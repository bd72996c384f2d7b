package dev.arena.core.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.board.PairsView.Pair;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.TieRule;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.testing.VotedArena;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PairsViewTest {
    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(1));
    private final LeaderboardService service = new LeaderboardService(store, "test");
    private final VotedArena arena = new VotedArena(store);

    /** a beats b 13 times of 20, b beats c 12 of 16 with 2 ties and 2 both bad, a and c: 8 to 4. */
    @BeforeEach
    void votes() {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        for (int p = 0; p < 20; p++) {
            arena.prompt("p" + p, "facts", "a", "b", "c");
            arena.vote(judge, "p" + p, p < 13 ? Verdict.first() : Verdict.second(), "a", "b");
        }
        for (int p = 0; p < 16; p++) {
            Verdict rest = p < 14 ? Verdict.tie() : Verdict.bothBad();
            arena.vote(judge, "p" + p, p < 12 ? Verdict.second() : rest, "c", "b");
        }
        for (int p = 0; p < 12; p++) {
            arena.vote(judge, "p" + p, p < 8 ? Verdict.first() : Verdict.second(), "a", "c");
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static LeaderboardRequest withoutPosition() {
        LeaderboardRequest usual = LeaderboardRequest.forDatabase();
        return usual.with(usual.fitting().withPosition(PositionChoice.OFF));
    }

    private PairsView view(LeaderboardRequest request) {
        return PairsView.of(service.evidence(request));
    }

    private static Pair pair(PairsView view, String one, String other) {
        return view.pairs().stream()
                .filter(pair -> pair.modelName().equals(one) && pair.opponent().equals(other))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_countsBothSides_withWilsonsInterval() {
        PairsView view = view(withoutPosition());

        assertThat(view.pairs()).hasSize(6);
        assertThat(view.maxBattles()).isEqualTo(20);
        assertThat(view.tieRule()).isEqualTo("wins + ½ ties + ½ both bad, of wins + losses + ties + both bad");
        Pair ab = pair(view, "a", "b");
        assertThat(List.of(ab.battles(), ab.wins(), ab.losses(), ab.first())).containsExactly(20L, 13L, 7L, 20L);
        // 13 of 20: [.432854277, .818808176]
        assertThat(ab.lower()).isCloseTo(0.432854277, within(1e-9));
        assertThat(ab.upper()).isCloseTo(0.818808176, within(1e-9));
        Pair bc = pair(view, "b", "c");
        assertThat(List.of(bc.wins(), bc.losses(), bc.ties(), bc.bothBad(), bc.first()))
                .containsExactly(12L, 0L, 2L, 2L, 0L);
        assertThat(bc.winFraction()).isEqualTo(14.0 / 16);
        assertThat(pair(view, "c", "b").winFraction()).isEqualTo(2.0 / 16);
    }

    @Test
    void of_predictions_areTheModelsAndTheResidualItsStandardErrors() {
        Leaderboard board = service.leaderboard(withoutPosition());
        Pair ab = pair(view(withoutPosition()), "a", "b");
        Pair ba = pair(view(withoutPosition()), "b", "a");
        double gap = strength(board, "a") - strength(board, "b");
        double p = 1 / (1 + Math.exp(-gap));

        assertThat(ab.predicted()).isCloseTo(p, within(1e-12));
        assertThat(ab.residual()).isCloseTo((13 - 20 * p) / Math.sqrt(20 * p * (1 - p)), within(1e-9));
        assertThat(ba.predicted()).isCloseTo(1 - p, within(1e-12));
        assertThat(ba.residual()).isCloseTo(-requireNonNull(ab.residual()), within(1e-12));
    }

    /** At the maximum of the likelihood each contestant's expected score is the one it has. */
    @Test
    void of_predictions_addUpToTheScores() {
        for (LeaderboardRequest request : List.of(
                withoutPosition(),
                LeaderboardRequest.forDatabase(),
                withoutPosition().with(withoutPosition().fitting().withMethod("davidson")))) {
            PairsView view = view(request);
            for (String model : view.models()) {
                double expected = 0;
                double observed = 0;
                for (Pair pair : view.pairs()) {
                    if (pair.modelName().equals(model)) {
                        expected += pair.battles() * requireNonNull(pair.predicted());
                        observed += pair.battles() * requireNonNull(pair.winFraction());
                    }
                }
                assertThat(expected).as(view.method() + " " + model).isCloseTo(observed, within(1e-6));
            }
        }
    }

    @Test
    void of_droppedTies_leaveThemOutOfTheFraction() {
        LeaderboardRequest.Fitting fitting = withoutPosition().fitting();
        LeaderboardRequest request = withoutPosition()
                .with(new LeaderboardRequest.Fitting(
                        fitting.method(),
                        TieRule.DROP,
                        fitting.bothBad(),
                        fitting.swap(),
                        fitting.position(),
                        fitting.regularise(),
                        fitting.k(),
                        fitting.order(),
                        fitting.pairWeights(),
                        fitting.style()));
        PairsView view = view(request);

        assertThat(view.tieRule()).isEqualTo("wins, of wins + losses");
        assertThat(pair(view, "b", "c").winFraction()).isEqualTo(1);
        assertThat(pair(view, "b", "c").battles()).isEqualTo(16);
    }

    @Test
    void of_aMethodWithItsOwnScale_predictsNothing() {
        PairsView view = view(withoutPosition().with(withoutPosition().fitting().withMethod("win-rate")));

        assertThat(view.pairs()).allMatch(pair -> pair.predicted() == null && pair.residual() == null);
        assertThat(view.bins()).isEmpty();
    }

    @Test
    void of_bins_holdEachPairOnce() {
        PairsView view = view(withoutPosition());

        assertThat(view.bins().stream().mapToInt(PairsView.Bin::pairs).sum()).isEqualTo(3);
        assertThat(view.bins().stream().mapToDouble(PairsView.Bin::battles).sum())
                .isEqualTo(48);
        assertThat(view.bins()).allMatch(bin -> bin.predicted() >= bin.from() && bin.predicted() <= bin.to());
    }

    private static double strength(Leaderboard board, String name) {
        return board.rows().stream()
                .filter(row -> row.modelName().equals(name))
                .map(LeaderboardRow::strength)
                .findFirst()
                .orElseThrow();
    }
}
