package dev.arena.web.api;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunWatch;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** All routes of the server that shows runs, and the rules around them. */
public final class RunApi implements AutoCloseable {
    private final RequestGuard guard;
    private final LiveRuns runs;
    private final List<Route> routes = new ArrayList<>();
    private final FrontendRoutes frontend = new FrontendRoutes();

    /** The routes over the runs of one store. */
    public RunApi(ArenaStore store, RunWatch watch, RequestGuard guard) {
        this.guard = guard;
        this.runs = new LiveRuns(store, watch, ServerRules.EVENT_STREAMS);
        routes.addAll(runs.routes());
        routes.add(new MediaFiles(store.media()).any());
        runs.warmUp();
    }

    /** Routes for programs, as docs/api.md has them. */
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /** Puts everything into a server's configuration. */
    public void configure(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.routes.before(context -> {
            SecurityHeaders.ALL.forEach(context::header);
            guard.check(context);
        });
        config.routes.addHttpHandler(HandlerType.GET, "/", context -> context.redirect("/runs"));
        for (Route route : routes()) {
            config.routes.addHttpHandler(route.method(), route.path(), route.handler());
        }
        for (Route page : frontend.routes(List.of("/runs", "/runs/{id}"))) {
            config.routes.addHttpHandler(page.method(), page.path(), page.handler());
        }
        Errors.register(config.routes);
        frontend.registerMissing(config.routes);
        config.router.javaLangErrorHandler(Errors::answer);
    }

    /** Ends the event streams and the looks at the store. */
    @Override
    public void close() {
        runs.close();
    }
}
