package dev.arena.web.api;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunWatch;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes over the runs of one store, and the look at the store, once a second, that makes them live. */
final class LiveRuns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRuns.class);
    private static final long HEARTBEAT_MS = 15_000;
    private static final long LOOK_MS = 1_000;

    private final RunWatch watch;
    private final RevisionFeed feed;
    private final List<Route> routes;
    private final ScheduledExecutorService looker;

    LiveRuns(ArenaStore store, RunWatch watch, int streams) {
        this.watch = watch;
        this.feed = new RevisionFeed(RevisionFeed.News.RUNS, watch::revision, HEARTBEAT_MS, streams);
        this.routes = new RunRoutes(watch, new CanaryLines(store), feed).routes();
        this.looker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "run-watch");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = looker.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    List<Route> routes() {
        return routes;
    }

    int connections() {
        return feed.connections();
    }

    /** Reads the newest run beside the rest, so that the first visitor need not wait for that. */
    void warmUp() {
        looker.execute(() -> {
            try {
                watch.warmUp();
            } catch (RuntimeException e) {
                LOG.warn("the newest run cannot be read: {}", e.getMessage());
            }
        });
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

    /** Ends the event streams and the looks at the store. */
    @Override
    public void close() {
        looker.shutdownNow();
        feed.close();
    }
}
