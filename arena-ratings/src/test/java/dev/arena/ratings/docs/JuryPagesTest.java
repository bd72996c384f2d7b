package dev.arena.ratings.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.ratings.agreement.SwapConsistency;
import dev.arena.ratings.agreement.SymmetricDawidSkene;
import dev.arena.ratings.agreement.SymmetricDawidSkene.Reliability;
import dev.arena.ratings.agreement.VotePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The worked examples of the pages on juries and on judges. */
class JuryPagesTest {
    @Test
    void juries_workedExample_printsWhatThePageSays() {
        MethodPage page = MethodPage.read("juries");
        VotePatterns votes = new VotePatterns(3, 3);
        List<String> patterns = new ArrayList<>();
        for (String[] row : page.data()) {
            patterns.add(row[0]);
            votes.add(row[0].chars().map(c -> "12=".indexOf(c)).toArray(), Long.parseLong(row[1]));
        }

        SymmetricDawidSkene.Fit fit = SymmetricDawidSkene.fit(votes);

        List<String> lines = new ArrayList<>();
        for (int p = 0; p < patterns.size(); p++) {
            lines.add(String.format(
                    Locale.ROOT, "%s  %.6f", patterns.get(p), fit.preferences().get(p)));
        }
        for (int j = 0; j < fit.judges().size(); j++) {
            Reliability judge = fit.judges().get(j);
            lines.add(String.format(
                    Locale.ROOT, "judge %d  accuracy %.6f  position %.6f", j + 1, judge.accuracy(), judge.position()));
        }
        assertThat(page.blocks("text").get(0)).isEqualTo(String.join("\n", lines));
    }

    @Test
    void judgeReport_workedExample_printsWhatThePageSays() {
        SwapConsistency judge = new SwapConsistency(130, 55, 15, 60);

        assertThat(MethodPage.read("judge-report").blocks("text").get(0))
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "consistency %.2f  bias index %.6f  McNemar p %.6e",
                        judge.consistency().value().orElseThrow(),
                        judge.biasIndex().orElseThrow(),
                        judge.mcNemarP().orElseThrow()));
    }
}
