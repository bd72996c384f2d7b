package dev.arena.core.tournament;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.nio.file.Path;

/** Runs a tournament on a database in a process of its own, so that a test can kill it. */
final class RunProcess {
    private RunProcess() {}

    /** Arguments: the database, the tournament file. Leaves with 0 when everything planned is stored. */
    public static void main(String[] arguments) {
        try (ArenaStore store = SqliteArenaStore.open(Path.of(arguments[0]), StoreOptions.standard())) {
            Arena arena = new Arena(store);
            Plan plan = Planner.plan(TournamentReader.read(Path.of(arguments[1])), store.catalog());
            RunOutcome outcome = arena.run(plan, new StopSignal());
            System.exit(outcome.ending() == RunOutcome.Ending.FINISHED ? 0 : 1);
        }
    }
}
