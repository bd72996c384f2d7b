package dev.arena.web.cli;

import dev.arena.core.exchange.VoteExport;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.model.Study;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyProgress;
import dev.arena.core.study.StudyService;
import dev.arena.core.study.StudySettingsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that look at studies; they work beside a server. */
final class StudyViewCommands {
    private StudyViewCommands() {}

    /** {@code arena study list}. */
    @Command(
            name = "list",
            description = "List the studies of the database.",
            footer = {
                "",
                "Columns: key, state, version, verdicts on plain battles, voters, name.",
                "",
                "Example: arena study list"
            })
    static final class ListAll implements Callable<Integer> {
        private final CommandContext context;

        ListAll(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            try (ArenaStore store = context.openToRead()) {
                StudyService studies = new StudyService(store, InstantSource.system());
                List<Study> all = studies.list();
                if (all.isEmpty()) {
                    context.say("No study yet. 'arena study create FILE' makes one.");
                }
                for (Study study : all) {
                    StudyProgress progress = studies.progress(study.key());
                    context.console()
                            .out()
                            .println(String.format(
                                    Locale.ROOT,
                                    "%-20s %-7s %4d %8d %6d  %s",
                                    study.key(),
                                    study.state().word(),
                                    study.version().number(),
                                    progress.votes(),
                                    progress.voters().size(),
                                    study.settings().name()));
                }
            }
            return ExitCode.GOOD.code();
        }
    }

    /** {@code arena study status}. */
    @Command(
            name = "status",
            description = "Show how far a study is.",
            footer = {"", "Example: arena study status summaries"})
    static final class Status implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "KEY", description = "The study.")
        String key = "";

        @Option(names = "--settings", description = "Also print its settings, as JSON with every default filled in.")
        boolean settings;

        Status(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            try (ArenaStore store = context.openToRead()) {
                StudyService studies = new StudyService(store, InstantSource.system());
                Study study = studies.get(key);
                PrintWriter out = context.console().out();
                out.println(study.key() + ": " + study.settings().name());
                out.println("state " + study.state().word() + ", version "
                        + study.version().number());
                numbers(studies.progress(key), study, out);
                voters(store, studies.progress(key), out);
                if (settings) {
                    out.println(StudySettingsJson.text(study.settings()));
                }
            }
            return ExitCode.GOOD.code();
        }

        private static void numbers(StudyProgress progress, Study study, PrintWriter out) {
            out.println("verdicts " + progress.votes() + " (gold " + progress.gold() + ", repeats " + progress.repeats()
                    + ", without a verdict " + progress.abstentions() + ")");
            Integer wanted = study.settings().votesPerMatchup();
            out.println("matchups with a verdict " + progress.matchupsWithVotes()
                    + (wanted == null ? "" : ", with all " + wanted + " wanted: " + progress.matchupsWith(wanted)));
            out.println("battles in hand " + progress.open());
            progress.byDay().forEach((day, votes) -> out.println(LocalDate.ofEpochDay(day) + " " + votes));
        }

        private static void voters(ArenaStore store, StudyProgress progress, PrintWriter out) {
            for (StudyProgress.Voter voter : progress.voters()) {
                out.println(store.judges().getJudge(voter.voter()).name() + " " + voter.votes() + " verdicts, "
                        + voter.abstentions() + " without, last " + day(voter.lastVoteMs()));
            }
        }
    }

    private static LocalDate day(long ms) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
    }

    /** {@code arena study export}. */
    @Command(
            name = "export",
            description = "Write the votes of a study as JSON lines: with answers, gold battles and repeats.",
            footer = {"", "Example: arena study export summaries -o votes.jsonl"})
    static final class Export implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "KEY", description = "The study.")
        String key = "";

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Write to this file instead of the screen.")
        @Nullable
        Path file;

        @Option(names = "--force", description = "Replace the file if it is there.")
        boolean force;

        Export(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws IOException {
            VoteExport.Result result;
            try (ArenaStore store = context.openToRead()) {
                Study study = new StudyService(store, InstantSource.system()).get(key);
                VoteFilter filter = VoteFilter.ALL.withStudy(study.key());
                VoteExport export = new VoteExport(
                        store, VotePool.of(store, ArenaVersion.version()).marks(filter));
                if (file == null) {
                    result = export.writeVotes(context.console().out());
                    context.console().out().flush();
                } else {
                    result = OutputFile.writeWith(file, force, out -> export.writeVotes(out));
                    context.say("wrote " + file);
                }
            }
            context.say(result.written() + " rows");
            return ExitCode.GOOD.code();
        }
    }
}
