package dev.arena.web.cli;

import dev.arena.core.agreement.AgreementReport;
import dev.arena.core.agreement.AgreementRequest;
import dev.arena.core.agreement.AgreementService;
import dev.arena.core.agreement.AgreementService.Side;
import dev.arena.core.agreement.JudgeSelector;
import dev.arena.core.export.AgreementWriter;
import dev.arena.core.export.TableFormat;
import dev.arena.core.leaderboard.Selection;
import dev.arena.core.leaderboard.SwapPolicy;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VoteNeeds;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena agree}: how far judges agree with people, or with each other. */
@Command(
        name = "agree",
        description = "How far judges agree with a reference, such as people, on the same items.",
        footer = {
            "",
            "An item is a prompt, a turn of it and two contestants in no order. Every verdict of the reference on an"
                    + " item is compared",
            "with every one of the judge, with ties and on decisive verdicts alone; chance-corrected by kappa,"
                    + " weighted kappa, alpha and",
            "AC1; the boards of both by rank correlation; the reference's judges among themselves as a ceiling."
                    + " Intervals come from",
            "a bootstrap over prompts. 'docs/methods/agreement.md' has the definitions.",
            "",
            "WHO is a judge's name (* stands for any characters), a kind (human, llm, …), or all: every kind but"
                    + " people.",
            "",
            "Examples: arena agree human.csv gpt4.csv",
            "          arena agree human.csv gpt4.csv --reference 'expert_*' --by turn",
            "          arena agree --judge llm --run nightly-1a2b3c -f latex"
        })
final class AgreeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..2",
            description = "The reference's votes and the judge's; one file with both; none: the database.")
    List<String> files = new ArrayList<>();

    @Option(
            names = "--reference",
            paramLabel = "WHO",
            description =
                    "Whose verdicts are the yardstick; may be repeated (default: all of the first of two files, else"
                            + " human).")
    List<String> references = List.of();

    @Option(
            names = "--judge",
            paramLabel = "WHO",
            description =
                    "Who is compared, one report each; may be repeated (default: all of the second file together, else"
                            + " each judge that is no person).")
    List<String> judges = List.of();

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            description = "A report for each turn, category, judge or reference-judge.")
    @Nullable
    String by;

    @Option(
            names = "--swap",
            paramLabel = "POLICY",
            defaultValue = "tie",
            description =
                    "What both orders of one judge on one item say: tie (a winner only if both agree), sign, raw or"
                            + " drop (default: ${DEFAULT-VALUE}).")
    String swap = "tie";

    @Option(names = "--category", paramLabel = "NAME", description = "Only prompts of this category; may be repeated.")
    List<String> categories = List.of();

    @Option(
            names = {"--language", "--lang"},
            paramLabel = "CODE",
            description = "Only this language; may be repeated.")
    List<String> languages = List.of();

    @Option(
            names = "--run",
            paramLabel = "RUN-ID",
            description = "Only the judge's votes of this run; may be repeated.")
    List<String> runs = List.of();

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.95",
            description = "Coverage of every interval (default: ${DEFAULT-VALUE}).")
    double level = 0.95;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Resamples of the bootstrap over prompts (default: ${DEFAULT-VALUE}).")
    int resamples = 1000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of the resamples (default: ${DEFAULT-VALUE}).")
    long seed = 42;

    @Mixin
    final OutputOptions output = new OutputOptions();

    AgreeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        output.requireWritable();
        TableFormat format = output.reportFormat();
        SwapPolicy policy = Words.parse("--swap", swap, SwapPolicy.class);
        if (policy == SwapPolicy.HALF) {
            throw new UsageException("--swap half is not allowed here; use one of: tie, sign, raw, drop.");
        }
        AgreementRequest.Intervals intervals = new AgreementRequest.Intervals(level, resamples, seed);
        List<Side> sides = sides();
        AgreementReport report = AgreementService.report(
                sides.get(0),
                sides.get(1),
                new AgreementRequest(reference(), judges(sides.get(1)), split(), policy, intervals));
        output.write(AgreementWriter.text(report, format), context);
        return ExitCode.GOOD.code();
    }

    private AgreementRequest.By split() {
        return by == null ? AgreementRequest.By.NOTHING : Words.parse("--by", by, AgreementRequest.By.class);
    }

    private List<JudgeSelector> reference() {
        if (references.isEmpty()) {
            return files.size() == 2 ? List.of() : List.of(JudgeSelector.people());
        }
        return references.stream()
                .map(who -> JudgeSelector.parse("--reference", who))
                .toList();
    }

    private List<JudgeSelector> judges(Side judged) {
        List<String> chosen = judges;
        if (judges.isEmpty() && files.size() < 2) {
            chosen = AgreementService.automaticJudges(judged.votes());
            if (chosen.isEmpty()) {
                throw new UsageException("There is no vote of a judge that is no person in "
                        + judged.source().name() + ". Name with --judge who is compared.");
            }
        }
        return chosen.stream().map(who -> JudgeSelector.parse("--judge", who)).toList();
    }

    /** The reference's votes and the judge's. */
    private List<Side> sides() {
        VoteFilter filter = new VoteFilter(
                Set.of(),
                Set.of(),
                Set.copyOf(categories),
                Set.copyOf(languages),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                Set.of());
        if (files.isEmpty()) {
            try (var store = context.openToRead()) {
                return both(VotePool.of(store, ArenaVersion.version(), VoteNeeds.COUNTS), filter);
            }
        }
        VotePool first = read(files.get(0));
        if (files.size() == 1) {
            return both(first, filter);
        }
        VotePool second = read(files.get(1));
        first.requireSome(filter);
        second.requireSome(filter);
        return List.of(side(first, first.select(filter)), side(second, second.select(filter)));
    }

    private VotePool read(String file) {
        return new FileVotes(context, "auto", null).read(List.of(file), VoteNeeds.EVERYTHING);
    }

    private List<Side> both(VotePool pool, VoteFilter filter) {
        pool.requireSome(filter);
        Selection all = pool.select(filter);
        if (runs.isEmpty()) {
            return List.of(side(pool, all), side(pool, all));
        }
        VoteFilter ofRuns = new VoteFilter(
                Set.of(),
                Set.of(),
                Set.copyOf(categories),
                Set.copyOf(languages),
                Set.copyOf(runs),
                Set.of(),
                Set.of(),
                null,
                null,
                Set.of());
        pool.requireSome(ofRuns);
        return List.of(side(pool, all), side(pool, pool.select(ofRuns)));
    }

    private static Side side(VotePool pool, Selection votes) {
        return new Side(pool.source().name(), votes, pool.source());
    }
}
