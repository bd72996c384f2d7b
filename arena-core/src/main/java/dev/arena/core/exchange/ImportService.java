package dev.arena.core.exchange;

import dev.arena.core.media.MediaLimits;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogChange;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Files into a store. Every file is read twice: first all of them are checked, then all are stored, as one unit of work; so an invalid row
 * anywhere, or a failure on the way, means that nothing is stored, unless such rows are set aside. Importing the same file again changes nothing. Memory does not grow with the texts;
 * it grows by some 30 bytes a row, to recognise rows that repeat.
 */
public final class ImportService {
    private final ArenaStore store;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final MediaLimits limits;

    /**
     * With the standard limits of attached files.
     *
     * @param clock the time of votes whose file gives none
     * @param chance draws the tokens of battles
     */
    public ImportService(ArenaStore store, InstantSource clock, RandomGenerator chance) {
        this(store, clock, chance, MediaLimits.standard());
    }

    /**
     * @param clock the time of votes whose file gives none
     * @param chance draws the tokens of battles
     * @param limits how large attached files may be
     */
    public ImportService(ArenaStore store, InstantSource clock, RandomGenerator chance, MediaLimits limits) {
        this.store = store;
        this.clock = clock;
        this.chance = chance;
        this.limits = limits;
    }

    /**
     * Imports files.
     *
     * @throws dev.arena.core.problem.InputException if a file cannot be read or has an invalid row that is not set aside; nothing was
     *     stored
     * @throws dev.arena.core.problem.UsageException if the file of rejects cannot be written
     */
    public ImportResult run(ImportRequest request, Progress.Display display) {
        return run(request, display, null);
    }

    /**
     * Imports files and hands the rows that are set aside to somebody.
     *
     * @param aside takes each of them once, while the files are checked; null: the file of rejects that the request names, or nobody,
     *     so that the first of them refuses everything
     * @throws dev.arena.core.problem.InputException as above
     */
    public ImportResult run(ImportRequest request, Progress.Display display, @Nullable BadRows aside) {
        try (Spool spool = new Spool()) {
            List<Source> sources =
                    request.sources().stream().map(spool::rereadable).toList();
            List<ImportFile> files = ordered(sources, request);
            AttachedFiles attached = new AttachedFiles(store.media(), limits);
            ImportCheck check = new ImportCheck(store.catalog(), request, attached);
            Kilobytes.show(display, "checking", sources, bytes -> {
                if (aside == null) {
                    check(files, request, check, bytes);
                } else {
                    checkAll(files, request.readOptions(aside).withProgress(bytes), check);
                }
            });
            if (request.dryRun()) {
                return result(files, check, check.wouldChange());
            }
            return store.atomically(() -> {
                CatalogWriter catalog = new CatalogWriter(store.catalog(), attached);
                VoteWriter votes = new VoteWriter(store, request.judgeKind(), clock.instant(), chance, check::isMerged);
                Kilobytes.show(display, "storing", sources, bytes -> {
                    // The rows that the check set aside are set aside again, silently: they are counted and written
                    // down.
                    ReadOptions options =
                            request.readOptions((problem, row) -> {}).withProgress(bytes);
                    files.forEach(file -> store(file, options, catalog, votes));
                });
                return stored(result(files, check, catalog.change().plus(votes.change())), votes);
            });
        }
    }

    /** Contestants, then prompts, then responses, then votes; files of one kind as they were given. */
    private static List<ImportFile> ordered(List<Source> sources, ImportRequest request) {
        List<ImportFile> files = new ArrayList<>();
        for (Source source : sources) {
            Shape shape = request.shape() == null ? ExchangeReader.shapeOf(source) : request.shape();
            requireImportable(source, shape);
            files.add(new ImportFile(source, shape));
        }
        files.sort(Comparator.comparingInt(ImportFile::stage));
        return files;
    }

    private static void requireImportable(Source source, Shape shape) {
        if (!shape.importable()) {
            throw new InputException(new InputProblem(
                    source.name(),
                    0,
                    null,
                    shape.word(),
                    "prompts, responses, contestants or verdicts",
                    shape.elsewhere()));
        }
    }

    private static void check(List<ImportFile> files, ImportRequest request, ImportCheck check, LongConsumer bytes) {
        if (request.rejects() == null) {
            checkAll(files, request.readOptions(BadRows.refuse()).withProgress(bytes), check);
            return;
        }
        try (RejectsFile rejects = new RejectsFile(request.rejects())) {
            checkAll(files, request.readOptions(rejects).withProgress(bytes), check);
        }
    }

    private static void checkAll(List<ImportFile> files, ReadOptions options, ImportCheck check) {
        for (ImportFile file : files) {
            file.checked(ExchangeReader.read(
                    file.source(), options, (shape, row, records) -> check.accept(file, row, records)));
        }
    }

    private static void store(ImportFile file, ReadOptions options, CatalogWriter catalog, VoteWriter votes) {
        ExchangeReader.read(file.source(), options, (shape, row, records) -> {
            if (!file.isRejected(row)) {
                catalog.accept(file.source(), records);
                votes.accept(file.source(), records);
            }
        });
        catalog.flush();
        votes.flush();
    }

    private static ImportResult stored(ImportResult checked, VoteWriter votes) {
        List<Notice> notices = new ArrayList<>(checked.notices());
        notices.addAll(votes.notices());
        return new ImportResult(
                checked.files(),
                checked.catalog(),
                votes.stored(),
                votes.known(),
                checked.rejected(),
                checked.missing(),
                notices);
    }

    private static ImportResult result(List<ImportFile> files, ImportCheck check, CatalogChange change) {
        List<ReadReport> reports = files.stream().map(ImportFile::report).toList();
        List<Notice> notices = new ArrayList<>();
        reports.forEach(report -> notices.addAll(report.notices()));
        notices.addAll(check.notices());
        long rejected = reports.stream().mapToLong(ReadReport::invalid).sum();
        return new ImportResult(reports, change, check.voteRows(), 0, rejected, check.missing(), notices);
    }
}
