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

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public JudgeSetup read(String name, Section section, TemplateSource templates) {
        Section strengths = section.findSection("strengths", "contestant: strength in natural log-odds")
                .orElseThrow(() -> section.missing("strengths", "contestant: strength in natural log-odds", ""));
        Map<String, Double> planted = new TreeMap<>();
        for (String contestant : strengths.keys()) {
            planted.put(
                    contestant,
                    strengths
                            .findNumber(contestant, -MOST_LOG_ODDS, MOST_LOG_ODDS)
                            .orElseThrow());
        }
        ScriptedJudge.Habits habits = new ScriptedJudge.Habits(
                planted,
                section.findNumber("position_bias", -MOST_LOG_ODDS, MOST_LOG_ODDS)
                        .orElse(0),
                section.findNumber("tie_rate", 0, 1).orElse(0),
                section.findNumber("noise", 0, 1).orElse(0));
        int concurrency = (int) section.whole("concurrency", 1, MOST_THREADS, 1);
        String version = "scripted-1@" + Hash.of(habits.toString()).substring(0, SHORT);
        return new Setup(new JudgeDraft(JudgeKind.SCRIPTED, name, version), habits, concurrency, strengths);
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
