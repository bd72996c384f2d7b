package dev.arena.web.api;

import dev.arena.core.battle.VoterIdentity;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunWatch;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All routes of the server, and the rules around them: guard, headers, errors, metrics. */
public final class Api implements AutoCloseable {
    private static final String ROUTE = "arena.route";
    private static final String UNKNOWN = "other";
    private static final long HEARTBEAT_MS = 15_000;
    private static final float MS_PER_SECOND = 1000f;

    /** Addresses of pages; the page itself finds out which. */
    private static final List<String> PAGES = List.of(
            "/",
            "/leaderboard",
            "/plots",
            "/history",
            "/snapshots",
            "/snapshots/{id}",
            "/battles",
            "/battles/{id}",
            "/contestants",
            "/contestants/{name}",
            "/studies",
            "/s/{key}",
            "/join/{secret}",
            "/me",
            "/admin",
            "/admin/studies",
            "/admin/studies/{key}",
            "/admin/import",
            "/admin/quality",
            "/runs",
            "/runs/{id}");

    private static final Set<String> STREAMS = Set.of(LeaderboardRoutes.EVENTS, RunRoutes.EVENTS);

    private final RequestGuard guard;
    private final Metrics metrics = new Metrics();
    private final RevisionFeed feed;
    private final LiveRuns runs;
    private final List<Route> routes = new ArrayList<>();
    private final FrontendRoutes frontend = new FrontendRoutes();

    /** The routes over one store. */
    public Api(ApiParts parts, RequestGuard guard) {
        ArenaStore store = parts.store();
        this.guard = guard;
        int streams = parts.rules().limits().eventStreams();
        this.feed = new RevisionFeed(RevisionFeed.News.LEADERBOARD, store::revision, HEARTBEAT_MS, streams);
        this.runs = new LiveRuns(store, new RunWatch(store, parts.clock()), streams);
        Voters voters = new Voters(
                store.judges(), new VoterIdentity(store.salt()), parts.people().devices(), parts.chance());
        Access access = new Access(voters, parts.people().roles(), new OpenVoting(parts));
        routes.addAll(new BattleRoutes(parts, voters, access, this::voteStored).routes());
        routes.addAll(new MediaRoutes(store, parts.battles(), voters, access).routes());
        StudyKeys studies = new StudyKeys(parts.studies());
        routes.addAll(new MeRoutes(voters, access, parts, studies).routes());
        routes.addAll(new FloorRoutes(parts).routes());
        routes.addAll(new StudyRoutes(parts, voters).routes());
        routes.addAll(new StudyAdminRoutes(parts, access).routes());
        routes.addAll(new InviteRoutes(voters, access, parts, studies).routes());
        routes.addAll(new ImportRoutes(parts, access, feed::changed).routes());
        routes.addAll(
                new QualityRoutes(parts, new QualityRoutes.Desk(voters, access, studies, feed::changed)).routes());
        routes.addAll(new LeaderboardRoutes(parts.leaderboards(), access, feed).routes());
        routes.addAll(new SnapshotRoutes(parts.looking().snapshots(), parts.leaderboards(), access).routes());
        routes.addAll(new ExplorerRoutes(parts.looking().explorer(), access).routes());
        runs.routes().forEach(route -> routes.add(route.onlyAfter(access::requireMayPair)));
        routes.addAll(new ServiceRoutes(store, metrics).routes());
        metrics.gauge("arena_event_streams", "Open event streams.", () -> feed.connections() + runs.connections());
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
        for (Route page : frontend.routes(PAGES)) {
            add(config, page);
        }
        Errors.register(config.routes);
        frontend.registerMissing(config.routes);
        config.router.javaLangErrorHandler(Errors::answer);
        config.requestLogger.http(this::answered);
    }

    private static void add(JavalinConfig config, Route route) {
        Handler named = context -> {
            context.attribute(ROUTE, route.path());
            route.handler().handle(context);
        };
        config.routes.addHttpHandler(route.method(), route.path(), named);
        if (route.method().equals(HandlerType.GET) && !STREAMS.contains(route.path())) {
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
        if (!STREAMS.contains(route)) {
            metrics.took(route, durationMs / MS_PER_SECOND);
        }
    }

    private void voteStored() {
        metrics.voteStored();
        feed.changed();
    }

    /** Tells the readers of boards that ratings may have moved. */
    public void boardMoved() {
        feed.changed();
    }

    /** Ends the event streams. */
    @Override
    public void close() {
        feed.close();
        runs.close();
    }
}
