package dev.arena.web;

import dev.arena.core.model.Study;
import dev.arena.web.api.Api;
import dev.arena.web.api.ApiParts;
import dev.arena.web.api.RequestGuard;
import dev.arena.web.api.Route;
import java.util.List;

/** The web server over one store; it does not own the store. */
public final class ArenaServer implements AutoCloseable {
    private final ApiParts parts;
    private final Api api;
    private final WebServer server;

    private ArenaServer(ApiParts parts, Api api, WebServer server) {
        this.parts = parts;
        this.api = api;
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @throws ServerException where it cannot listen there
     */
    public static ArenaServer start(ServerOptions options, ApiParts parts) {
        RequestGuard guard = new RequestGuard(options.host(), options.allowedHosts());
        Api api = new Api(parts, guard);
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

    /**
     * Reads the catalog, the places of studies that take votes and new texts, and makes the first leaderboard, so that the first visitor
     * waits for none of it.
     */
    public void warmUp() {
        parts.battles().refreshCatalog();
        for (Study study : parts.studies().list()) {
            if (study.state().takesVotes()) {
                var unused = parts.battles().coverage(study);
            }
        }
        parts.leaderboards().prepare();
        parts.looking().explorer().readWords();
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

    /** The link that makes whoever opens it an administrator, while this process lives. */
    public String administrationUrl() {
        return url() + "/join/" + parts.people().invitations().administration();
    }

    /** What looks at its voters again and again; not started, and closed by whoever asked for it. */
    public QualityPatrol patrol() {
        return new QualityPatrol(parts, api::boardMoved);
    }

    /** Ends the event streams, lets requests under way finish, and stops. */
    @Override
    public void close() {
        api.close();
        server.close();
    }
}
