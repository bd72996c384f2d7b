package dev.arena.web.cli;

import dev.arena.core.leaderboard.Jury;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardFactory;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.RatingSource;
import dev.arena.core.leaderboard.StoreReading;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VoteNeeds;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena rate}: ratings from the database or straight from files. */
@Command(
        name = "rate",
        description = "Rate the votes of the database, or of files.",
        footer = {
            "",
            "Files are recognised by content: CSV, TSV, JSON, JSONL, and .gz of each; '-' is standard input."
                    + " 'docs/formats.md' has",
            "the columns. A file of battles needs model_a, model_b and winner (model_a, model_b, tie, both_bad).",
            "",
            "Examples: arena rate battles.csv",
            "          arena rate --method bt --method elo --method pl votes.jsonl",
            "          arena rate --method elo --by category -f json",
            "          arena rate --run ID --swap raw --swap tie --jury majority"
        })
final class RateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files of votes; none: the database.")
    List<String> files = new ArrayList<>();

    @Mixin
    final RatingOptions rating = new RatingOptions();

    @Mixin
    final FilterOptions filters = new FilterOptions();

    @Mixin
    final JuryOptions jury = new JuryOptions();

    @Mixin
    final CanaryOptions canaries = new CanaryOptions();

    @Mixin
    final PpiOptions ppi = new PpiOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            description = "A table for each category, language, judge or judge-kind.")
    @Nullable
    String by;

    @Option(
            names = "--quality",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "Whether decisions on voters hold, for the database (default: ${DEFAULT-VALUE}).")
    String quality = "on";

    @Option(
            names = "--reweight",
            paramLabel = "RULE",
            defaultValue = "none",
            description =
                    "none, or pick: each vote of the database weighs by the inverse of the probability with which the"
                            + " matchmaker drew its battle (default: ${DEFAULT-VALUE}).")
    String reweight = "none";

    @Option(
            names = "--skip-invalid",
            paramLabel = "REJECTS",
            description = "Set invalid rows aside in this file and go on; they are counted in 'excluded'.")
    @Nullable
    Path rejects;

    @Option(
            names = "--input-format",
            paramLabel = "SHAPE",
            defaultValue = "auto",
            description = "auto, or the shape of the files.")
    String inputFormat = "auto";

    RateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        output.requireWritable();
        VoteFilter filter = filters.filter();
        SplitBy split = SplitBy.parse(by);
        if (ppi.isAsked()) {
            jury.requireNone("--ppi", "combines people with single judges");
        }
        if (split.ofJudges()) {
            jury.requireNone("--by " + by, "shows judges one by one");
        }
        List<LeaderboardRequest> requests =
                rating.requests(files.isEmpty() ? PositionChoice.JUDGE : PositionChoice.OFF);
        VoteNeeds needs = LeaderboardFactory.needs(requests);
        VotePool pool;
        Jury chosen;
        CanaryOptions.Found found = CanaryOptions.Found.NOTHING;
        if (files.isEmpty()) {
            try (ArenaStore store = context.openToRead()) {
                pool = VotePool.of(store, ArenaVersion.version(), reading(needs));
                chosen = split.ofJudges() ? Jury.NONE : jury.ofStore(store, filter);
                found = canaries.of(store, pool, filter);
            }
        } else {
            requireUsual();
            pool = new FileVotes(context, inputFormat, rejects).read(files, needs.within(filter));
            chosen = jury.ofFiles();
        }
        List<Leaderboard> boards = ppi.isAsked()
                ? ppi.boards(pool, split, filter, requests)
                : split.boards(pool, filter, with(chosen, requests));
        output.write(canaries.guarded(boards, found), context);
        return ExitCode.GOOD.code();
    }

    private StoreReading reading(VoteNeeds needs) {
        return StoreReading.of(needs)
                .withQuality(QualityChoice.parse(quality) != QualityChoice.OFF)
                .withReweight(isReweighted());
    }

    private boolean isReweighted() {
        if (!reweight.equals("none") && !reweight.equals("pick")) {
            throw new UsageException("--reweight '" + reweight + "' is not allowed; use one of: none, pick.");
        }
        return reweight.equals("pick");
    }

    private void requireUsual() {
        if (isReweighted()) {
            throw new UsageException(
                    "--reweight pick needs the database: files do not say how likely a battle was. Leave the files out, or"
                            + " use --pair-weights.");
        }
    }

    /** The same tables of a jury. */
    static List<LeaderboardRequest> with(Jury jury, List<LeaderboardRequest> requests) {
        return requests.stream().map(request -> request.with(jury)).toList();
    }

    /** The names of the files, for the provenance. */
    static RatingSource source(List<String> files) {
        List<String> names = files.stream()
                .map(file -> String.valueOf(Path.of(file).getFileName()))
                .toList();
        return new RatingSource(String.join(", ", names), null, ArenaVersion.version(), List.of());
    }
}
