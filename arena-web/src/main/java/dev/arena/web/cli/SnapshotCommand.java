package dev.arena.web.cli;

import dev.arena.core.board.Snapshots;
import dev.arena.core.leaderboard.Jury;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.model.Snapshot;
import dev.arena.core.problem.StoreException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arena snapshot}: leaderboards that are frozen, with an address that always shows the same. */
@Command(
        name = "snapshot",
        description = "Freeze a leaderboard of the database, list the frozen ones, or write one of them.",
        footer = {
            "",
            "create     freezes the table that 'arena rate' makes with the same flags; its id is the last line of"
                    + " standard output",
            "list       id, when it was frozen (UTC), the query that shows the same table as it is now, the note",
            "export ID  writes its JSON, byte for byte what its hash was made of",
            "",
            "A running server has the database to itself: freeze a table there with POST /api/snapshots, or on its page.",
            "",
            "Examples: arena snapshot create --method davidson --category coding --note 'table 2'",
            "          arena snapshot list",
            "          arena snapshot export 9f8c1d2e3a4b5c6d -o table2.json"
        })
final class SnapshotCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ACTION", description = "create, list or export.")
    String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Which one to export.")
    @Nullable
    String id;

    @Mixin
    final RatingOptions rating = new RatingOptions();

    @Mixin
    final FilterOptions filters = new FilterOptions();

    @Mixin
    final JuryOptions jury = new JuryOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why it is frozen.")
    String note = "";

    SnapshotCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if ((id != null) != action.equals("export")) {
            throw new UsageException(
                    action.equals("export")
                            ? "snapshot export needs the id of a snapshot; 'arena snapshot list' has them."
                            : "snapshot " + action + " takes no id, found '" + id + "'.");
        }
        switch (action) {
            case "create" -> create();
            case "list" -> list();
            case "export" -> export();
            default ->
                throw new UsageException("snapshot '" + action + "' is not known; use one of: create, list, export.");
        }
        return ExitCode.GOOD.code();
    }

    private void create() {
        List<LeaderboardRequest> requests = rating.requests(PositionChoice.JUDGE);
        if (requests.size() > 1) {
            throw new UsageException("A snapshot is one table; say one --method, --swap and --position.");
        }
        VoteFilter filter = filters.filter();
        Snapshots.Made made;
        try (ArenaStore store = context.openStore()) {
            Jury chosen = jury.ofStore(store, filter);
            LeaderboardRequest request = requests.get(0).with(filter).with(chosen);
            made = snapshots(store).create(request, note);
        }
        context.say(
                made.fresh()
                        ? "frozen"
                        : "the same board was frozen before, on "
                                + made.snapshot().createdAt());
        context.console().out().println("snapshot " + made.snapshot().id());
        context.console().out().flush();
    }

    private static Snapshots snapshots(ArenaStore store) {
        return new Snapshots(store, new LeaderboardService(store, ArenaVersion.version()), InstantSource.system());
    }

    private void list() {
        try (ArenaStore store = context.openToRead()) {
            List<Snapshot> all = store.snapshots().listSnapshots();
            if (all.isEmpty()) {
                context.say("No snapshot yet. 'arena snapshot create' makes one.");
            }
            PrintWriter out = context.console().out();
            for (Snapshot one : all) {
                out.println(String.format(
                        Locale.ROOT,
                        "%s  %s  %s  %s",
                        one.id(),
                        one.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        one.query().isEmpty() ? "(default)" : one.query(),
                        one.note()));
            }
            out.flush();
        }
    }

    private void export() throws IOException {
        output.requireOnly("snapshot", "json");
        Snapshot snapshot;
        try (ArenaStore store = context.openToRead()) {
            snapshot = store.snapshots()
                    .findSnapshot(String.valueOf(id))
                    .orElseThrow(() -> new UsageException(
                            "There is no snapshot '" + id + "'; 'arena snapshot list' has those there are."));
        }
        if (!snapshot.isWhole()) {
            throw new StoreException(
                    "Snapshot " + snapshot.id() + " is not the board its hash was made of; run 'arena verify'.", null);
        }
        output.write(snapshot.body(), context);
    }
}
