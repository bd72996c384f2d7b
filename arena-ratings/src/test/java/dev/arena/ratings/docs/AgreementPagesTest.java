package dev.arena.ratings.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.agreement.ConfusionTable;
import dev.arena.ratings.agreement.PairedScores;
import dev.arena.ratings.agreement.PredictionPowered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The worked examples of {@code docs/methods/agreement.md} and {@code ppi.md}. */
class AgreementPagesTest {
    private static final List<String> HEADINGS = List.of(
            "Data",
            "Model",
            "When no finite answer exists",
            "What the regulariser means",
            "Cost and accuracy",
            "Source",
            "Worked example");

    @Test
    void agreement_workedExample_printsWhatThePageSays() {
        MethodPage page = MethodPage.read("agreement");
        assertThat(page.headings()).containsAll(HEADINGS);
        double[][] counts = new double[3][3];
        List<String[]> rows = page.data();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                counts[i][j] = Double.parseDouble(rows.get(i)[j + 1]);
            }
        }
        ConfusionTable table = ConfusionTable.of(counts);
        String text = line("observed       ", table.observed())
                + "\n" + line("kappa          ", table.kappa())
                + String.format(Locale.ROOT, " (se %.6f)", table.kappaStdError().orElseThrow())
                + "\n" + line("weighted kappa ", table.linearKappa())
                + "\n" + line("alpha          ", table.alpha())
                + "\n" + line("AC1            ", table.ac1());
        assertThat(page.blocks("text").get(0)).isEqualTo(text);
    }

    private static String line(String name, OptionalDouble value) {
        return String.format(Locale.ROOT, "%s %.6f", name, value.orElseThrow());
    }

    @Test
    void ppi_workedExample_printsWhatThePageSays() {
        MethodPage page = MethodPage.read("ppi");
        assertThat(page.headings()).containsAll(HEADINGS);
        PairedScores scores = scores(page.data());
        PredictionPowered.Answer alone =
                PredictionPowered.byPair().withLambda(0).rate(scores);
        PredictionPowered.Answer byPair = PredictionPowered.byPair().rate(scores);
        PredictionPowered.Answer pooled = PredictionPowered.pooled().rate(scores);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "people alone              by pair, lambda %.3f     pooled, lambda %.3f",
                byPair.lambda(),
                pooled.lambda()));
        for (int i = 0; i < 3; i++) {
            StringBuilder line = new StringBuilder().append("ABC".charAt(i)).append(' ');
            for (PredictionPowered.Answer answer : List.of(alone, byPair, pooled)) {
                RatingResult result = answer.results().get(0);
                line.append(String.format(
                        Locale.ROOT,
                        " %9.6f  se %.6f ",
                        result.rating(i).strength().orElseThrow(),
                        Math.sqrt(((Covariance) result.uncertainty()).variance(i))));
            }
            lines.add(line.toString().stripTrailing());
        }
        assertThat(page.blocks("text").get(0)).isEqualTo(String.join("\n", lines));
    }

    private static PairedScores scores(List<String[]> rows) {
        PairedScores scores = new PairedScores(3);
        for (String[] row : rows) {
            int first = "ABC".indexOf(row[0].charAt(0));
            int second = "ABC".indexOf(row[0].charAt(1));
            for (int k = 0; k < Integer.parseInt(row[3]); k++) {
                if (row[1].isEmpty()) {
                    scores.judge(first, second, Double.parseDouble(row[2]));
                } else {
                    scores.both(first, second, Double.parseDouble(row[1]), Double.parseDouble(row[2]));
                }
            }
        }
        return scores;
    }
}
