package dev.arena.ratings.bradleyterry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.Level;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.PositionModel;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.testing.Fixtures;
import dev.arena.ratings.testing.Results;
import dev.arena.ratings.uncertainty.DisplayedRating;
import dev.arena.ratings.uncertainty.Intervals;
import dev.arena.ratings.uncertainty.RankMethod;
import dev.arena.ratings.uncertainty.RankOptions;
import dev.arena.ratings.uncertainty.RankSet;
import dev.arena.ratings.uncertainty.RankSets;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An interval of width zero would claim certainty where the data only happen to fit. */
class NothingVariesTest {
    private static final BradleyTerry METHOD = BradleyTerry.withDefaults();

    @Test
    void rate_onlyTies_hasStrengthsButNoIntervals() {
        RatingResult result = METHOD.rate(Fixtures.counts(3, new int[][] {{0, 1, 0, 0, 30}, {1, 2, 0, 0, 30}}));

        assertThat(Results.strengths(result)).containsExactly(0, 0, 0);
        assertThat(result.uncertainty()).isEqualTo(NoUncertainty.because(RatingPhrase.FITS_SAY_NOTHING.say()));
        assertThat(Intervals.strength(result, 0, Level.standard())).isEmpty();
        assertThat(Results.warning(result, WarningCode.NOTHING_VARIES).message())
                .isEqualTo("There is no interval for 3 contestants, since the comparisons fit exactly. Do not read"
                        + " them as certain: collect more comparisons, or use the model-based interval.");
        assertThat(Results.warning(result, WarningCode.NOTHING_VARIES).contestants())
                .containsExactly(0, 1, 2);
    }

    @Test
    void rate_onlyTiesModelBased_hasIntervals() {
        RatingResult result =
                METHOD.withCovariance(CovarianceKind.MODEL).rate(Fixtures.counts(2, new int[][] {{0, 1, 0, 0, 30}}));

        // the difference of two contestants has the information 30/4
        assertThat(((Covariance) result.uncertainty()).differenceVariance(0, 1)).isEqualTo(4 / 30.0, within(1e-12));
        assertThat(Results.codes(result)).doesNotContain(WarningCode.NOTHING_VARIES);
    }

    @Test
    void rate_onlyTiesInBothOrders_hasNoErrorOfThePosition() {
        Evidence evidence = Fixtures.orderedCounts(2, new int[][] {{0, 1, 0, 0, 30}, {1, 0, 0, 0, 30}});
        RatingResult result = METHOD.withPosition(PositionModel.GLOBAL).rate(evidence);

        assertThat(result.effects().get(0).estimate()).hasValue(0);
        assertThat(result.effects().get(0).stdError()).isEmpty();
        assertThat(result.effects().get(0).interval(Level.standard())).isEmpty();
        assertThat(Results.warning(result, WarningCode.NOTHING_VARIES).message())
                .startsWith("There is no interval for 2 contestants and an effect,");
    }

    @Test
    void rate_oneContestantWhoseComparisonsFit_losesItsIntervalAlone() {
        // 1 and 2 are even over 40 decided comparisons, and 0 ties with both
        RatingResult result =
                METHOD.rate(Fixtures.counts(3, new int[][] {{1, 2, 20, 20, 0}, {0, 1, 0, 0, 30}, {0, 2, 0, 0, 30}}));
        Covariance covariance = (Covariance) result.uncertainty();
        List<DisplayedRating> shown = DisplayedRating.of(result, RatingScale.standard(), Level.standard());

        assertThat(covariance.covers(0)).isFalse();
        assertThat(covariance.variance(1)).isPositive();
        assertThat(shown.get(0).rating().orElseThrow()).isEqualTo(1000, within(1e-9));
        assertThat(shown.get(0).interval()).isEmpty();
        assertThat(shown.get(1).interval()).isPresent();
        assertThat(Results.warning(result, WarningCode.NOTHING_VARIES).contestants())
                .containsExactly(0);
    }

    @Test
    void rankSets_contestantWithoutAnInterval_isSeparatedFromNobody() {
        RatingResult result =
                METHOD.rate(Fixtures.counts(3, new int[][] {{1, 2, 20, 20, 0}, {0, 1, 0, 0, 30}, {0, 2, 0, 0, 30}}));
        for (RankMethod method : RankMethod.values()) {
            RankSet set = RankSets.of(result, RankOptions.of(method)).of(0);
            assertThat(set.best()).as(method.name()).hasValue(1);
            assertThat(set.worst()).as(method.name()).hasValue(3);
            assertThat(set.bestProbability()).as(method.name()).isEmpty();
        }
        assertThat(Intervals.differenceError(result, 0, 1)).isEmpty();
        assertThat(Intervals.probabilityAbove(result, 0, 1)).isEmpty();
        assertThat(Intervals.differenceError(result, 1, 2)).isPresent();
    }

    @Test
    void differenceError_pairThatFitsExactly_isAbsent() {
        // 1 and 2 only tied with each other; what is known of both comes from 0
        RatingResult result = METHOD.rate(Fixtures.counts(3, new int[][] {{0, 1, 30, 20, 0}, {1, 2, 0, 0, 30}}));

        assertThat(Intervals.standardError(result, 2)).isPresent();
        assertThat(Intervals.differenceError(result, 1, 2)).isEmpty();
        assertThat(Intervals.differenceError(result, 0, 2)).isPresent();
    }

    @Test
    void rate_everyMatchupFlips_hasNoClusterRobustInterval() {
        // both orders of each matchup go to the first: the two residuals of a cluster cancel
        EvidenceBuilder builder = Evidence.builder(2, List.of("judge"));
        for (int matchup = 0; matchup < 30; matchup++) {
            builder.comparison(0, 1, 1).judge(0).cluster(matchup);
            builder.comparison(1, 0, 1).judge(0).cluster(matchup);
        }
        RatingResult result = METHOD.rate(builder.build());

        assertThat(Results.strengths(result)).containsExactly(new double[] {0, 0}, within(1e-12));
        assertThat(result.uncertainty()).isInstanceOf(NoUncertainty.class);
        assertThat(Results.codes(result)).contains(WarningCode.NOTHING_VARIES);
    }
}
