package dev.arena.web.cli;

import dev.arena.core.exchange.ImportRequest;
import dev.arena.core.exchange.ImportResult;
import dev.arena.core.exchange.ImportService;
import dev.arena.core.exchange.Shape;
import dev.arena.core.exchange.Source;
import dev.arena.core.media.MediaLimits;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena import}: files of prompts, responses, contestants and votes into the database. */
@Command(
        name = "import",
        description = "Store prompts, responses, contestants and votes from files.",
        footer = {
            "",
            "Files are recognised by content: CSV, TSV, JSON, JSONL, and .gz of each; '-' is standard input."
                    + " 'docs/formats.md' has",
            "the columns. Give them in any order: prompts are stored before responses, and both before votes. All"
                    + " files are checked",
            "before any is stored, so an invalid row means that nothing is stored, unless --skip-invalid sets it"
                    + " aside. Importing the",
            "same file again changes nothing; a changed response becomes a new version.",
            "",
            "Exit codes: 0 stored, 2 usage, 3 input invalid (nothing was stored).",
            "",
            "Examples: arena import prompts.jsonl responses/*.jsonl",
            "          arena import model_outputs/*.json            (AlpacaEval)",
            "          arena import --judge-kind llm --skip-invalid rejects.jsonl gpt4_pair.csv"
        })
final class ImportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to store; '-' is standard input.")
    List<String> files = new ArrayList<>();

    @Option(
            names = "--input-format",
            paramLabel = "SHAPE",
            defaultValue = "auto",
            description = "auto, or the shape of all the files, such as battles, prompts, answers or reference-answers;"
                    + " docs/formats.md names them all (default: ${DEFAULT-VALUE}).")
    String inputFormat = "auto";

    @Option(
            names = "--judge-kind",
            paramLabel = "KIND",
            defaultValue = "human",
            description =
                    "What the judges of the files are, where a row has no judge_kind: human, llm, metric, command,"
                            + " jury, replay, scripted or rule (default: ${DEFAULT-VALUE}).")
    String judgeKind = "human";

    @Option(names = "--dry-run", description = "Check the files and say what would change; store nothing.")
    boolean dryRun;

    @Option(
            names = "--skip-invalid",
            paramLabel = "REJECTS",
            description = "Set invalid rows aside in this file (JSONL, with the reason) and store the others.")
    @Nullable
    Path rejects;

    @Option(
            names = "--max-image-mb",
            paramLabel = "MB",
            defaultValue = "32",
            description = "The largest image or sound among attachments (default: ${DEFAULT-VALUE}).")
    int maxImage = 32;

    @Option(
            names = "--max-video-mb",
            paramLabel = "MB",
            defaultValue = "256",
            description = "The largest video among attachments (default: ${DEFAULT-VALUE}).")
    int maxVideo = 256;

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ImportRequest request = new ImportRequest(
                sources(), shape(), Words.parse("--judge-kind", judgeKind, JudgeKind.class), dryRun, rejects);
        try (ArenaStore store = store()) {
            ImportService service = new ImportService(store, InstantSource.system(), new SecureRandom(), limits());
            ImportResult result = service.run(request, context.progress());
            new ImportSummary(result, request, context.global().database)
                    .lines()
                    .forEach(context::say);
        }
        return ExitCode.GOOD.code();
    }

    private MediaLimits limits() {
        int most = 2047;
        if (maxImage < 1 || maxImage > most || maxVideo < 1 || maxVideo > most) {
            throw new UsageException("--max-image-mb and --max-video-mb are from 1 to " + most + ", found " + maxImage
                    + " and " + maxVideo + ".");
        }
        return MediaLimits.ofMegabytes(maxImage, maxVideo);
    }

    /** A dry run makes no database and writes to none. */
    private ArenaStore store() {
        if (!dryRun) {
            return context.openStore();
        }
        return Files.exists(context.database()) ? context.openToRead() : new InMemoryArenaStore(new SecureRandom());
    }

    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (String file : files) {
            boolean standardInput = file.equals(Source.STANDARD_INPUT);
            sources.add(standardInput ? Source.once(file, context.console().in()) : Source.file(Path.of(file)));
            Object identity = standardInput ? file : realPath(file);
            if (!seen.add(identity)) {
                throw new UsageException(file + " is given twice; name each file once.");
            }
            if (rejects != null && identity.equals(rejects.toAbsolutePath().normalize())) {
                throw new UsageException("--skip-invalid " + rejects + " is also an input; name another file.");
            }
        }
        return sources;
    }

    private static Path realPath(String file) {
        try {
            return Path.of(file).toRealPath();
        } catch (IOException e) {
            return Path.of(file).toAbsolutePath().normalize();
        }
    }

    private @Nullable Shape shape() {
        if (inputFormat.equals("auto")) {
            return null;
        }
        return Shape.ofWord(inputFormat)
                .orElseThrow(() -> new UsageException(
                        "--input-format '" + inputFormat + "' is not allowed; use auto, " + Shape.words() + "."));
    }
}
