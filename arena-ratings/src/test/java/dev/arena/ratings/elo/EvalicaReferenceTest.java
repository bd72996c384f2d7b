package dev.arena.ratings.elo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.testing.ReferenceData;
import dev.arena.ratings.testing.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elo of evalica's golden files (K 4), read in file order. */
@ReferenceData.Required
class EvalicaReferenceTest {
    private static final Map<String, Double> SCORE = Map.of("left", 1.0, "right", 0.0, "tie", 0.5);

    @ParameterizedTest
    @CsvSource({
        "evalica/food.csv,0,evalica/food-golden.csv,30",
        "llmfao/crowd-comparisons.csv,6,evalica/llmfao-golden.csv,8931"
    })
    void rate_goldenFile_isReproduced(String file, int left, String golden, int expectedRows) {
        List<String[]> rows = ReferenceData.csv(file);
        List<String> names = new ArrayList<>();
        for (String[] row : rows) {
            for (int side = left; side < left + 2; side++) {
                if (!names.contains(row[side])) {
                    names.add(row[side]);
                }
            }
        }
        int winner = left == 0 ? 2 : left - 1;
        EvidenceBuilder builder = Evidence.builder(names.size());
        for (String[] row : rows) {
            double score = SCORE.getOrDefault(row[winner], Double.NaN);
            builder.comparison(names.indexOf(row[left]), names.indexOf(row[left + 1]), score);
        }
        RatingResult result = Elo.withDefaults().rate(builder.build());

        assertThat(rows).hasSize(expectedRows);
        double[] ratings = Results.displayed(result);
        List<String[]> expected = ReferenceData.csv(golden).stream()
                .filter(row -> row[0].equals("elo"))
                .toList();
        assertThat(expected).hasSameSizeAs(names);
        for (String[] row : expected) {
            assertThat(ratings[names.indexOf(row[1])]).as(row[1]).isEqualTo(Double.parseDouble(row[2]), within(1e-8));
        }
    }
}
