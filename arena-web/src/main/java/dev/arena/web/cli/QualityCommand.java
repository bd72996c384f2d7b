package dev.arena.web.cli;

import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.problem.UsageException;
import dev.arena.core.quality.QualityReport;
import dev.arena.core.quality.QualitySensitivity;
import dev.arena.core.quality.QualityService;
import dev.arena.core.quality.Signal;
import dev.arena.core.quality.StoredMarks;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.StoredStudy;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code arena quality}: what the checks say about every voter. */
@Command(
        name = "quality",
        description = "Show what the quality checks say about every voter, and what was decided.",
        footer = {
            "",
            "Columns: voter, current votes, skips, suspect signals, unknown signals (too little to go on, or a check that"
                    + " failed), decision.",
            "A line below a voter is a suspect signal: its value, its threshold and what it rests on. Nothing is decided"
                    + " here:",
            "administrators decide in the browser, or 'arena serve --quality auto' by its rules.",
            "",
            "Examples: arena quality",
            "          arena quality --study summaries --sensitivity"
        })
final class QualityCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--study", paramLabel = "KEY", description = "Only the votes of this study.")
    @Nullable
    String study;

    @Option(
            names = "--sensitivity",
            description = "Also print what the decisions do to each rating of the default board.")
    boolean sensitivity;

    QualityCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (ArenaStore store = context.openToRead()) {
            QualityReport report = new QualityService(store, new StoredMarks(store.studies())).report(find(store));
            PrintWriter out = context.console().out();
            print(report, out);
            if (sensitivity) {
                out.println();
                printSensitivity(store, out);
            }
            for (QualityReport.Alarm alarm : report.alarms()) {
                context.say("arena: the check " + alarm.check() + " failed for " + alarm.voters() + " voters ("
                        + alarm.message() + "); what it would say is unknown, and every vote counts.");
            }
        }
        return ExitCode.GOOD.code();
    }

    private @Nullable StudyId find(ArenaStore store) {
        if (study == null) {
            return null;
        }
        return store.studies()
                .find(study)
                .map(StoredStudy::id)
                .orElseThrow(() -> new UsageException("--study '" + study + "' is not among the studies: "
                        + String.join(
                                ", ",
                                store.studies().list().stream()
                                        .map(StoredStudy::key)
                                        .sorted()
                                        .toList())
                        + "."));
    }

    private void print(QualityReport report, PrintWriter out) {
        if (report.voters().isEmpty()) {
            context.say("Nobody has voted yet.");
            return;
        }
        out.println(String.format(
                Locale.ROOT, "%-32s %7s %7s %8s %8s  %s", "voter", "votes", "skips", "suspect", "unknown", "decision"));
        for (QualityReport.VoterReport voter : report.voters()) {
            long unknown = voter.signals().stream()
                    .filter(signal -> signal.state() == Signal.State.UNKNOWN)
                    .count();
            out.println(String.format(
                    Locale.ROOT,
                    "%-32s %7d %7d %8d %8d  %s",
                    voter.judge().name(),
                    voter.votes(),
                    voter.skips(),
                    voter.suspect(),
                    unknown,
                    decision(voter.decision())));
            voter.signals().stream()
                    .filter(signal -> signal.state() == Signal.State.SUSPECT)
                    .forEach(signal -> out.println(String.format(
                            Locale.ROOT,
                            "  %s %.4g (threshold %.4g): %s",
                            signal.id(),
                            signal.value(),
                            signal.threshold(),
                            signal.detail())));
        }
    }

    private static String decision(@Nullable VoterDecision decision) {
        if (decision == null) {
            return "-";
        }
        String weight = decision.action() == VoterDecision.Action.WEIGHT ? " " + decision.weight() : "";
        return decision.action().word() + weight + " (" + decision.reason() + ", by " + decision.by() + ")";
    }

    private static void printSensitivity(ArenaStore store, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "%-32s %10s %10s %10s", "contestant", "rating", "without", "change"));
        for (QualitySensitivity.Change change : QualitySensitivity.of(store, ArenaVersion.version())) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-32s %10s %10s %10s",
                    change.contestant(),
                    shown(change.rating()),
                    shown(change.without()),
                    shown(change.change())));
        }
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }
}
