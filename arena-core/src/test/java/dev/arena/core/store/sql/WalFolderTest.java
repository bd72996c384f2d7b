package dev.arena.core.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a database that is being written to. */
class WalFolderTest {
    private static final int COMMITS = 400;

    @TempDir
    Path folder;

    /** Without the pages of the log, a database shows what was folded into it. */
    private static boolean isFolded(Path file) throws Exception {
        Path copy = file.resolveSibling("copy.db");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        try (SqliteArenaStore alone = SqliteArenaStore.open(copy, SqliteArenaStoreTest.OPTIONS)) {
            return !alone.judges().listJudges().isEmpty();
        } catch (RuntimeException halfFolded) {
            return false;
        }
    }

    @Test
    void commits_beforeTheLogIsLong_areFoldedBesideTheWriter() throws Exception {
        Path file = folder.resolve("arena.db");
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        boolean folded = false;
        try (SqliteArenaStore store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            int made = 0;
            while (!folded && System.nanoTime() < until) {
                store.judges().put(new JudgeDraft(JudgeKind.HUMAN, "voter " + made++, ""));
                folded = made % COMMITS == 0 && isFolded(file);
            }
        }

        assertThat(folded).isTrue();
    }

    @Test
    void close_afterManyCommits_leavesNoLog() {
        Path file = folder.resolve("arena.db");
        try (SqliteArenaStore store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            for (int made = 0; made < COMMITS; made++) {
                store.judges().put(new JudgeDraft(JudgeKind.HUMAN, "voter " + made, ""));
            }
        }

        assertThat(file.resolveSibling("arena.db-wal")).doesNotExist();
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
    }
}
