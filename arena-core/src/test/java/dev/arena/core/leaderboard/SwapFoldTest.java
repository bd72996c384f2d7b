package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.leaderboard.SwapFold.Folded;
import dev.arena.core.leaderboard.VoteSet.Row;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwapFoldTest {
    private static final Outcomes HALF_TIES = new Outcomes(TieRule.HALF, BothBadRule.TIE);

    /** Verdicts in positions: the first game shows 0 then 1, the second 1 then 0; scores are those of contestant 0. */
    @ParameterizedTest
    @CsvSource({
        // first game, second game, score by tie, sign and drop (empty: dropped)
        "first,  second, 1.0, 1.0, 1.0",
        "second, first,  0.0, 0.0, 0.0",
        "first,  first,  0.5, 0.5, ",
        "second, second, 0.5, 0.5, ",
        "tie,    tie,    0.5, 0.5, 0.5",
        "first,  tie,    0.5, 1.0, ",
        "tie,    first,  0.5, 0.0, ",
    })
    void fold_twoOrders_followsThePolicy(String one, String two, double tie, double sign, Double drop) {
        List<Row> rows = List.of(row(0, 1, one, "p"), row(1, 0, two, "p"));

        assertThat(only(rows, SwapPolicy.TIE)).isEqualTo(tie);
        assertThat(only(rows, SwapPolicy.SIGN)).isEqualTo(sign);
        Folded dropped = SwapFold.fold(rows, HALF_TIES, SwapPolicy.DROP);
        if (drop == null) {
            assertThat(dropped.games()).isEmpty();
            assertThat(dropped.conflictsDropped()).isEqualTo(2);
        } else {
            assertThat(dropped.games()).hasSize(1);
            assertThat(dropped.games().get(0).score()).isEqualTo(drop);
        }
    }

    @Test
    void fold_half_keepsBothGamesWithHalfTheWeightAndTheirPosition() {
        List<Row> rows = List.of(row(0, 1, "first", "p"), row(1, 0, "first", "p"));

        List<Game> games = SwapFold.fold(rows, HALF_TIES, SwapPolicy.HALF).games();

        assertThat(games).extracting(Game::weight).containsExactly(0.5, 0.5);
        assertThat(games).extracting(Game::positionKnown).containsExactly(true, true);
    }

    @Test
    void fold_merged_hasNoPositionAndStandsWhereTheEarlierGameStood() {
        List<Row> rows = List.of(row(0, 1, "first", "p"), row(0, 1, "second", "q"), row(1, 0, "second", "p"));

        Folded folded = SwapFold.fold(rows, HALF_TIES, SwapPolicy.TIE);

        assertThat(folded.games()).hasSize(2);
        assertThat(folded.games().get(0).positionKnown()).isFalse();
        assertThat(folded.games().get(0).score()).isEqualTo(1.0);
        assertThat(folded.games().get(1).row().prompt()).isEqualTo("q");
        assertThat(folded.oneOrderOnly()).isEqualTo(1);
    }

    @Test
    void fold_repeats_pairsTheKthWithTheKth() {
        List<Row> rows = List.of(
                row(0, 1, "first", "p"), row(0, 1, "second", "p"), row(1, 0, "second", "p"), row(1, 0, "first", "p"));

        List<Game> games = SwapFold.fold(rows, HALF_TIES, SwapPolicy.DROP).games();

        assertThat(games).extracting(Game::score).containsExactly(1.0, 0.0);
    }

    @Test
    void fold_otherJudgeTurnOrNoPrompt_staysAsItIs() {
        Row ofJudgeOne = new Row(new int[] {1, 0}, Verdict.first(), 1, 1, true, 1, "p", 0);
        Row ofTurnTwo = new Row(new int[] {1, 0}, Verdict.first(), 1, 1, true, 0, "p", 2);
        Row alone = new Row(new int[] {1, 0}, Verdict.first(), 1, 1, true, 0, null, 0);
        List<Row> rows = List.of(row(0, 1, "first", "p"), ofJudgeOne, ofTurnTwo, alone);

        Folded folded = SwapFold.fold(rows, HALF_TIES, SwapPolicy.TIE);

        assertThat(folded.games()).hasSize(4);
        assertThat(folded.oneOrderOnly()).isEqualTo(3);
    }

    @Test
    void fold_counts_pairUnitByUnit() {
        Row three = new Row(new int[] {0, 1}, Verdict.first(), 3, 1, true, 0, "p", 0);
        Row two = new Row(new int[] {1, 0}, Verdict.first(), 2, 1, true, 0, "p", 0);

        Folded folded = SwapFold.fold(List.of(three, two), HALF_TIES, SwapPolicy.DROP);

        assertThat(folded.games()).hasSize(1);
        assertThat(folded.conflictsDropped()).isEqualTo(4);
        assertThat(folded.oneOrderOnly()).isEqualTo(1);
    }

    @Test
    void fold_abstentions_areNeverEvidence() {
        Row skipped =
                new Row(new int[] {0, 1}, Verdict.abstain(AbstentionReason.FAILED, "timeout"), 1, 1, true, 0, "p", 0);

        for (SwapPolicy policy : SwapPolicy.values()) {
            assertThat(SwapFold.fold(List.of(skipped), HALF_TIES, policy).games())
                    .isEmpty();
        }
    }

    @Test
    void fold_bothBadDropped_leavesTheOtherOrderAlone() {
        Outcomes dropping = new Outcomes(TieRule.HALF, BothBadRule.DROP);
        List<Row> rows =
                List.of(new Row(new int[] {0, 1}, Verdict.bothBad(), 1, 1, true, 0, "p", 0), row(1, 0, "first", "p"));

        Folded folded = SwapFold.fold(rows, dropping, SwapPolicy.TIE);

        assertThat(folded.games()).hasSize(1);
        assertThat(folded.games().get(0).score()).isEqualTo(1.0);
    }

    private static double only(List<Row> rows, SwapPolicy policy) {
        List<Game> games = SwapFold.fold(rows, HALF_TIES, policy).games();
        assertThat(games).hasSize(1);
        return games.get(0).score();
    }

    private static Row row(int first, int second, String verdict, String prompt) {
        Verdict parsed = switch (verdict) {
            case "first" -> Verdict.first();
            case "second" -> Verdict.second();
            default -> Verdict.tie();
        };
        return new Row(new int[] {first, second}, parsed, 1, 1, true, 0, prompt, 0);
    }
}
