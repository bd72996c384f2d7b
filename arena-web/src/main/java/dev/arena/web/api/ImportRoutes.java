package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.exchange.ImportRequest;
import dev.arena.core.exchange.ImportResult;
import dev.arena.core.exchange.ImportService;
import dev.arena.core.exchange.Source;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.InputException;
import dev.arena.core.progress.Progress;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files sent by an administrator: what {@code arena import} does, while voting goes on. One at a time. */
final class ImportRoutes {
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");

    private static final Logger LOG = LoggerFactory.getLogger(ImportRoutes.class);
    private static final String NOT_TAKEN_UP =
            "Everything is stored, but this server could not take it up and shows what was there before: its log says why. Restart it.";

    private final ImportService imports;
    private final BattleService battles;
    private final Access access;
    private final long limit;
    private final Runnable onChange;
    private final Semaphore one = new Semaphore(1);

    /**
     * The route.
     *
     * @param onChange told after an import that stored something
     */
    ImportRoutes(ApiParts parts, Access access, Runnable onChange) {
        this.imports = new ImportService(parts.store(), parts.clock(), parts.chance());
        this.battles = parts.battles();
        this.access = access;
        this.limit = parts.rules().limits().importBytes();
        this.onChange = onChange;
    }

    List<Route> routes() {
        return List.of(Route.post("/api/admin/imports", this::take).onlyAfter(access::requireAdmin));
    }

    private void take(Context context) {
        boolean dryRun = Query.truth(context, "dry_run");
        boolean skipInvalid = Query.truth(context, "skip_invalid");
        String name = name(context.queryParam("name"));
        if (!one.tryAcquire()) {
            throw ApiException.of(409, "import_running", "Another import is running. Wait until it is done.");
        }
        try (UploadedFile file = UploadedFile.receive(context, limit)) {
            Source source = Source.file(name, file.path());
            Json.answer(context, 200, dryRun ? look(source) : store(source, skipInvalid));
        } finally {
            one.release();
        }
    }

    /** Counts what would be stored, and collects what could not be. */
    private ImportAnswer look(Source source) {
        ImportAnswer.Aside aside = new ImportAnswer.Aside();
        try {
            return ImportAnswer.of(source.name(), true, run(source, true, aside), aside);
        } catch (InputException e) {
            return ImportAnswer.unreadable(source.name(), e.problem());
        }
    }

    private ImportAnswer store(Source source, boolean skipInvalid) {
        ImportAnswer.Aside aside = new ImportAnswer.Aside();
        try {
            ImportResult result = run(source, false, skipInvalid ? aside : null);
            ImportAnswer answer = ImportAnswer.of(source.name(), false, result, aside);
            return result.changed() && !isTakenUp() ? answer.with(NOT_TAKEN_UP) : answer;
        } catch (InputException e) {
            throw new ApiException(
                    422,
                    "invalid_file",
                    "Nothing was stored. " + e.problem().message(),
                    Map.of("problem", ImportAnswer.Problem.of(e.problem())));
        }
    }

    /** Tells the parts of this server of what was stored; it is stored whatever becomes of that, so the answer must not say otherwise. */
    private boolean isTakenUp() {
        try {
            battles.refreshCatalog();
            onChange.run();
            return true;
        } catch (RuntimeException failure) {
            LOG.error("an import was stored and could not be taken up by this server", failure);
            return false;
        }
    }

    private ImportResult run(Source source, boolean dryRun, ImportAnswer.@Nullable Aside aside) {
        ImportRequest request = new ImportRequest(List.of(source), null, JudgeKind.HUMAN, dryRun, null);
        return imports.run(request, Progress.silent(), aside);
    }

    /** A name for messages only: nothing is ever opened under it. */
    private static String name(@Nullable String name) {
        if (name == null) {
            return "file";
        }
        if (!NAME.matcher(name).matches()) {
            throw Query.invalid("name", name, List.of("the name of a file, without its folder, up to 200 characters"));
        }
        return name;
    }
}
