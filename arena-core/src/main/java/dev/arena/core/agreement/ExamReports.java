package dev.arena.core.agreement;

import dev.arena.core.agreement.ExamAnswer.Choice;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.Proportion;
import dev.arena.ratings.agreement.SwapConsistency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Marks judges against gold labels.
 *
 * <p>By the sign rule (JudgeBench) each order counts +1 for the right answer, −1 for the opposite one and 0 for a tie or an abstention;
 * the judge is right about a pair where the sum over its orders is above 0. Where the label is a tie, only a tie counts +1 and any winner
 * −1. A pair without any decision counts as not right, never as left out.
 */
public final class ExamReports {
    private ExamReports() {}

    /**
     * How judges are marked.
     *
     * @param byCategory whether each category has a row of its own
     * @param excluded gold pairs that were left out, by reason
     */
    public record Options(double level, boolean byCategory, Map<String, Long> excluded) {}

    /**
     * The report, a row a judge and with {@code byCategory} one more for each category of it.
     *
     * @param answers in the order in which they were given
     * @param settings what else the numbers depend on, the gold's name first
     */
    public static AgreementReport report(List<ExamAnswer> answers, Options options, Map<String, String> settings) {
        Level level = new Level(options.level());
        Map<String, List<ExamAnswer>> byJudge = new TreeMap<>();
        answers.forEach(answer -> byJudge.computeIfAbsent(answer.judge(), key -> new ArrayList<>())
                .add(answer));
        List<AgreementReport.Row> rows = new ArrayList<>();
        byJudge.forEach((judge, own) -> {
            rows.add(row(judge, "", own, level));
            if (options.byCategory()) {
                Map<String, List<ExamAnswer>> parts = new TreeMap<>();
                own.forEach(answer -> parts.computeIfAbsent(
                                Objects.requireNonNullElse(answer.category(), "-"), key -> new ArrayList<>())
                        .add(answer));
                parts.forEach((category, part) -> rows.add(row(judge, "category=" + category, part, level)));
            }
        });
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("rule", "right where the sum over both orders is above 0");
        all.put("level", Double.toString(options.level()));
        all.put("interval", "Wilson, each pair a trial");
        return new AgreementReport("exam", rows, all, options.excluded(), List.of());
    }

    private static AgreementReport.Row row(String judge, String part, List<ExamAnswer> answers, Level level) {
        Marks marks = new Marks();
        Map<String, List<ExamAnswer>> items = new LinkedHashMap<>();
        answers.forEach(answer ->
                items.computeIfAbsent(answer.item(), key -> new ArrayList<>()).add(answer));
        items.values().forEach(marks::add);
        return new AgreementReport.Row(judge, part, marks.counts(), marks.measures(level));
    }

    /** Sums over the pairs of one row. */
    private static final class Marks {
        private long pairs;
        private long right;
        private long rightInAll;
        private long answers;
        private long rightAnswers;
        private long ties;
        private long abstentions;
        private long decisive;
        private long firstPosition;
        private SwapConsistency swaps = SwapConsistency.NONE;

        void add(List<ExamAnswer> orders) {
            pairs++;
            int sum = 0;
            boolean all = true;
            for (ExamAnswer answer : orders) {
                sum += answer.mark();
                all &= answer.mark() == 1;
                add(answer);
            }
            right += sum > 0 ? 1 : 0;
            rightInAll += all && orders.size() > 1 ? 1 : 0;
            addSwaps(orders);
        }

        private void add(ExamAnswer answer) {
            answers++;
            Choice decision = answer.decision();
            if (decision == null) {
                abstentions++;
                return;
            }
            rightAnswers += answer.mark() == 1 ? 1 : 0;
            if (decision == Choice.TIE) {
                ties++;
            } else {
                decisive++;
                firstPosition += (decision == Choice.FIRST) == answer.firstShown() ? 1 : 0;
            }
        }

        private void addSwaps(List<ExamAnswer> orders) {
            List<Choice> one = decisions(orders, true);
            List<Choice> other = decisions(orders, false);
            for (int k = 0; k < Math.min(one.size(), other.size()); k++) {
                swaps = swaps.plus(score(one.get(k), Choice.FIRST), score(other.get(k), Choice.SECOND), 1);
            }
        }

        private static List<Choice> decisions(List<ExamAnswer> orders, boolean firstShown) {
            List<Choice> decisions = new ArrayList<>();
            for (ExamAnswer answer : orders) {
                Choice decision = answer.decision();
                if (answer.firstShown() == firstShown && decision != null) {
                    decisions.add(decision);
                }
            }
            return decisions;
        }

        /** The score of the first position where {@code shown} stood there. */
        private static double score(Choice decision, Choice shown) {
            if (decision == Choice.TIE) {
                return 0.5;
            }
            return decision == shown ? 1 : 0;
        }

        Map<String, Long> counts() {
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("pairs", pairs);
            counts.put("judgments", answers);
            counts.put("ties", ties);
            counts.put("abstentions", abstentions);
            return counts;
        }

        List<Measure> measures(Level level) {
            List<Measure> measures = new ArrayList<>();
            measures.add(Measure.share("accuracy", new Proportion(right, pairs), level));
            measures.add(Measure.share("consistent_accuracy", new Proportion(rightInAll, pairs), level));
            measures.add(Measure.share("accuracy_each_order", new Proportion(rightAnswers, answers), level));
            measures.add(Measure.share("first_position", new Proportion(firstPosition, decisive), level));
            measures.add(Measure.share("flips", swaps.flipRate(), level));
            measures.add(Measure.share("consistency", swaps.consistency(), level));
            measures.add(Measure.share("first_bias", swaps.firstBias(), level));
            measures.add(Measure.share("second_bias", swaps.secondBias(), level));
            return measures;
        }
    }
}
