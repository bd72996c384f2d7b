package dev.arena.web.cli;

import dev.arena.core.exchange.VoteExport;
import dev.arena.core.export.DisagreementWriter;
import dev.arena.core.export.JudgeReportWriter;
import dev.arena.core.leaderboard.Disagreement;
import dev.arena.core.leaderboard.Disagreements;
import dev.arena.core.leaderboard.JudgeBoard;
import dev.arena.core.leaderboard.Jury;
import dev.arena.core.leaderboard.LeaderboardFactory;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VoteNeeds;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arena export}: tables and votes of the database as files. */
@Command(
        name = "export",
        description = "Write the leaderboard, the votes, the battles or reports on the judges of the database.",
        footer = {
            "",
            "leaderboard  the rating table (-f table, json, csv, markdown, latex, html)",
            "votes        the log as JSON lines, superseded votes and abstentions included",
            "battles      rated verdicts on two responses as CSV, for 'arena rate' and other tools",
            "judges       how each judge judges: consistency, biases, ties, abstentions (formats of leaderboard)",
            "disagreements  matchups on which judges disagree, most first (-f jsonl or csv), for people to look at",
            "",
            "Filters (--judge … --until) hold for all of them, as in 'arena rate'. Votes and battles, rated as files, give",
            "what the database gives.",
            "",
            "Examples: arena export leaderboard -o table.tex",
            "          arena export battles -o battles.csv",
            "          arena export judges --run ID -f markdown",
            "          arena export disagreements --run ID -o study.jsonl"
        })
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "WHAT", description = "leaderboard, votes, battles, judges or disagreements.")
    String what = "";

    @Mixin
    final RatingOptions rating = new RatingOptions();

    @Mixin
    final FilterOptions filters = new FilterOptions();

    @Mixin
    final JuryOptions jury = new JuryOptions();

    @Mixin
    final CanaryOptions canaries = new CanaryOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            description = "A table for each category, language, judge or judge-kind.")
    @Nullable
    String by;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        switch (what) {
            case "leaderboard" -> leaderboard();
            case "votes" -> rows("jsonl", (export, out) -> export.writeVotes(out));
            case "battles" -> rows("csv", (export, out) -> export.writeBattles(out));
            case "judges" -> judges();
            case "disagreements" -> disagreements();
            default ->
                throw new UsageException("export '" + what
                        + "' is not known; use one of: leaderboard, votes, battles, judges, disagreements.");
        }
        return ExitCode.GOOD.code();
    }

    private void leaderboard() throws IOException {
        output.requireWritable();
        SplitBy split = SplitBy.parse(by);
        List<LeaderboardRequest> requests = rating.requests(PositionChoice.JUDGE);
        VoteNeeds needs = LeaderboardFactory.needs(requests);
        VoteFilter filter = filters.filter();
        VotePool pool;
        Jury chosen;
        CanaryOptions.Found found;
        try (ArenaStore store = context.openToRead()) {
            pool = VotePool.of(store, ArenaVersion.version(), needs);
            chosen = split.ofJudges() ? Jury.NONE : jury.ofStore(store, filter);
            found = canaries.of(store, pool, filter);
        }
        output.write(canaries.guarded(split.boards(pool, filter, RateCommand.with(chosen, requests)), found), context);
    }

    private void judges() throws IOException {
        output.requireWritable();
        List<LeaderboardRequest> requests = rating.requests(PositionChoice.JUDGE);
        if (requests.size() > 1 || by != null) {
            throw new UsageException(
                    "export judges is one report; say one --method, --swap and --position, and no --by.");
        }
        VoteNeeds needs = new VoteNeeds(true, true, true, null, null);
        VotePool pool;
        Jury chosen;
        try (ArenaStore store = context.openToRead()) {
            pool = VotePool.of(store, ArenaVersion.version(), needs);
            chosen = jury.ofStore(store, filters.filter());
        }
        LeaderboardRequest request = requests.get(0).with(filters.filter()).with(chosen);
        output.write(JudgeReportWriter.text(JudgeBoard.board(pool, request), output.tableFormat()), context);
    }

    private void disagreements() throws IOException {
        boolean csv = output.oneOf(what, List.of("jsonl", "csv")).equals("csv");
        List<Disagreement> rows;
        try (ArenaStore store = context.openToRead()) {
            VotePool pool = VotePool.of(store, ArenaVersion.version());
            pool.requireSome(filters.filter());
            rows = Disagreements.of(pool.select(filters.filter()), jury.ofStore(store, filters.filter()));
        }
        StringBuilder text = new StringBuilder();
        if (csv) {
            DisagreementWriter.writeCsv(rows, text);
        } else {
            DisagreementWriter.writeJsonLines(rows, text);
        }
        output.write(text.toString(), context);
        context.say(rows.size() + " matchups on which judges disagree");
    }

    /** Refuses flags of the command line that say how to rate: rows of votes are not rated. */
    private void requireNoRating() {
        List<String> wrong = new ArrayList<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            boolean fits = Stream.of(filters, output, context.global()).anyMatch(part -> isOf(option, part))
                    || option.usageHelp()
                    || option.versionHelp();
            if (!fits) {
                wrong.add(option.names()[0]);
            }
        }
        if (!wrong.isEmpty()) {
            throw new UsageException("export " + what + " rates nothing, so " + String.join(", ", wrong)
                    + " cannot apply; leave it out. Filters such as --study and --since can be given.");
        }
    }

    private static boolean isOf(OptionSpec option, Object part) {
        return option.userObject() instanceof Field field && field.getDeclaringClass() == part.getClass();
    }

    /** A way to write rows. */
    @FunctionalInterface
    private interface Rows {
        VoteExport.Result write(VoteExport export, Appendable out) throws IOException;
    }

    private void rows(String only, Rows rows) throws IOException {
        output.requireOnly(what, only);
        requireNoRating();
        VoteFilter filter = filters.filter();
        VoteExport.Result result;
        try (ArenaStore store = context.openToRead()) {
            VotePool pool = VotePool.of(store, ArenaVersion.version());
            pool.requireSome(filter);
            VoteExport export = new VoteExport(store, pool.marks(filter));
            Path file = output.file();
            if (file == null) {
                result = rows.write(export, context.console().out());
                context.console().out().flush();
            } else {
                result = OutputFile.writeWith(file, output.force, out -> rows.write(export, out));
                context.say("wrote " + file);
            }
        }
        context.say(result.written() + " rows");
        new TreeMap<>(result.leftOut())
                .forEach((reason, count) -> context.say(count + " left out: " + reason.replace('_', ' ')));
    }
}
