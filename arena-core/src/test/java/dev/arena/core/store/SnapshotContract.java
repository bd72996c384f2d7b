package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Snapshot;
import org.junit.jupiter.api.Test;

/** What a store promises of frozen leaderboards. */
abstract class SnapshotContract extends RoleContract {
    private static Snapshot snapshot(String body, long later) {
        return Snapshot.of("method=elo", "ü", body, new Snapshot.Votes(7, "ab".repeat(32)), NOON.plusSeconds(later));
    }

    @Test
    void put_twice_keepsTheFirst() {
        Snapshot first = snapshot("{\"a\":1}", 0);
        Snapshot same =
                Snapshot.of("", "other", "{\"a\":1}", new Snapshot.Votes(9, "cd".repeat(32)), NOON.plusSeconds(5));

        assertThat(store.snapshots().put(first)).isEqualTo(first);
        assertThat(store.snapshots().put(same)).isEqualTo(first);
        assertThat(store.snapshots().findSnapshot(first.id())).contains(first);
        assertThat(store.snapshots().findSnapshot("0123456789abcdef")).isEmpty();
    }

    @Test
    void list_several_newestFirst() {
        Snapshot old = store.snapshots().put(snapshot("{\"a\":1}", 0));
        Snapshot fresh = store.snapshots().put(snapshot("{\"a\":2}", 60));

        assertThat(store.snapshots().listSnapshots()).containsExactly(fresh, old);
        assertThat(store.snapshots().listIds()).containsExactly(fresh.id(), old.id());
    }

    @Test
    void put_movesNoRevision() {
        long before = store.revision();
        store.snapshots().put(snapshot("{}", 0));

        assertThat(store.revision()).isEqualTo(before);
    }
}
