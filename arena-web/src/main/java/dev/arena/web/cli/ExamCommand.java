package dev.arena.web.cli;

import dev.arena.core.agreement.AgreementReport;
import dev.arena.core.agreement.Exam;
import dev.arena.core.agreement.ExamAnswer;
import dev.arena.core.agreement.ExamReports;
import dev.arena.core.agreement.ExamTournament;
import dev.arena.core.agreement.Measure;
import dev.arena.core.agreement.RecordedExam;
import dev.arena.core.exchange.GoldPair;
import dev.arena.core.exchange.GoldPairs;
import dev.arena.core.exchange.Source;
import dev.arena.core.export.AgreementWriter;
import dev.arena.core.export.TableFormat;
import dev.arena.core.model.Run;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.core.tournament.Budget;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.Planner;
import dev.arena.core.tournament.RunOutcome;
import dev.arena.core.tournament.RunRegistry;
import dev.arena.core.tournament.Runner;
import dev.arena.core.tournament.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena exam}: a judge against gold labels. */
@Command(
        name = "exam",
        description = "Examine judges on pairs whose right answer is known.",
        footer = {
            "",
            "With --judges the judges of that file are asked about every gold pair in both orders; answers are stored"
                    + " in --exam-db, and",
            "nothing stored is asked again: after any end, the same command goes on. GOLD has prompt, response_a,"
                    + " response_b and label",
            "(A>B, B>A, A=B or first, second, tie), or prompt_id, model_a, model_b and winner on responses of the"
                    + " database. Without",
            "--judges, GOLD holds recorded judgments of both orders (JudgeBench). A judge is right about a pair where"
                    + " the sum over",
            "both orders is above 0 (+1 right, -1 opposite, 0 tie or no answer). 'docs/methods/agreement.md' has the"
                    + " definitions.",
            "",
            "Exit codes: 0 finished, 4 finished but some judgments or --pass failed, 5 budget used (resumable), 6"
                    + " endpoint unreachable,",
            "130 interrupted (resumable).",
            "",
            "Examples: arena exam --judges data/tournament.yaml data/gold.jsonl",
            "          arena exam --judges judges.yaml gold.csv --pass 0.7 -f json",
            "          arena exam two_order_judgments.csv.gz --by category"
        })
