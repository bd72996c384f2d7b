package dev.arena.ratings.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import dev.arena.ratings.testing.Fixtures;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers are those of the specification, section 10.3. */
class PairGainsTest {
    private static RatingResult t4() {
        return BradleyTerry.withDefaults().withCovariance(CovarianceKind.MODEL).rate(Fixtures.t4());
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,.010749926,2.4264470e-4,2.0319",
        "0,2,.010237679,2.3548409e-4,3.1705",
        "0,3,.009383528,2.2890864e-4,4.7259",
        "1,2,.010651955,2.3052150e-4,1.1914",
        "1,3,.010341729,2.3521385e-4,2.8736",
        "2,3,.010811202,2.4204477e-4,1.7231"
    })
    void gains_t4_areThoseOfTheSpecification(
            int one, int other, double information, double variance, double separation) {
        PairGains gains = PairGains.of(t4());
        assertThat(gains.information(one, other)).isEqualTo(information, within(1e-9));
        assertThat(gains.variance(one, other)).isEqualTo(variance, within(1e-11));
        assertThat(gains.separation(one, other)).isEqualTo(separation, within(5e-5));
        assertThat(gains.information(other, one)).isEqualTo(information, within(1e-9));
        assertThat(gains.order(one, other)).isBetween(0.0, information / 2);
    }

    @Test
    void policies_t4_chooseWhatTheSpecificationChooses() {
        PairGains gains = PairGains.of(t4());
        assertThat(best(pair -> PairPolicy.RANK.gain(gains, pair[0], pair[1]))).containsExactly(1, 2);
        assertThat(best(pair -> PairPolicy.INFORMATION.gain(gains, pair[0], pair[1])))
                .containsExactly(2, 3);
        assertThat(best(pair -> PairPolicy.VARIANCE.gain(gains, pair[0], pair[1])))
                .containsExactly(0, 1);
    }

    private static int[] best(ToDoubleFunction<int[]> gain) {
        return Arrays.stream(RoundRobin.pairs(4))
                .max((one, other) -> Double.compare(gain.applyAsDouble(one), gain.applyAsDouble(other)))
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(PairPolicy.class)
    void expect_aBattle_isTheCovarianceWithItsInformationAdded(PairPolicy policy) {
        PairGains stepwise = PairGains.of(t4());
        stepwise.expect(1, 2);
        stepwise.expect(0, 3);
        double[][] covariance = covariance(t4());
        covariance = afterBattle(covariance, t4(), 1, 2);
        covariance = afterBattle(covariance, t4(), 0, 3);
        RatingResult direct = t4().withUncertainty(Covariance.of("direct", 4, new int[] {0, 1, 2, 3}, covariance));
        PairGains expected = PairGains.of(direct);
        for (int[] pair : RoundRobin.pairs(4)) {
            assertThat(policy.gain(stepwise, pair[0], pair[1]))
                    .isEqualTo(policy.gain(expected, pair[0], pair[1]), within(1e-15));
        }
    }

    private static double[][] covariance(RatingResult result) {
        Covariance known = (Covariance) result.uncertainty();
        double[][] values = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                values[i][j] = known.get(i, j);
            }
        }
        return values;
    }

    /** C − C·x·xᵀ·C / (1/v + xᵀCx), written out. */
    private static double[][] afterBattle(double[][] c, RatingResult result, int one, int other) {
        double d = result.rating(one).strength().orElseThrow()
                - result.rating(other).strength().orElseThrow();
        double v = 1 / (2 + Math.exp(d) + Math.exp(-d));
        double spread = c[one][one] + c[other][other] - 2 * c[one][other];
        double[][] after = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                after[i][j] = c[i][j] - (c[i][one] - c[i][other]) * (c[j][one] - c[j][other]) / (1 / v + spread);
            }
        }
        return after;
    }

    @Test
    void flat_withoutEvidence_likesEveryPairAlike() {
        PairGains gains = PairGains.flat(5);
        assertThat(gains.contestants()).isEqualTo(5);
        for (int[] pair : RoundRobin.pairs(5)) {
            assertThat(gains.information(pair[0], pair[1])).isEqualTo(Math.log1p(2), within(1e-15));
            assertThat(gains.separation(pair[0], pair[1])).isZero();
        }
        gains.expect(0, 1);
        assertThat(gains.information(0, 1)).isLessThan(gains.information(2, 3));
    }

    @Test
    void of_contestantWithoutData_standsAtZeroAndIsWorthMost() {
        RatingResult result = BradleyTerry.withDefaults()
                .withCovariance(CovarianceKind.MODEL)
                .rate(Fixtures.counts(4, new int[][] {{0, 1, 5, 3, 0}, {1, 2, 4, 4, 0}}));
        PairGains gains = PairGains.of(result);
        assertThat(gains.information(0, 3)).isGreaterThan(gains.information(0, 1));
        assertThat(gains.separation(0, 3)).isLessThan(1);
    }

    @Test
    void of_noFiniteStrength_isRefused() {
        RatingResult separated = BradleyTerry.withDefaults().rate(Fixtures.separated());
        assertThatThrownBy(() -> PairGains.of(separated))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("contestant 0 has no finite strength; regularise the fit");
    }

    @Test
    void of_noCovariance_isRefused() {
        RatingResult bare =
                BradleyTerry.withDefaults().withCovariance(CovarianceKind.NONE).rate(Fixtures.t4());
        assertThatThrownBy(() -> PairGains.of(bare))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("gains need natural strengths with a covariance");
    }
}
