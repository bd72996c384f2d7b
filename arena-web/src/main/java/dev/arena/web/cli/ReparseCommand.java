package dev.arena.web.cli;

import dev.arena.core.config.YamlDocument;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.TemplateReader;
import dev.arena.core.model.Run;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.Reparser;
import dev.arena.core.tournament.RunRegistry;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena reparse}: reads the stored replies of a run again. */
@Command(
        name = "reparse",
        description = "Read the stored replies of a run again, by its own templates or another one, and ask nobody.",
        footer = {
            "",
            "Where that gives another verdict, the new one takes the place of the old, which stays in the log.",
            "Prints how many verdicts of each judge went from what to what.",
            "",
            "Exit codes: 0 every reply could be read, 2 usage, 4 some replies still hold no readable verdict.",
            "",
            "Example: arena reparse nightly-3f9a1c2e --only unparsed --template stricter.yaml --dry-run"
        })
final class ReparseCommand implements Callable<Integer> {
    private static final String UNPARSED = "unparsed";

    private final CommandContext context;

    @Parameters(paramLabel = "RUN-ID", description = "The run; 'arena runs' lists them.")
    String id = "";

    @Option(names = "--only", paramLabel = "REASON", description = "unparsed: only replies without a readable verdict.")
    @Nullable
    String only;

    @Option(names = "--judge", paramLabel = "NAME", description = "Only replies of this judge.")
    @Nullable
    String judge;

    @Option(
            names = "--template",
            paramLabel = "FILE|PRESET",
            description = "Read them by this template instead of the judge's own.")
    @Nullable
    String template;

    @Option(names = "--dry-run", description = "Store nothing, only print what would change.")
    boolean dryRun;

    @Option(names = "--no-wait", description = "Fail at once where another process works on the database.")
    boolean noWait;

    ReparseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (only != null && !only.equals(UNPARSED)) {
            throw new UsageException("--only '" + only + "' is not allowed; allowed: " + UNPARSED + ".");
        }
        JudgeTemplate other = template == null ? null : read(template);
        TournamentSupport support = new TournamentSupport(context);
        try (ArenaStore store = support.openToRun("arena reparse", noWait)) {
            RunRegistry registry = support.registry(store);
            Run run = registry.get(id);
            Reparser.Request request = new Reparser.Request(judge, only != null, other, dryRun);
            Reparser.Result result =
                    new Reparser(store, InstantSource.system()).reparse(registry.plan(run), run, request);
            print(result);
            return (result.unreadable() == 0 ? ExitCode.GOOD : ExitCode.SOME_FAILED).code();
        }
    }

    private static JudgeTemplate read(String name) {
        if (TemplateReader.PRESETS.contains(name)) {
            return TemplateReader.preset(name);
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("--template " + name + " is neither a file nor a preset ("
                    + String.join(", ", TemplateReader.PRESETS) + ").");
        }
        return TemplateReader.read(name, YamlDocument.read(name, YamlDocument.load(file)));
    }

    private void print(Reparser.Result result) {
        PrintWriter out = context.console().out();
        long changed =
                result.changes().values().stream().mapToLong(Long::longValue).sum();
        if (changed > 0) {
            out.println(String.format(Locale.ROOT, "%-24s  %-20s  %-20s  %8s", "judge", "before", "after", "verdicts"));
        }
        result.changes()
                .forEach((change, count) -> out.println(String.format(
                        Locale.ROOT,
                        "%-24s  %-20s  %-20s  %8d",
                        change.judge(),
                        change.before(),
                        change.after(),
                        count)));
        context.say(String.format(
                Locale.ROOT,
                "%,d replies read, %,d verdicts %s, %,d replies without a readable verdict",
                result.read(),
                changed,
                dryRun ? "would change" : "changed",
                result.unreadable()));
    }
}
