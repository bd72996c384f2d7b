package dev.arena.core.store;

import dev.arena.core.model.Snapshot;
import java.util.List;
import java.util.Optional;

/** Leaderboards that were frozen; none is ever changed or removed. */
public interface SnapshotStore {
    /**
     * Stores a snapshot.
     *
     * @return the stored one: where the same board was frozen before, that one with its own note and time
     */
    Snapshot put(Snapshot snapshot);

    /** The snapshot of that id. */
    Optional<Snapshot> findSnapshot(String id);

    /** The ids of all snapshots, newest first, without reading their boards. */
    List<String> listIds();

    /** All snapshots, newest first. */
    List<Snapshot> listSnapshots();
}
