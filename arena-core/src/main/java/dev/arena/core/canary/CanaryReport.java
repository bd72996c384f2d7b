package dev.arena.core.canary;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.Proportion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one judge made of the canaries.
 *
 * @param lines by kind, in the order of {@link CanaryKind}
 */
public record CanaryReport(String judge, double tolerance, List<Line> lines) {
    private static final Level LEVEL = new Level(0.95);

    public CanaryReport {
        lines = List.copyOf(lines);
    }

    /** Whether a judge passed, failed, or was never put to the test. */
    public enum Status {
        PASSED,
        FAILED,
        NOT_RUN;

        /** The word used in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One kind.
     *
     * @param won questions in which the judge preferred the canary
     * @param interval Wilson's, at 95 %, of the share of these among the questions with a verdict; empty without any
     * @param status failed where even the lower end of the interval is above the tolerance
     */
    public record Line(
            CanaryKind kind,
            long won,
            long tied,
            long lost,
            long abstained,
            Optional<Interval> interval,
            Status status) {
        /** Questions with a verdict. */
        public long decided() {
            return won + tied + lost;
        }
    }

    /** Counts results into a report; what is not in the map was not run. */
    public static CanaryReport of(String judge, double tolerance, Map<CanaryKind, Map<Canary.Result, Long>> results) {
        List<Line> lines = new ArrayList<>();
        for (CanaryKind kind : CanaryKind.values()) {
            Map<Canary.Result, Long> counts = new EnumMap<>(Canary.Result.class);
            counts.putAll(results.getOrDefault(kind, Map.of()));
            long won = counts.getOrDefault(Canary.Result.WON, 0L);
            long tied = counts.getOrDefault(Canary.Result.TIED, 0L);
            long lost = counts.getOrDefault(Canary.Result.LOST, 0L);
            Optional<Interval> interval = new Proportion(won, won + tied + lost).interval(LEVEL);
            Status status = interval.map(bounds -> bounds.lower() > tolerance ? Status.FAILED : Status.PASSED)
                    .orElse(Status.NOT_RUN);
            lines.add(new Line(
                    kind, won, tied, lost, counts.getOrDefault(Canary.Result.ABSTAINED, 0L), interval, status));
        }
        return new CanaryReport(judge, tolerance, lines);
    }

    /** The kinds that got through. */
    public List<Line> failed() {
        return lines.stream().filter(line -> line.status() == Status.FAILED).toList();
    }

    /** Whether any kind was put to this judge with a verdict. */
    public boolean run() {
        return lines.stream().anyMatch(line -> line.status() != Status.NOT_RUN);
    }
}
