package dev.arena.web;

import dev.arena.core.battle.BattleService;
import dev.arena.core.store.ArenaStore;
import dev.arena.web.api.Api;
import dev.arena.web.api.LeaderboardSource;
import dev.arena.web.api.RequestGuard;
import dev.arena.web.api.Route;
import java.util.List;
import java.util.random.RandomGenerator;

/** The web server over one store; it does not own the store. */
public final class ArenaServer implements AutoCloseable {
    private final Parts parts;
    private final Api api;
    private final WebServer server;

    private ArenaServer(Parts parts, Api api, WebServer server) {
        this.parts = parts;
        this.api = api;
        this.server = server;
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
        try {
            return new ArenaServer(parts, api, WebServer.start(options, api::configure));
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Reads the catalog and makes the first leaderboard, so that the first visitor waits for neither. */
    public void warmUp() {
        parts.battles().refreshCatalog();
        parts.leaderboards().prepare();
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
        return server.url();
    }

    /** Ends the event streams, lets requests under way finish, and stops. */
    @Override
    public void close() {
        api.close();
        server.close();
    }
}
