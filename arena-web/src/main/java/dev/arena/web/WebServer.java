package dev.arena.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.function.Consumer;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;

/** How every server of Arena listens and stops, whatever it serves. */
final class WebServer implements AutoCloseable {
    /** Requests under way get that long to end when the server stops. */
    private static final long STOP_TIMEOUT_MS = 2000;

    private static final long IDLE_STOP_MS = 10;

    private final ServerOptions options;
    private final Javalin javalin;
    private final Consumer<JavalinConfig> routes;

    private WebServer(ServerOptions options, Consumer<JavalinConfig> routes) {
        this.options = options;
        this.routes = routes;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server.
     *
     * @throws ServerException where it cannot listen there
     */
    static WebServer start(ServerOptions options, Consumer<JavalinConfig> routes) {
        WebServer server = new WebServer(options, routes);
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
        config.jetty.modifyServer(WebServer::quiet);
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JsonErrorHandler()));
        routes.accept(config);
    }

    private static void quiet(Server server) {
        server.setErrorHandler(new JsonErrorHandler());
        server.setStopTimeout(STOP_TIMEOUT_MS);
        server.setStopAtShutdown(false);
    }

    /** The port it listens on. */
    int port() {
        return javalin.port();
    }

    /** Where a browser on this machine finds it. */
    String url() {
        String host = options.host();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port();
    }

    /** Lets requests under way finish, and stops. */
    @Override
    public void close() {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector idle) {
                // Connections without a request under way are not worth waiting for.
                idle.setShutdownIdleTimeout(IDLE_STOP_MS);
            }
        }
        javalin.stop();
    }
}
