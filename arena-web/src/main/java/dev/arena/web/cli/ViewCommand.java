package dev.arena.web.cli;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunRegistry;
import dev.arena.web.RunViewServer;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena view}: the runs of a database in a browser, also while another process goes on with one. */
@Command(
        name = "view",
        description = "Show runs of judges in a browser: progress, cost, and every question, reply and verdict.",
        footer = {
            "",
            "It reads the database only, so it may be used while 'arena run' works on it, and the page follows. It names"
                    + " who wrote",
            "what: nothing can be voted on here. Ctrl-C or SIGTERM ends it. The server listens on this machine only.",
            "",
            "Example: arena view nightly-3f9a1c2e --open"
        })
final class ViewCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "RUN-ID",
            arity = "0..1",
            description = "The run whose page is named or opened; without it, the list of runs.")
    @Nullable
    String id;

    @Mixin
    final ViewFlags flags = new ViewFlags();

    @Option(names = "--open", description = "Open the page in this machine's browser.")
    boolean open;

    ViewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        TournamentSupport support = new TournamentSupport(context);
        int port = flags.checked();
        ArenaStore store = support.openToLook();
        String url;
        try {
            RunRegistry registry = support.registry(store);
            String page = id == null ? "/runs" : "/runs/" + registry.get(id).id();
            RunViewServer server = RunViewServer.start(store, InstantSource.system(), port);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                store.close();
                            },
                            "stop"));
            url = server.url() + page;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        context.say("Runs are shown on " + url);
        if (open) {
            Browser.open(context, url);
        }
        // Nothing counts it down: the shutdown hook is the only way out.
        new CountDownLatch(1).await();
        return ExitCode.GOOD.code();
    }
}
