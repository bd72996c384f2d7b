package dev.arena.web.cli;

import dev.arena.core.exchange.VoteExport;
import dev.arena.core.leaderboard.Jury;
import dev.arena.core.leaderboard.LeaderboardFactory;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.VoteNeeds;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena export}: tables and votes of the database as files. */
@Command(
        name = "export",
        description = "Write the leaderboard, the votes or the battles of the database.",
        footer = {
            "",
            "leaderboard  the rating table (-f table, json, csv, markdown, latex, html)",
            "votes        the whole log as JSON lines, superseded votes and abstentions included",
            "battles      current verdicts on two responses as CSV, for 'arena rate' and other tools",
            "",
            "Examples: arena export leaderboard -o table.tex",
            "          arena export battles -o battles.csv"
        })
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "WHAT", description = "leaderboard, votes or battles.")
    String what = "";

    @Mixin
    final RatingOptions rating = new RatingOptions();

    @Mixin
    final FilterOptions filters = new FilterOptions();

    @Mixin
    final JuryOptions jury = new JuryOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            description = "A table for each category, language, judge or judge-kind.")
    @Nullable
    String by;

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        switch (what) {
            case "leaderboard" -> leaderboard();
            case "votes" -> rows("jsonl", (export, out) -> export.writeVotes(out));
            case "battles" -> rows("csv", (export, out) -> export.writeBattles(out));
            default ->
                throw new UsageException(
                        "export '" + what + "' is not known; use one of: leaderboard, votes, battles.");
        }
        return ExitCode.GOOD.code();
    }

    private void leaderboard() throws IOException {
        output.requireWritable();
        SplitBy split = SplitBy.parse(by);
        List<LeaderboardRequest> requests = rating.requests(PositionChoice.JUDGE);
        VoteNeeds needs = LeaderboardFactory.needs(requests);
        VotePool pool;
        Jury chosen;
        try (ArenaStore store = context.openToRead()) {
            pool = VotePool.of(store, ArenaVersion.version(), needs);
            chosen = jury.ofStore(store, filters.filter());
        }
        output.write(split.boards(pool, filters.filter(), RateCommand.with(chosen, requests)), context);
    }

    /** A way to write rows. */
    @FunctionalInterface
    private interface Rows {
        VoteExport.Result write(VoteExport export, Appendable out) throws IOException;
    }

    private void rows(String only, Rows rows) throws IOException {
        output.requireOnly(what, only);
        VoteExport.Result result;
        try (ArenaStore store = context.openToRead()) {
            VoteExport export = new VoteExport(store);
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