final class ExamCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "GOLD", description = "Gold pairs, or recorded judgments on gold pairs.")
    String gold = "";

    @Option(
            names = "--judges",
            paramLabel = "FILE.yaml",
            description = "Whom to ask: the judges, templates, budget and seed of a tournament file.")
    @Nullable
    Path judges;

    @Option(
            names = "--exam-db",
            paramLabel = "FILE",
            defaultValue = "arena-exam.db",
            description = "Where the answers are stored, apart from rated votes (default: ${DEFAULT-VALUE}).")
    Path examDatabase = Path.of("arena-exam.db");

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            description = "category: one more row for each category of each judge.")
    @Nullable
    String by;

    @Option(
            names = "--pass",
            paramLabel = "SHARE",
            description = "Exit 4 where the lower bound of a judge's accuracy is below this.")
    @Nullable
    Double pass;

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.95",
            description = "Coverage of every interval (default: ${DEFAULT-VALUE}).")
    double level = 0.95;

    @Option(names = "--max-calls", paramLabel = "N", description = "Stop after so many calls of this exam.")
    @Nullable
    Long maxCalls;

    @Option(names = "--max-cost-usd", paramLabel = "USD", description = "Stop when this exam has cost so much.")
    @Nullable
    Double maxCostUsd;

    @Mixin
    final OutputOptions output = new OutputOptions();

    ExamCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        output.requireWritable();
        TableFormat format = output.reportFormat();
        if (by != null && !by.equals("category")) {
            throw new UsageException("--by '" + by + "' is not allowed; use category.");
        }
        if (!(level > 0 && level < 1)) {
            throw new UsageException("--level " + level + " is not allowed; use a number between 0 and 1.");
        }
        if (pass != null && !(pass >= 0 && pass <= 1)) {
            throw new UsageException("--pass " + pass + " is not allowed; use a share from 0 to 1, such as 0.7.");
        }
        Path file = judges;
        return (file == null ? recorded(format) : live(file, format)).code();
    }

    private ExitCode recorded(TableFormat format) throws IOException {
        List<ExamAnswer> answers;
        try {
            answers = RecordedExam.read(Source.file(Path.of(gold)), context::say);
        } catch (InputException e) {
            new TournamentSupport(context)
                    .warn("Without --judges the file must hold recorded judgments; to ask judges about gold pairs,"
                            + " name them with --judges FILE.yaml.");
            throw e;
        }
        return publish(answers, Map.of("judgments", "recorded"), Map.of(), format);
    }

    private ExitCode live(Path file, TableFormat format) throws IOException {
        List<GoldPair> pairs = GoldPairs.read(Source.file(Path.of(gold)));
        try (ArenaStore store = SqliteArenaStore.open(examDatabase, StoreOptions.standard())) {
            Exam exam = stored(pairs, store);
            Plan plan = Planner.plan(ExamTournament.read(file, exam.keys()), store.catalog());
            if (maxCalls != null || maxCostUsd != null) {
                plan = plan.withBudget(new Budget(maxCalls, maxCostUsd));
            }
            TournamentSupport support = new TournamentSupport(context);
            Runner runner = support.runner(store);
            runner.check(plan);
            RunRegistry.Entry entry = support.registry(store).enter(plan);
            context.say(entry.message());
            RunOutcome outcome = session(runner, plan, entry.run(), support);
            new RunReport(outcome.summary(), plan).lines().forEach(context::say);
            return finish(outcome, exam, store, format);
        }
    }

    private RunOutcome session(Runner runner, Plan plan, Run run, TournamentSupport support) {
        StopSignal stop = new StopSignal();
        Runner.Controls controls = new Runner.Controls(stop, context.progress());
        try {
            return Interrupts.during(() -> runner.run(plan, run, controls), presses -> {
                if (presses > 1) {
                    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
                }
                stop.request();
                support.warn("finishing the calls in flight; Ctrl-C again stops now");
            });
        } catch (EndpointException e) {
            support.warn("stopped; what was answered is stored, the same command goes on");
            throw e;
        }
    }

    private ExitCode finish(RunOutcome outcome, Exam exam, ArenaStore store, TableFormat format) throws IOException {
        TournamentSupport support = new TournamentSupport(context);
        switch (outcome.ending()) {
            case STOPPED -> {
                support.warn("stopped; the same command goes on");
                return ExitCode.INTERRUPTED;
            }
            case BUDGET -> {
                support.warn("the budget is used; the same command with a larger one goes on");
                return ExitCode.CAP_REACHED;
            }
            case FINISHED -> {}
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("judgments", "both orders of each pair");
        settings.put("run", outcome.run().id().value());
        ExitCode code = publish(
                exam.answers(store, outcome.run().id()),
                settings,
                Map.of("identical_responses", outcome.summary().identical()),
                format);
        if (outcome.summary().failures() > 0) {
            support.warn(outcome.summary().failures() + " judgments failed; ask them again with: arena --db "
                    + examDatabase + " retry " + outcome.run().id());
            return ExitCode.SOME_FAILED;
        }
        return code;
    }

    /** The gold pairs in the exam's database, with texts from the arena's where they are only named there. */
    private Exam stored(List<GoldPair> pairs, ArenaStore store) {
        boolean named = pairs.stream().anyMatch(pair -> pair.content() instanceof GoldPair.Named);
        if (!named) {
            try (ArenaStore none = new InMemoryArenaStore(new SecureRandom())) {
                return Exam.store(pairs, none.catalog(), store);
            }
        }
        if (!Files.exists(context.database())) {
            throw new UsageException(gold + " names responses, and there is no database " + context.database()
                    + ". 'arena import' makes it from prompts and responses; --db names another.");
        }
        try (ArenaStore answers = context.openToRead()) {
            return Exam.store(pairs, answers.catalog(), store);
        }
    }

    private ExitCode publish(
            List<ExamAnswer> answers, Map<String, String> settings, Map<String, Long> excluded, TableFormat format)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("gold", String.valueOf(Path.of(gold).getFileName()));
        all.putAll(settings);
        if (pass != null) {
            all.put("pass", "lower bound of the accuracy at least " + pass);
        }
        all.put("version", ArenaVersion.version());
        AgreementReport report = ExamReports.report(answers, new ExamReports.Options(level, by != null, excluded), all);
        output.write(AgreementWriter.text(report, format), context);
        return pass == null ? ExitCode.GOOD : passed(report, pass);
    }

    private ExitCode passed(AgreementReport report, double needed) {
        ExitCode code = ExitCode.GOOD;
        for (AgreementReport.Row row : report.rows()) {
            Measure accuracy = row.measure("accuracy");
            Double lower = accuracy.lower();
            if (row.part().isEmpty() && (lower == null || lower < needed)) {
                new TournamentSupport(context)
                        .warn(row.judge() + " failed the exam: right about " + accuracy.successes() + " of "
                                + accuracy.trials() + " pairs, so that its accuracy may be as low as "
                                + (lower == null ? "anything" : String.format(Locale.ROOT, "%.4f", lower))
                                + "; " + needed + " is needed.");
                code = ExitCode.SOME_FAILED;
            }
        }
        return code;
    }
}
