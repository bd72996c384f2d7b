package dev.arena.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.arena.core.tournament.RunView;
import dev.arena.core.tournament.RunWatch;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs of judges, their matchups, and news that one of them moved. */
final class RunRoutes {
    static final String EVENTS = "/api/runs/events";

    private static final List<String> PARAMETERS = List.of("after", "category", "contestant", "judge", "outcome", "q");
    private static final List<String> OUTCOMES =
            List.of("both_bad", "conflict", "decided", "failed", "not_applicable", "refused", "tie", "unparsed");
    private static final int PAGE = 50;

    private final RunWatch watch;
    private final CanaryLines canaries;
    private final RevisionFeed feed;

    RunRoutes(RunWatch watch, CanaryLines canaries, RevisionFeed feed) {
        this.watch = watch;
        this.canaries = canaries;
        this.feed = feed;
    }

    private record Runs(List<RunView.Head> runs) {}

    private record WholeRun(@JsonUnwrapped RunView run, List<CanaryLines.Line> canaries) {}

    /** The events come first: their address would also be that of a run. */
    List<Route> routes() {
        return List.of(
                Route.get("/api/runs", this::list),
                Route.get(EVENTS, context -> feed.open(context, "/api/runs")),
                Route.get("/api/runs/{id}", this::run),
                Route.get("/api/runs/{id}/matchups", this::matchups),
                Route.get("/api/runs/{id}/matchup", this::matchup));
    }

    private void list(Context context) {
        RecordJson.answer(context, 200, new Runs(watch.list()));
    }

    private void run(Context context) {
        String id = context.pathParam("id");
        RunView run = found(watch.view(id), "run", id);
        RecordJson.answer(context, 200, new WholeRun(run, canaries.of(id)));
    }

    private void matchups(Context context) {
        String id = context.pathParam("id");
        Query.requireOnly(context, PARAMETERS);
        String outcome = context.queryParam("outcome");
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            throw Query.invalid("outcome", outcome, OUTCOMES);
        }
        RunView.Filter filter = new RunView.Filter(
                context.queryParam("judge"),
                context.queryParam("contestant"),
                context.queryParam("category"),
                outcome,
                context.queryParam("q"));
        RecordJson.answer(
                context, 200, found(watch.matchups(id, filter, context.queryParam("after"), PAGE), "run", id));
    }

    private void matchup(Context context) {
        String id = context.pathParam("id");
        String key = context.queryParam("key");
        if (key == null) {
            throw new ApiException(
                    400,
                    "missing_value",
                    "Name the matchup: ?key=… as /api/runs/{id}/matchups gives it.",
                    Map.of("field", "key"));
        }
        found(watch.view(id), "run", id);
        RecordJson.answer(context, 200, found(watch.matchup(id, key), "matchup", key));
    }

    private static <T> T found(Optional<T> value, String what, @Nullable String name) {
        return value.orElseThrow(() -> new ApiException(
                404,
                "unknown_" + what,
                "There is no such " + what + " in this database. /api/runs lists the runs.",
                Map.of("found", Errors.shorten(String.valueOf(name)))));
    }
}
