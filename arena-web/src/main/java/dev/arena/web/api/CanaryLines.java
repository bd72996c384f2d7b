package dev.arena.web.api;

import dev.arena.core.canary.CanaryReport;
import dev.arena.core.model.RunId;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.CanaryReports;
import java.util.ArrayList;
import java.util.List;

/** What the judges of a run made of the canaries, for its page. */
record CanaryLines(ArenaStore store) {
    /** One judge and one kind of canary. */
    record Line(
            String judge,
            String kind,
            String description,
            long won,
            long tied,
            long lost,
            long abstained,
            String status) {}

    /** The lines of a run, by judge; none where nothing was planted. */
    List<Line> of(String run) {
        List<Line> lines = new ArrayList<>();
        store.runs().findRun(new RunId(run)).ifPresent(stored -> {
            for (CanaryReport report : CanaryReports.of(store, stored)) {
                report.lines().forEach(line -> lines.add(line(report.judge(), line)));
            }
        });
        return lines;
    }

    private static Line line(String judge, CanaryReport.Line line) {
        return new Line(
                judge,
                line.kind().word(),
                line.kind().description(),
                line.won(),
                line.tied(),
                line.lost(),
                line.abstained(),
                line.status().word());
    }
}
