package dev.arena.web.api;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunWatch;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All routes of the server that shows runs, the rules around them, and the look at the store that makes them live. */
public final class RunApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunApi.class);
    private static final long HEARTBEAT_MS = 15_000;
    private static final long LOOK_MS = 1_000;

    private final RequestGuard guard;
    private final RunWatch watch;
    private final RevisionFeed feed;
    private final List<Route> routes;
    private final List<Route> pages;
    private final ScheduledExecutorService looker;

    /** The routes over the runs of one store. */
    public RunApi(ArenaStore store, RunWatch watch, RequestGuard guard) {
        this.guard = guard;
        this.watch = watch;
        this.feed = new RevisionFeed(RevisionFeed.News.RUNS, watch::revision, HEARTBEAT_MS);
        this.routes = new RunRoutes(watch, new CanaryLines(store), feed).routes();
        this.pages = new FrontendRoutes().routes("/runs", "/runs/{id}");
        this.looker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "run-watch");
            thread.setDaemon(true);
            return thread;
        });
        looker.execute(this::warmUp);
        Future<?> unused = looker.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    private void warmUp() {
        try {
            watch.warmUp();
        } catch (RuntimeException e) {
            LOG.warn("the newest run cannot be read: {}", e.getMessage());
        }
    }

    private void look() {
        try {
            if (watch.refresh()) {
                feed.changed();
            }
        } catch (RuntimeException e) {
            // The next look may succeed; ending the looks would leave every page as it is for ever.
            LOG.warn("the database cannot be looked at: {}", e.getMessage());
        }
    }

    /** Routes for programs, as docs/api.md has them. */
    public List<Route> routes() {
        return routes;
    }

    /** Puts everything into a server's configuration. */
    public void configure(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.routes.before(context -> {
            SecurityHeaders.ALL.forEach(context::header);
            guard.check(context);
        });
        config.routes.addHttpHandler(HandlerType.GET, "/", context -> context.redirect("/runs"));
        for (Route route : routes) {
            config.routes.addHttpHandler(route.method(), route.path(), route.handler());
        }
        for (Route page : pages) {
            config.routes.addHttpHandler(page.method(), page.path(), page.handler());
        }
        Errors.register(config.routes);
        config.router.javaLangErrorHandler(Errors::answer);
    }

    /** Ends the event streams and the looks at the store. */
    @Override
    public void close() {
        looker.shutdownNow();
        feed.close();
    }
}
