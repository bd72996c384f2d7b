package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.VoterIdentity;
import dev.arena.core.store.ArenaStore;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** All routes of the server, and the rules around them: guard, headers, errors, metrics. */
public final class Api implements AutoCloseable {
    private static final String ROUTE = "arena.route";
    private static final String UNKNOWN = "other";
    private static final long HEARTBEAT_MS = 15_000;
    private static final float MS_PER_SECOND = 1000f;

    private final RequestGuard guard;
    private final Metrics metrics = new Metrics();
    private final RevisionFeed feed;
    private final List<Route> routes = new ArrayList<>();
    private final List<Route> pages;

    /**
     * The routes over one store.
     *
     * @param chance the secrets of voters are drawn from it; must be safe for use by many threads
     */
    public Api(
            ArenaStore store,
            BattleService battles,
            LeaderboardSource leaderboards,
            RequestGuard guard,
            RandomGenerator chance) {
        this.guard = guard;
        this.feed = new RevisionFeed(RevisionFeed.News.LEADERBOARD, store::revision, HEARTBEAT_MS);
        Voters voters = new Voters(store.judges(), new VoterIdentity(store.salt()), chance);
        routes.addAll(new BattleRoutes(battles, voters, this::voteStored).routes());
        routes.addAll(new MediaRoutes(store, battles, voters).routes());
        routes.addAll(new LeaderboardRoutes(leaderboards, feed).routes());
        routes.addAll(new ServiceRoutes(store, metrics).routes());
        pages = new FrontendRoutes().routes("/", "/leaderboard");
        metrics.gauge("arena_event_streams", "Open event streams.", feed::connections);
        metrics.gauge("arena_store_revision", "Revision of the store.", store::revision);
        metrics.gauge("arena_jvm_memory_used_bytes", "Heap in use.", () -> {
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        });
    }

    /** Routes for programs, as in the API document; the browser UI's own files are not among them. */
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
        for (Route route : routes) {
            add(config, route);
        }
        for (Route page : pages) {
            add(config, page);
        }
        Errors.register(config.routes);
        config.router.javaLangErrorHandler(Errors::answer);
        config.requestLogger.http(this::answered);
    }

    private static void add(JavalinConfig config, Route route) {
        Handler named = context -> {
            context.attribute(ROUTE, route.path());
            route.handler().handle(context);
        };
        config.routes.addHttpHandler(route.method(), route.path(), named);
        if (route.method().equals(HandlerType.GET) && !route.path().equals(LeaderboardRoutes.EVENTS)) {
            // The same headers as GET; the server drops the body.
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), named);
        }
    }

    private void answered(Context context, Float durationMs) {
        Object known = context.attribute(ROUTE);
        String route = known == null ? UNKNOWN : known.toString();
        // A method can be any word, and each word would be kept for ever.
        String method = context.method().isHttpMethod() && !route.equals(UNKNOWN)
                ? context.method().name()
                : UNKNOWN;
        metrics.answered(method, route, context.statusCode());
        if (!route.equals(LeaderboardRoutes.EVENTS)) {
            metrics.took(route, durationMs / MS_PER_SECOND);
        }
    }

    private void voteStored() {
        metrics.voteStored();
        feed.changed();
    }

    /** Ends the event streams. */
    @Override
    public void close() {
        feed.close();
    }
}
