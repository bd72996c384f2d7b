package dev.arena.web;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunWatch;
import dev.arena.web.api.RequestGuard;
import dev.arena.web.api.Route;
import dev.arena.web.api.RunApi;
import java.time.InstantSource;
import java.util.List;

/**
 * The web server that shows runs of judges, while they go on and after, to whoever can reach this machine's own address. It names who wrote
 * what and asks nobody who they are, so it has neither battles to vote on nor a leaderboard; {@link ArenaServer} shows the same runs to those
 * only who may see a text beside a name. It reads the store and does not own it.
 */
public final class RunViewServer implements AutoCloseable {
    private final RunApi api;
    private final WebServer server;

    private RunViewServer(RunApi api, WebServer server) {
        this.api = api;
        this.server = server;
    }

    /**
     * Starts a server on this machine's own address.
     *
     * @param port 0 = any free one
     * @throws ServerException where it cannot listen there
     */
    public static RunViewServer start(ArenaStore store, InstantSource clock, int port) {
        ServerOptions options = new ServerOptions("127.0.0.1", port, List.of());
        RequestGuard guard = new RequestGuard(options.host(), options.allowedHosts());
        RunApi api = new RunApi(store, new RunWatch(store, clock), guard);
        try {
            return new RunViewServer(api, WebServer.start(options, api::configure));
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Where a browser on this machine finds it. */
    public String url() {
        return server.url();
    }

    /** Routes for programs. */
    List<Route> routes() {
        return api.routes();
    }

    /** Ends the event streams, lets requests under way finish, and stops. */
    @Override
    public void close() {
        api.close();
        server.close();
    }
}
