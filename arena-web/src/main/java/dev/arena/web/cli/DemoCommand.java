package dev.arena.web.cli;

import dev.arena.core.export.TableFormat;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.core.tournament.RunOutcome;
import dev.arena.core.tournament.StopSignal;
import dev.arena.web.ServerOptions;
import dev.arena.web.api.ServerRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arena demo}: the quickstart arena from nothing to a served leaderboard. */
@Command(
        name = "demo",
        description = "Load the quickstart arena, run its tournament, print the leaderboard, and serve.",
        footer = {
            "",
            "The folder then holds arena.db and leaderboard.tex; use them with 'arena --db FOLDER/arena.db …'.",
            "",
            "Example: arena demo --no-serve --dir my-demo"
        })
final class DemoCommand implements Callable<Integer> {
    private static final List<String> FILES =
            List.of("arena.db", "arena.db-wal", "arena.db-shm", "arena.db-lock", "leaderboard.tex");

    private final CommandContext context;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "arena-demo",
            description = "Folder for the database and the table (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("arena-demo");

    @Option(names = "--force", description = "Replace the demo in a folder that is used already.")
    boolean force;

    @Option(names = "--no-serve", description = "Stop before serving.")
    boolean noServe;

    @Mixin
    final ServerFlags flags = new ServerFlags();

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerOptions server = flags.options();
        prepareFolder();
        Path database = folder.resolve("arena.db");
        ArenaStore store = SqliteArenaStore.open(database, StoreOptions.standard(StoreWait.SERVER));
        try {
            show(store, database);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
        if (noServe) {
            store.close();
        } else {
            new Serving(context).serve(store, server, ServerRules.STANDARD, flags.open);
        }
        return ExitCode.GOOD.code();
    }

    private void show(ArenaStore store, Path database) throws IOException {
        context.say("1/4 loading the quickstart arena into " + database);
        Quickstart quickstart = new Quickstart(store, context.progress());
        quickstart.load();
        context.say("2/4 judging: every pair in both orders, by three metrics against the references");
        RunOutcome outcome = quickstart.judge(new StopSignal());
        context.say("3/4 rating " + store.votes().count() + " votes");
        Leaderboard board =
                new LeaderboardService(store, ArenaVersion.version()).leaderboard(LeaderboardRequest.forDatabase());
        print(board, TableFormat.TABLE);
        Path table = folder.resolve("leaderboard.tex");
        OutputFile.write(table, TableFormat.LATEX.writer().text(List.of(board)), true);
        context.say("4/4 done: database " + database + ", LaTeX table " + table + ", run "
                + outcome.run().id());
        context.say("    next: arena --db " + database + " rate --by category");
    }

    private void print(Leaderboard board, TableFormat format) throws IOException {
        format.writer().write(List.of(board), context.console().out());
        context.console().out().flush();
    }

    /** An empty folder is fine; a used one is replaced only when asked, and only what a demo made. */
    private void prepareFolder() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("--dir " + folder + " is a file; name a folder.");
        }
        if (Files.isDirectory(folder)) {
            boolean used;
            try (Stream<Path> files = Files.list(folder)) {
                used = files.findAny().isPresent();
            }
            if (used && !force) {
                throw new UsageException("--dir " + folder
                        + " is not empty. Say --force to replace the demo in it, or name another folder.");
            }
            if (used) {
                removeOldDemo();
            }
        }
        Files.createDirectories(folder);
    }

    private void removeOldDemo() throws IOException {
        Path database = folder.resolve("arena.db");
        if (Files.exists(database)) {
            // Opened once, so that a demo that another process still serves is left alone.
            SqliteArenaStore.open(database, StoreOptions.standard()).close();
        }
        for (String name : FILES) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
