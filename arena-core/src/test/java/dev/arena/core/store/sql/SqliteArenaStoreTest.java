package dev.arena.core.store.sql;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.ArenaStoreContract;
import dev.arena.core.store.StoreFixture;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;

class SqliteArenaStoreTest extends ArenaStoreContract {
    static final StoreOptions OPTIONS =
            new StoreOptions(InstantSource.fixed(StoreFixture.NOON), new SplittableRandom(7));

    @TempDir
    Path folder;

    @Override
    protected ArenaStore newStore() {
        return SqliteArenaStore.open(folder.resolve("arena.db"), OPTIONS);
    }
}
