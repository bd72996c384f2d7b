package dev.arena.ratings.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.agreement.KrippendorffAlpha.Distance;
import dev.arena.ratings.testing.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ManyJudgesTest {
    private static final Offset<Double> DIGITS = within(1e-9);

    @Test
    void fleissKappa_tenItemsFourteenJudges_isThePublishedNumber() {
        // the worked example of Wikipedia, "Fleiss' kappa"
        long[][] counts = {
            {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
            {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
        };
        assertThat(FleissKappa.of(counts).orElseThrow()).isEqualTo(.209930704, DIGITS);
    }

    @Test
    void fleissKappa_badCounts_areRefused() {
        assertThat(FleissKappa.of(new long[0][0])).isEmpty();
        assertThat(FleissKappa.of(new long[][] {{2, 0}, {2, 0}})).isEmpty();
        assertThatThrownBy(() -> FleissKappa.of(new long[][] {{2, 0}, {1, 0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 1 over 2 beside 2");
        assertThatThrownBy(() -> FleissKappa.of(new long[][] {{3, -1}})).hasMessageContaining("count -1");
    }

    @Test
    @ReferenceData.Required
    void alpha_fourObservers_isThatOfEvalica() {
        List<double[]> units = units("evalica/codings.csv");
        assertThat(KrippendorffAlpha.of(units, Distance.NOMINAL).orElseThrow()).isEqualTo(904.0 / 1216, DIGITS);
        assertThat(KrippendorffAlpha.of(units, Distance.ORDINAL).orElseThrow()).isEqualTo(.815387504, DIGITS);
        assertThat(KrippendorffAlpha.of(units, Distance.INTERVAL).orElseThrow()).isEqualTo(.849107143, DIGITS);
        assertThat(KrippendorffAlpha.of(units, Distance.RATIO).orElseThrow()).isEqualTo(.797402775, DIGITS);
    }

    @Test
    @ReferenceData.Required
    void alpha_namesWithGaps_isThatOfEvalica() {
        assertThat(KrippendorffAlpha.of(units("evalica/gcl.csv"), Distance.NOMINAL)
                        .orElseThrow())
                .isEqualTo(.0833333, within(1e-6));
    }

    @Test
    void alpha_singleValues_sayNothing() {
        List<double[]> pairs = List.of(new double[] {1, 1}, new double[] {2, 2}, new double[] {1, 2});
        List<double[]> more = new ArrayList<>(pairs);
        more.add(new double[] {9});
        more.add(new double[0]);
        for (Distance distance : Distance.values()) {
            assertThat(KrippendorffAlpha.of(more, distance))
                    .as(distance.toString())
                    .isEqualTo(KrippendorffAlpha.of(pairs, distance));
        }
        assertThat(KrippendorffAlpha.of(List.of(new double[] {3, 3}), Distance.INTERVAL))
                .isEmpty();
        assertThat(KrippendorffAlpha.of(List.of(), Distance.NOMINAL)).isEmpty();
    }

    @Test
    void alpha_noValues_areRefused() {
        List<double[]> unit = List.of(new double[] {1, Double.NaN});
        assertThatThrownBy(() -> KrippendorffAlpha.of(unit, Distance.NOMINAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        List<double[]> negative = List.of(new double[] {-1, 2});
        assertThatThrownBy(() -> KrippendorffAlpha.of(negative, Distance.RATIO))
                .hasMessageContaining("-1.0 is no ratio");
    }

    @Test
    void rankCorrelation_sixContestants_isThatOfTheSpecification() {
        double[] ratings = {1093.783055, 1018.670107, 975.502839, 912.043999, 1050, 990};
        double[] winRates = {.71, .55, .56, .40, .66, .56};
        assertThat(RankCorrelation.spearman(ratings, winRates).orElseThrow()).isEqualTo(.811679450, DIGITS);
        assertThat(RankCorrelation.kendall(ratings, winRates).orElseThrow()).isEqualTo(.690065559, DIGITS);
    }

    @Test
    void rankCorrelation_extremes_staysInRange() {
        double[] rising = {1, 2, 3, 4};
        double[] falling = {4, 3, 2, 1};
        assertThat(RankCorrelation.spearman(rising, falling).orElseThrow()).isEqualTo(-1, DIGITS);
        assertThat(RankCorrelation.kendall(rising, rising)).hasValue(1);
        assertThat(RankCorrelation.spearman(rising, new double[4])).isEmpty();
        assertThat(RankCorrelation.kendall(rising, new double[4])).isEmpty();
        assertThat(RankCorrelation.kendall(new double[] {1}, new double[] {1})).isEmpty();
        assertThatThrownBy(() -> RankCorrelation.spearman(rising, new double[3]))
                .hasMessageContaining("4 and 3");
        double[] notANumber = {1, 2, 3, Double.NaN};
        assertThatThrownBy(() -> RankCorrelation.kendall(rising, notANumber)).hasMessageContaining("NaN");
    }

    /** A line an observer, a column a unit. */
    private static List<double[]> units(String path) {
        List<String[]> lines = ReferenceData.rows(path);
        Map<String, Integer> codes = new TreeMap<>();
        List<double[]> units = new ArrayList<>();
        for (int column = 0; column < lines.get(0).length; column++) {
            int unit = column;
            units.add(lines.stream()
                    .filter(line -> unit < line.length && !line[unit].isBlank())
                    .mapToDouble(line -> code(line[unit].strip(), codes))
                    .toArray());
        }
        return units;
    }

    private static double code(String text, Map<String, Integer> codes) {
        return Character.isDigit(text.charAt(0))
                ? Double.parseDouble(text)
                : codes.computeIfAbsent(text, name -> codes.size());
    }
}
