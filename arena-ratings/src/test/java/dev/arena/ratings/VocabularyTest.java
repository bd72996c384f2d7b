package dev.arena.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.wording.RatingPhrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @Test
    void level_standard_hasTheNormalQuantile() {
        assertThat(Level.standard().z()).isEqualTo(1.959963984540054, within(1e-12));
        assertThat(Level.standard().tail()).isEqualTo(0.025, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void level_outsideTheRange_isRefused(double value) {
        assertThatThrownBy(() -> new Level(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use a number strictly between 0 and 1, such as 0.95");
    }

    @ParameterizedTest
    @CsvSource({"10,.514387184", "50,.571463117", "100,.640065000", "200,.759746927", "400,.909090909"})
    void scale_standard_turnsPointsIntoWinProbabilities(double points, double probability) {
        double theta = points / RatingScale.standard().pointsPerUnit();

        assertThat(1 / (1 + Math.exp(-theta))).isEqualTo(probability, within(1e-9));
        assertThat(RatingScale.standard().pointsPerUnit()).isEqualTo(173.717792761301, within(1e-12));
    }

    @Test
    void scale_impossible_isRefused() {
        assertThatThrownBy(() -> new RatingScale(1, 400, 1000, Optional.empty()))
                .hasMessageContaining("base 1.0");
        assertThatThrownBy(() -> RatingScale.standard().withSpread(0)).hasMessageContaining("spread 0.0");
        assertThatThrownBy(() -> RatingScale.standard().withCentre(Double.NaN)).hasMessageContaining("centre NaN");
        assertThatThrownBy(() -> RatingScale.standard().withAnchor(-1, 1000)).hasMessageContaining("anchor -1");
    }

    @Test
    void interval_notInOrderOrNotFinite_isRefused() {
        assertThatThrownBy(() -> new Interval(2, 1, Level.standard())).hasMessageContaining("[2.0, 1.0]");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1, Level.standard())).hasMessageContaining("NaN");
        Interval low = new Interval(0, 1, Level.standard());
        assertThat(low.disjointFrom(new Interval(1, 2, Level.standard()))).isFalse();
        assertThat(low.disjointFrom(new Interval(1.1, 2, Level.standard()))).isTrue();
    }

    @Test
    void rating_strengthNotFinite_isRefused() {
        assertThatThrownBy(() -> new Rating(3, ContestantStatus.OK, OptionalDouble.of(Double.NaN), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strength NaN of contestant 3 is not finite");
    }

    @Test
    void covariance_notFiniteOrNotCovered_isRefused() {
        assertThatThrownBy(() -> Covariance.of("test", 1, new int[] {0}, new double[][] {{Double.NaN}}))
                .hasMessage("covariance entry NaN is not finite");
        Covariance one = Covariance.of("test", 2, new int[] {1}, new double[][] {{4}});
        assertThat(one.variance(1)).isEqualTo(4);
        assertThatThrownBy(() -> one.variance(0)).hasMessageContaining("ask covers() first");
    }

    @Test
    void effect_withoutError_hasNoInterval() {
        Effect effect = new Effect(Effect.POSITION, "all", OptionalDouble.of(0.2), OptionalDouble.empty(), 10);
        Effect full = new Effect(Effect.POSITION, "all", OptionalDouble.of(0.2), OptionalDouble.of(0.1), 10);

        assertThat(effect.interval(Level.standard())).isEmpty();
        assertThat(full.interval(Level.standard()).orElseThrow().upper())
                .isEqualTo(0.2 + 0.1 * 1.959963984540054, within(1e-12));
    }

    @Test
    void regularisation_label_isWhatTheCommandLineSays() {
        assertThat(Regularisation.none().label()).isEqualTo("none");
        assertThat(Regularisation.ghost().label()).isEqualTo("ghost");
        assertThat(Regularisation.l2(0.5).label()).isEqualTo("l2:0.5");
        assertThatThrownBy(() -> Regularisation.l2(0)).hasMessageContaining("l2 0.0 is not allowed");
        assertThatThrownBy(() -> Regularisation.l2(Double.POSITIVE_INFINITY))
                .hasMessageContaining("finite number above 0");
    }

    @Test
    void labels_turkishLocale_areLowerCaseAscii() {
        assertThat(ContestantStatus.DISCONNECTED.label()).isEqualTo("disconnected");
        assertThat(ContestantStatus.WINLESS.label()).isEqualTo("winless");
        assertThat(FitStatus.NOT_CONVERGED.label()).isEqualTo("not_converged");
        assertThat(WarningCode.POSITION_NOT_IDENTIFIED.label()).isEqualTo("position_not_identified");
    }

    @Test
    void warnings_everyCode_hasAdvice() {
        for (WarningCode code : WarningCode.values()) {
            assertThat(code.advice()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(RatingWarning.of(code, RatingPhrase.NO_PROMPT.say()).message())
                    .isEqualTo("There is no prompt with a verdict. " + code.advice());
        }
    }

    @Test
    void result_copies_areImmutable() {
        RatingResult result = RatingResult.of(
                "test",
                StrengthUnit.natural(),
                List.of(),
                new Diagnostics(
                        FitStatus.NO_DATA,
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        new Connectivity(0, GroupOrder.unknown(0))));
        RatingResult more = result.withSettings(Map.of("a", "b"))
                .withWarnings(List.of(RatingWarning.of(WarningCode.NO_DATA, RatingPhrase.NOTHING_WEIGHS.say())));

        assertThat(result.settings()).isEmpty();
        assertThat(more.warnings()).hasSize(1);
        assertThatThrownBy(() -> more.settings().put("c", "d")).isInstanceOf(UnsupportedOperationException.class);
    }
}
