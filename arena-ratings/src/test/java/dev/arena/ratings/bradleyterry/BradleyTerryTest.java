package dev.arena.ratings.bradleyterry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Covariance;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.PositionModel;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.testing.Fixtures;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {
    private static final Offset<Double> MICRO = within(1e-9);

    @Test
    void rate_fixtureT4_givesTheStrengthsAndErrorsOfTheSpecification() {
        RatingResult result = BradleyTerry.withDefaults().rate(Fixtures.t4());

        assertThat(strengths(result))
                .containsExactly(new double[] {0.539858663, 0.107473773, -0.141016992, -0.506315444}, within(1e-8));
        assertThat(errors(result))
                .containsExactly(new double[] {.123440117, .117421635, .118273154, .122229315}, MICRO);
        assertThat(result.diagnostics().logLikelihood().orElseThrow()).isEqualTo(-186.822332551483, within(1e-9));
        assertThat(result.diagnostics().gradient().orElseThrow()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void rate_modelBasedCovariance_givesTheErrorsOfTheSpecification() {
        RatingResult result =
                BradleyTerry.withDefaults().withCovariance(CovarianceKind.MODEL).rate(Fixtures.t4());

        assertThat(errors(result))
                .containsExactly(new double[] {.133967144, .128245255, .128399636, .133186574}, MICRO);
    }

    @Test
    void rate_positionEffect_givesGammaAndBothErrors() {
        BradleyTerry method = BradleyTerry.withDefaults().withPosition(PositionModel.GLOBAL);
        RatingResult result = method.rate(Fixtures.t4());
        RatingResult model = method.withCovariance(CovarianceKind.MODEL).rate(Fixtures.t4());

        assertThat(strengths(result))
                .containsExactly(new double[] {.545309420, .108583143, -.142458144, -.511434419}, MICRO);
        assertThat(result.effects().get(0).estimate().orElseThrow()).isEqualTo(.2061876563938, within(1e-9));
        assertThat(result.effects().get(0).stdError().orElseThrow()).isEqualTo(.113891648, MICRO);
        assertThat(model.effects().get(0).stdError().orElseThrow()).isEqualTo(.124130276, MICRO);
    }

    @Test
    void rate_unbeatenContestant_hasNoStrengthAndTheRestIsFittedAlone() {
        RatingResult result = BradleyTerry.withDefaults().rate(Fixtures.separated());

        assertThat(result.ratings())
                .extracting(Rating::status)
                .containsExactly(ContestantStatus.UNBEATEN, ContestantStatus.SEPARATED, ContestantStatus.SEPARATED);
        assertThat(result.rating(0).strength()).isEmpty();
        double gap = result.rating(1).strength().orElseThrow()
                - result.rating(2).strength().orElseThrow();
        assertThat(gap).isEqualTo(Math.log(1.5), MICRO);
    }

    private static double[] strengths(RatingResult result) {
        return result.ratings().stream()
                .mapToDouble(r -> r.strength().orElseThrow())
                .toArray();
    }

    private static double[] errors(RatingResult result) {
        Covariance covariance = (Covariance) result.uncertainty();
        return result.ratings().stream()
                .mapToDouble(r -> Math.sqrt(covariance.variance(r.contestant())))
                .toArray();
    }
}
