package dev.arena.ratings.bradleyterry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Covariance;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.Regularisation;
import dev.arena.ratings.TieHandling;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.testing.Fixtures;
import dev.arena.ratings.testing.Results;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BradleyTerryExistenceTest {
    private static final BradleyTerry METHOD = BradleyTerry.withDefaults();

    @Test
    void rate_unbeatenContestant_hasNoStrengthAndTheRestIsFittedAlone() {
        RatingResult result = METHOD.rate(Fixtures.separated());

        assertThat(statuses(result))
                .containsExactly(ContestantStatus.UNBEATEN, ContestantStatus.SEPARATED, ContestantStatus.SEPARATED);
        assertThat(result.rating(0).strength()).isEmpty();
        assertThat(gap(result, 1, 2)).isEqualTo(0.4054651081081644, within(1e-12));
        assertThat(result.diagnostics().connectivity().groups()).isEqualTo(2);
        assertThat(result.diagnostics().connectivity().ordered()).isTrue();
        assertThat(Results.warning(result, WarningCode.SEPARATED).message())
                .isEqualTo("The contestants fall into 2 groups that differ by no finite amount. Collect more"
                        + " comparisons, or ask for a regulariser (ghost or l2) and read the numbers as regularised.");
    }

    @Test
    void rate_infiniteStrength_contaminatesNobody() {
        RatingResult result = METHOD.rate(Fixtures.separated());
        Covariance covariance = (Covariance) result.uncertainty();

        assertThat(result.rating(1).strength().orElseThrow()).isFinite();
        assertThat(result.rating(2).strength().orElseThrow()).isFinite();
        assertThat(covariance.covers(0)).isFalse();
        assertThat(covariance.variance(1)).isPositive().isFinite();
    }

    @Test
    void rate_winlessContestant_isNamedAndLast() {
        RatingResult result =
                METHOD.rate(Fixtures.counts(3, new int[][] {{0, 2, 5, 0, 0}, {1, 2, 4, 0, 0}, {0, 1, 3, 2, 0}}));

        assertThat(statuses(result))
                .containsExactly(ContestantStatus.SEPARATED, ContestantStatus.SEPARATED, ContestantStatus.WINLESS);
        assertThat(result.rating(2).group()).isGreaterThan(result.rating(0).group());
    }

    @Test
    void rate_twoGroupsApart_fitsEachAsIfAlone() {
        int[][] upper = {{0, 1, 7, 5, 2}, {1, 2, 4, 6, 0}, {0, 2, 3, 3, 1}};
        int[][] lower = {{3, 4, 2, 9, 0}};
        int[][] between = {{0, 3, 4, 0, 0}, {2, 4, 1, 0, 0}};
        RatingResult joint = METHOD.rate(Fixtures.counts(5, concat(upper, lower, between)));
        RatingResult alone = METHOD.rate(Fixtures.counts(5, upper));
        RatingResult pair = METHOD.rate(Fixtures.counts(5, lower));

        assertThat(statuses(joint)).containsOnly(ContestantStatus.SEPARATED);
        for (int i = 0; i < 3; i++) {
            assertThat(strength(joint, i)).isEqualTo(strength(alone, i), within(1e-12));
            assertThat(variance(joint, i)).isEqualTo(variance(alone, i), within(1e-12));
        }
        assertThat(strength(joint, 4)).isEqualTo(strength(pair, 4), within(1e-12));
        assertThat(joint.rating(0).comparableWith(joint.rating(3))).isFalse();
        assertThat(joint.rating(0).group()).isLessThan(joint.rating(3).group());
    }

    @Test
    void rate_disconnectedUnion_equalsThePartsAndComparesNothingAcross() {
        int[][] left = {{0, 1, 7, 5, 2}};
        int[][] right = {{2, 3, 4, 6, 1}};
        RatingResult joint = METHOD.rate(Fixtures.counts(4, concat(left, right)));

        assertThat(statuses(joint)).containsOnly(ContestantStatus.DISCONNECTED);
        assertThat(joint.diagnostics().components()).isEqualTo(2);
        assertThat(joint.diagnostics().connectivity().ordered()).isFalse();
        assertThat(gap(joint, 0, 1)).isEqualTo(Math.log(8.0 / 6), within(1e-12));
        assertThat(gap(joint, 2, 3)).isEqualTo(Math.log(4.5 / 6.5), within(1e-12));
        assertThat(joint.rating(0).comparableWith(joint.rating(2))).isFalse();
        assertThat(Results.codes(joint)).contains(WarningCode.DISCONNECTED);
    }

    @Test
    void rate_contestantWithoutVotes_movesNothingElse() {
        RatingResult four = METHOD.rate(Fixtures.t4());
        int[][] rows = {
            {0, 1, 14, 6, 4}, {1, 0, 9, 11, 4}, {0, 2, 16, 5, 3}, {2, 0, 8, 13, 3},
            {1, 2, 12, 8, 4}, {2, 1, 10, 11, 3}, {0, 3, 18, 4, 2}, {3, 0, 6, 15, 3},
            {1, 3, 15, 6, 3}, {3, 1, 7, 13, 4}, {2, 3, 13, 7, 4}, {3, 2, 9, 11, 4}
        };
        RatingResult five = METHOD.rate(Fixtures.orderedCounts(5, rows));

        assertThat(five.rating(4))
                .isEqualTo(
                        new Rating(4, ContestantStatus.NO_DATA, five.rating(4).strength(), -1));
        assertThat(five.rating(4).strength()).isEmpty();
        for (int i = 0; i < 4; i++) {
            assertThat(five.rating(i)).isEqualTo(four.rating(i));
            assertThat(variance(five, i)).isEqualTo(variance(four, i));
        }
    }

    @Test
    void rate_onlyTies_isFiniteAndEqual() {
        RatingResult result = METHOD.rate(Fixtures.counts(2, new int[][] {{0, 1, 0, 0, 30}}));

        assertThat(Results.strengths(result)).containsExactly(0, 0);
        assertThat(statuses(result)).containsOnly(ContestantStatus.OK);
    }

    @Test
    void rate_onlyTiesDropped_isNoData() {
        RatingResult result =
                METHOD.withTies(TieHandling.DROP).rate(Fixtures.counts(2, new int[][] {{0, 1, 0, 0, 30}}));

        assertThat(statuses(result)).containsOnly(ContestantStatus.NO_DATA);
        assertThat(result.diagnostics().status()).isEqualTo(FitStatus.NO_DATA);
        assertThat(result.uncertainty()).isInstanceOf(NoUncertainty.class);
    }

    @Test
    void rate_twoContestants_hasTheClosedForm() {
        RatingResult result = METHOD.rate(Fixtures.counts(2, new int[][] {{0, 1, 13, 7, 0}}));

        assertThat(gap(result, 0, 1)).isEqualTo(Math.log(13.0 / 7), within(1e-13));
    }

    @Test
    void rate_oneContestantOrNone_hasNoData() {
        assertThat(METHOD.rate(Evidence.builder(0).build()).ratings()).isEmpty();
        RatingResult one = METHOD.rate(Evidence.builder(1).build());
        assertThat(statuses(one)).containsExactly(ContestantStatus.NO_DATA);
        assertThat(Results.codes(one)).containsExactly(WarningCode.NO_DATA);
    }

    @Test
    void rate_zeroWeightOrCount_saysNothing() {
        Evidence evidence = Evidence.builder(3)
                .comparison(0, 1, 1)
                .count(3)
                .comparison(0, 1, 0)
                .count(2)
                .comparison(2, 0, 1)
                .count(0)
                .comparison(2, 1, 1)
                .weight(0)
                .build();
        RatingResult result = METHOD.rate(evidence);

        assertThat(statuses(result))
                .containsExactly(ContestantStatus.OK, ContestantStatus.OK, ContestantStatus.NO_DATA);
    }

    @Test
    void rate_regularisedDisconnectedUnion_isFiniteFlaggedAndStillCountsTheParts() {
        Evidence evidence = Fixtures.counts(4, new int[][] {{0, 1, 7, 0, 0}, {2, 3, 4, 6, 1}});
        RatingResult result = METHOD.withRegularisation(Regularisation.ghost()).rate(evidence);

        assertThat(statuses(result)).containsOnly(ContestantStatus.REGULARISED);
        assertThat(result.diagnostics().components()).isEqualTo(2);
        assertThat(Results.codes(result)).contains(WarningCode.DISCONNECTED, WarningCode.REGULARISED);
    }

    @Test
    void rate_fewComparisons_namesTheContestants() {
        RatingResult result = METHOD.rate(Fixtures.counts(3, new int[][] {{0, 1, 50, 40, 0}, {1, 2, 2, 2, 0}}));

        assertThat(Results.warning(result, WarningCode.FEW_COMPARISONS).contestants())
                .containsExactly(2);
    }

    @Test
    void rate_absurdCounts_staysFiniteAndSaysHowFarItCame() {
        Evidence evidence = Evidence.builder(2)
                .comparison(0, 1, 1)
                .count(9_007_199_254_740_992L)
                .comparison(0, 1, 0)
                .count(1)
                .build();
        RatingResult result = METHOD.rate(evidence);

        assertThat(gap(result, 0, 1)).isEqualTo(Math.log(9_007_199_254_740_992.0), within(1e-6));
    }

    private static List<ContestantStatus> statuses(RatingResult result) {
        return result.ratings().stream().map(Rating::status).toList();
    }

    private static double strength(RatingResult result, int contestant) {
        return result.rating(contestant).strength().orElseThrow();
    }

    private static double gap(RatingResult result, int first, int second) {
        return strength(result, first) - strength(result, second);
    }

    private static double variance(RatingResult result, int contestant) {
        return ((Covariance) result.uncertainty()).variance(contestant);
    }

    private static int[][] concat(int[][]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(int[][]::new);
    }
}
