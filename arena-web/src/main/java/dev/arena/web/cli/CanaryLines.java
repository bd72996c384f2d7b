package dev.arena.web.cli;

import dev.arena.core.canary.CanaryReport;
import dev.arena.core.canary.CanaryReport.Line;
import dev.arena.core.canary.CanaryReport.Status;
import dev.arena.core.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What judges made of canaries, in lines for people. */
final class CanaryLines {
    private static final double PERCENT = 100;

    private CanaryLines() {}

    /** A line for each kind; empty for a judge that was not put to the test. */
    static List<String> of(CanaryReport report) {
        List<String> lines = new ArrayList<>();
        for (Line line : report.lines()) {
            String none = line.abstained() > 0 ? format(", %,d without a verdict", line.abstained()) : "";
            lines.add(format(
                    "canary %s before judge %s: %s (%s); %s%s",
                    line.kind().word(),
                    report.judge(),
                    line.status().word().replace('_', ' '),
                    line.kind().description(),
                    line.status() == Status.NOT_RUN ? "no verdict" : won(line),
                    none));
        }
        return lines;
    }

    /** What a judge failed, in a sentence; empty where it failed nothing. */
    static Optional<String> failure(CanaryReport report, Run run) {
        List<String> failed = new ArrayList<>();
        for (Line line : report.failed()) {
            double least = line.interval().orElseThrow().lower();
            failed.add(format("%s %s (at least %.1f %% at 95 %%)", line.kind().word(), won(line), PERCENT * least));
        }
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(format(
                        "judge '%s' failed the canaries of run %s: %s, where %.1f %% are tolerated",
                        report.judge(), run.id(), String.join(", ", failed), PERCENT * report.tolerance()));
    }

    private static String won(Line line) {
        return format("won %,d, tied %,d, lost %,d of %,d", line.won(), line.tied(), line.lost(), line.decided());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
