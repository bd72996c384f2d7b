package dev.arena.core.judge;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code type: scripted}: a seeded stand-in with planted strengths and biases, for tests and demonstrations. */
public final class ScriptedType implements JudgeType {
    private static final double MOST_LOG_ODDS = 20;
    private static final int MOST_THREADS = 256;
    private static final int SHORT = 12;
    private static final String STRENGTHS = "contestant: strength in natural log-odds";

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public JudgeSetup read(String name, Section section, TemplateSource templates) {
        Section strengths = section.findSection("strengths", STRENGTHS)
                .orElseThrow(() -> section.missing("strengths", STRENGTHS, ""));
        Map<String, Double> planted = byContestant(strengths);
        Section self = section.findSection("self_preference", "contestant: log-odds in its favour")
                .orElse(null);
        Map<String, Double> preferred = self == null ? Map.of() : byContestant(self);
        for (String contestant : preferred.keySet()) {
            if (self != null && !planted.containsKey(contestant)) {
                throw self.bad(
                        contestant,
                        "the preference for a contestant without a strength",
                        "contestants of strengths: " + String.join(", ", planted.keySet()),
                        Nearest.hint(contestant, planted.keySet()));
            }
        }
        ScriptedJudge.Biases biases =
                new ScriptedJudge.Biases(logOdds(section, "position_bias"), logOdds(section, "length_bias"), preferred);
        ScriptedJudge.Habits habits = new ScriptedJudge.Habits(
                planted, biases, share(section, "tie_rate"), share(section, "noise"), faults(section));
        int concurrency = (int) section.whole("concurrency", 1, MOST_THREADS, 1);
        String version = "scripted-2@" + Hash.of(habits.toString()).substring(0, SHORT);
        return new Setup(new JudgeDraft(JudgeKind.SCRIPTED, name, version), habits, concurrency, strengths);
    }

    private static Map<String, Double> byContestant(Section section) {
        Map<String, Double> planted = new TreeMap<>();
        for (String contestant : section.keys()) {
            planted.put(
                    contestant,
                    section.findNumber(contestant, -MOST_LOG_ODDS, MOST_LOG_ODDS)
                            .orElseThrow());
        }
        return planted;
    }

    private static ScriptedJudge.Faults faults(Section section) {
        ScriptedJudge.Faults faults = new ScriptedJudge.Faults(
                share(section, "malformed_rate"), share(section, "refusal_rate"), share(section, "failure_rate"));
        double sum = faults.malformed() + faults.refused() + faults.failed();
        if (sum > 1) {
            throw section.bad(
                    "failure_rate",
                    Double.toString(faults.failed()),
                    "malformed_rate, refusal_rate and failure_rate of at most 1 together",
                    "");
        }
        return faults;
    }

    private static double logOdds(Section section, String key) {
        return section.findNumber(key, -MOST_LOG_ODDS, MOST_LOG_ODDS).orElse(0);
    }

    private static double share(Section section, String key) {
        return section.findNumber(key, 0, 1).orElse(0);
    }

    private record Setup(JudgeDraft identity, ScriptedJudge.Habits habits, int concurrency, Section strengths)
            implements JudgeSetup {
        @Override
        public boolean calls() {
            return false;
        }

        @Override
        public boolean priced() {
            return true;
        }

        @Override
        public void check(List<String> contestants) {
            for (String planted : habits.strengths().keySet()) {
                if (!contestants.contains(planted)) {
                    throw strengths.bad(
                            planted,
                            "the strength of a contestant that does not compete",
                            "strengths of " + String.join(", ", contestants),
                            Nearest.hint(planted, contestants));
                }
            }
            for (String contestant : contestants) {
                if (!habits.strengths().containsKey(contestant)) {
                    throw strengths.bad(
                            contestant, null, "a number for every contestant", "Add '" + contestant + ": 0.0'.");
                }
            }
        }

        @Override
        public Optional<Quote> quote(JudgeCase judgeCase) {
            return Optional.empty();
        }

        @Override
        public ActingJudge open(World world) {
            return new ScriptedJudge(identity, habits);
        }
    }
}
