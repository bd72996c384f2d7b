package dev.arena.web;

import dev.arena.core.battle.BattleService;
import dev.arena.core.store.ArenaStore;
import dev.arena.web.api.Api;
import dev.arena.web.api.LeaderboardSource;
import dev.arena.web.api.RequestGuard;
import dev.arena.web.api.Route;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;

/** The web server over one store; it does not own the store. */
public final class ArenaServer implements AutoCloseable {
    /** Requests under way get that long to end when the server stops. */
    private static final long STOP_TIMEOUT_MS = 2000;

    private static final long IDLE_STOP_MS = 10;

    private final ServerOptions options;
    private final Parts parts;
    private final Api api;
    private final Javalin javalin;

    private ArenaServer(ServerOptions options, Parts parts, Api api) {
        this.options = options;
        this.parts = parts;
        this.api = api;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * What a server serves.
     *
     * @param chance the secrets of voters are drawn from it; must be safe for use by many threads
     */
    public record Parts(
            ArenaStore store, BattleService battles, LeaderboardSource leaderboards, RandomGenerator chance) {}

    /**
     * Starts a server.
     *
     * @throws ServerException where it cannot listen there
     */
    public static ArenaServer start(ServerOptions options, Parts parts) {
        RequestGuard guard = new RequestGuard(options.host(), options.allowedHosts());
        Api api = new Api(parts.store(), parts.battles(), parts.leaderboards(), guard, parts.chance());
        ArenaServer server = new ArenaServer(options, parts, api);
        try {
            server.javalin.start(options.host(), options.port());
        } catch (RuntimeException e) {
            server.close();
            throw ListenProblem.of(options, e);
        }
        return server;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(ArenaServer::quiet);
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JsonErrorHandler()));
        api.configure(config);
    }

    private static void quiet(Server server) {
        server.setErrorHandler(new JsonErrorHandler());
        server.setStopTimeout(STOP_TIMEOUT_MS);
        server.setStopAtShutdown(false);
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Reads the catalog and makes the first leaderboard, so that the first visitor waits for neither. */
    public void warmUp() {
        parts.battles().refreshCatalog();
        parts.leaderboards().read(Map.of());
    }

    /** Whether there is anything to vote on. */
    public boolean hasBattles() {
        return parts.battles().matchupCount() > 0;
    }

    /** Routes for programs. */
    List<Route> routes() {
        return api.routes();
    }

    /** Where a browser on this machine finds it. */
    public String url() {
        String host = options.host();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port();
    }

    /** Ends the event streams, lets requests under way finish, and stops. */
    @Override
    public void close() {
        api.close();
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector idle) {
                // Connections without a request under way are not worth waiting for.
                idle.setShutdownIdleTimeout(IDLE_STOP_MS);
            }
        }
        javalin.stop();
    }
}
