package dev.arena.ratings.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {
    private static final Offset<Double> DIGITS = within(1e-9);

    /** ratings.md 9: two judges, sixteen items, categories A, B and tie. */
    private static final ConfusionTable SIXTEEN = ConfusionTable.of(new double[][] {{5, 2, 0}, {0, 5, 1}, {1, 0, 2}});

    @Test
    void coefficients_sixteenItems_areThoseOfTheSpecification() {
        assertThat(SIXTEEN.observed()).hasValue(0.75);
        assertThat(value(SIXTEEN.kappa())).isEqualTo(.607361963, DIGITS);
        assertThat(value(SIXTEEN.kappaStdError())).isEqualTo(.168026148, DIGITS);
        assertThat(value(SIXTEEN.kappaSimpleStdError())).isEqualTo(.170017257, DIGITS);
        assertThat(value(SIXTEEN.scottPi())).isEqualTo(.606153846, DIGITS);
        assertThat(value(SIXTEEN.ac1())).isEqualTo(.633762518, DIGITS);
        assertThat(value(SIXTEEN.alpha())).isEqualTo(.618461538, DIGITS);
    }

    @Test
    void weightedKappa_orderATieB_isThatOfTheSpecification() {
        // rows and columns in the order A, tie, B
        ConfusionTable ordered = ConfusionTable.of(new double[][] {{5, 0, 2}, {1, 2, 0}, {0, 1, 5}});
        assertThat(value(ordered.linearKappa())).isEqualTo(.612903226, DIGITS);
        assertThat(value(ordered.quadraticKappa())).isEqualTo(.617224880, DIGITS);
    }

    @Test
    void alpha_anyTable_isThatOfTheGeneralCoefficient() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 20; trial++) {
            double[][] counts = new double[3][3];
            List<double[]> units = new ArrayList<>();
            for (int item = 0; item < 30; item++) {
                int one = random.nextInt(3);
                int other = random.nextInt(4) == 0 ? random.nextInt(3) : one;
                counts[one][other]++;
                units.add(new double[] {one, other});
            }
            double general = value(KrippendorffAlpha.of(units, KrippendorffAlpha.Distance.NOMINAL));
            assertThat(value(ConfusionTable.of(counts).alpha()))
                    .as("trial " + trial)
                    .isEqualTo(general, DIGITS);
        }
    }

    @Test
    void kappaStdError_manySamples_isTheirSpread() {
        // seed 3: two judges who agree on 60 % of items and answer at random else, 200 items, 2000 samples
        SplittableRandom random = new SplittableRandom(3);
        double[] kappas = new double[2000];
        double meanError = 0;
        for (int sample = 0; sample < kappas.length; sample++) {
            double[][] counts = new double[3][3];
            for (int item = 0; item < 200; item++) {
                int one = Math.min(2, random.nextInt(4));
                int other = random.nextDouble() < 0.6 ? one : Math.min(2, random.nextInt(4));
                counts[one][other]++;
            }
            ConfusionTable table = ConfusionTable.of(counts);
            kappas[sample] = value(table.kappa());
            meanError += value(table.kappaStdError()) / kappas.length;
        }
        double mean = Arrays.stream(kappas).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(kappas)
                .map(kappa -> (kappa - mean) * (kappa - mean))
                .average()
                .orElseThrow());
        assertThat(meanError).isEqualTo(spread, within(0.04 * spread));
        assertThat(mean).isEqualTo(0.6, within(0.01));
    }

    @Test
    void coefficients_oneCategoryOnly_areAbsent() {
        ConfusionTable same = ConfusionTable.of(new double[][] {{7, 0}, {0, 0}});
        assertThat(same.observed()).hasValue(1);
        assertThat(same.kappa()).isEmpty();
        assertThat(same.kappaStdError()).isEmpty();
        assertThat(same.kappaSimpleStdError()).isEmpty();
        assertThat(same.linearKappa()).isEmpty();
        assertThat(same.scottPi()).isEmpty();
        assertThat(same.alpha()).isEmpty();
        // chance for AC1 is 0 here, so full agreement is full
        assertThat(same.ac1()).hasValue(1);
        ConfusionTable none = ConfusionTable.of(new double[2][2]);
        assertThat(none.observed()).isEmpty();
        assertThat(none.kappa()).isEmpty();
        assertThat(none.ac1()).isEmpty();
        assertThat(none.alpha()).isEmpty();
        assertThat(none.quadraticKappa()).isEmpty();
    }

    @Test
    void table_noCounts_isRefused() {
        assertThatThrownBy(() -> ConfusionTable.of(new double[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two categories or more, found 1");
        assertThatThrownBy(() -> ConfusionTable.of(new double[][] {{1, 2, 3}, {1, 2, 3}}))
                .hasMessageContaining("found a row of 3 in 2");
        assertThatThrownBy(() -> ConfusionTable.of(new double[][] {{1, -1}, {0, 2}}))
                .hasMessageContaining("count -1.0 is not allowed");
        assertThatThrownBy(() -> ConfusionTable.of(new double[][] {{1, Double.NaN}, {0, 2}}))
                .hasMessageContaining("NaN");
    }

    private static double value(OptionalDouble optional) {
        return optional.orElseThrow();
    }
}
