package dev.arena.core.judge;

import dev.arena.core.config.Section;
import dev.arena.core.model.JudgeDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code type: metric}: compares with a reference, offline. */
public final class MetricType implements JudgeType {
    private static final int MOST_THREADS = 256;

    private static final Map<String, Metric> METRICS =
            byName(new ChrfMetric(), new RougeLMetric(), new ExactMatchMetric());

    private static Map<String, Metric> byName(Metric... metrics) {
        Map<String, Metric> byName = new TreeMap<>();
        for (Metric metric : metrics) {
            byName.put(metric.name(), metric);
        }
        return byName;
    }

    @Override
    public String name() {
        return "metric";
    }

    @Override
    public JudgeSetup read(String name, Section section, TemplateSource templates) {
        String word = section.word("metric", METRICS.keySet(), null);
        Metric metric = METRICS.get(word);
        if (metric == null) {
            throw new IllegalStateException("no metric " + word);
        }
        String turns = section.word("turns", List.of("all", "last"), "all");
        int processors = Runtime.getRuntime().availableProcessors();
        int concurrency = (int) section.whole("concurrency", 1, MOST_THREADS, processors);
        return new Setup(
                name, metric, turns.equals("last") ? MetricJudge.Turns.LAST : MetricJudge.Turns.ALL, concurrency);
    }

    private record Setup(String name, Metric metric, MetricJudge.Turns turns, int concurrency) implements JudgeSetup {
        @Override
        public JudgeDraft identity() {
            return MetricJudge.identity(name, metric, turns);
        }

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
            // A metric judges whoever answered.
        }

        @Override
        public Optional<Quote> quote(JudgeCase judgeCase) {
            return Optional.empty();
        }

        @Override
        public ActingJudge open(World world) {
            return new MetricJudge(name, metric, turns);
        }
    }
}
