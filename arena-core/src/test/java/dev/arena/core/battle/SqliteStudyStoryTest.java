package dev.arena.core.battle;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.core.store.sql.StoreVerifier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStudyStoryTest extends StudyStory {
    @TempDir
    Path folder;

    @Override
    ArenaStore newStore() {
        return SqliteArenaStore.open(
                folder.resolve("arena.db"),
                new StoreOptions(InstantSource.fixed(StudyFloor.MORNING), new SplittableRandom(7)));
    }

    @AfterEach
    void verify() {
        Assertions.assertThat(StoreVerifier.verify(folder.resolve("arena.db")).findings())
                .isEmpty();
    }
}
