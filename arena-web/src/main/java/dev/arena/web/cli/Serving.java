package dev.arena.web.cli;

import dev.arena.core.problem.ArenaException;
import dev.arena.core.store.ArenaStore;
import dev.arena.web.Arena;
import dev.arena.web.ArenaServer;
import dev.arena.web.QualityPatrol;
import dev.arena.web.ServerOptions;
import dev.arena.web.api.ServerRules;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** A server that runs until the process is told to end. */
final class Serving {
    private static final Duration PATROL = Duration.ofMinutes(1);

    private final CommandContext context;

    Serving(CommandContext context) {
        this.context = context;
    }

    /**
     * Serves a store until SIGTERM or Ctrl-C, then ends the requests under way and closes the store.
     *
     * @param rules what the person who runs it decides
     * @param open whether to open the page in this machine's browser
     * @throws dev.arena.web.ServerException if it cannot listen; the store is closed then
     */
    void serve(ArenaStore store, ServerOptions options, ServerRules rules, boolean open) throws InterruptedException {
        ArenaServer server;
        try {
            server = ArenaServer.start(
                    options,
                    Arena.parts(store, ArenaVersion.version(), InstantSource.system(), new SecureRandom(), rules));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        QualityPatrol patrol = server.patrol();
        if (rules.autoQuality()) {
            patrol.start(PATROL);
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            patrol.close();
                            server.close();
                            store.close();
                        },
                        "stop"));
        context.say("Arena is listening on " + server.url());
        context.say("administration: " + server.administrationUrl());
        if (open) {
            Browser.open(context, server.url());
        }
        warmUp(server);
        // Nothing counts it down: the shutdown hook is the only way out.
        new CountDownLatch(1).await();
    }

    /** What fails here fails again, with its message, when a visitor asks for it: no reason to end the server. */
    private void warmUp(ArenaServer server) {
        try {
            server.warmUp();
            if (!server.hasBattles()) {
                context.say(
                        "There is nothing to vote on yet: 'arena import FILE…' (with the server stopped) adds prompts and"
                                + " responses.");
            }
        } catch (ArenaException e) {
            context.say("arena: " + e.getMessage());
        }
    }
}
