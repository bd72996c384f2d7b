package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.core.store.sql.Tampering;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces in SQLite that are damaged, of another log, or cut off by a kill: none of them changes a row. */
class SqlitePiecesTest {
    private static final long SEED = 41;
    private static final int KILLS = 4;

    /** A log with its pieces, made once. */
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        try (SqliteArenaStore store = open(made.resolve("arena.db"), SEED)) {
            StoredPiecesTest.grow(store, SEED);
            assertThat(StoredPiecesTest.pieces(store)).isGreaterThan(3);
        }
    }

    private Path filled() throws IOException {
        return Files.copy(made.resolve("arena.db"), folder.resolve("arena.db"));
    }

    private static SqliteArenaStore open(Path file, long seed) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));
        return SqliteArenaStore.open(file, new StoreOptions(clock, new SplittableRandom(seed)));
    }

    /** Reads with what is kept and without; then, with pieces made anew where they were of no use, once more. */
    private static void requireSame(Path file) {
        try (SqliteArenaStore store = open(file, SEED)) {
            for (int start = 1; start <= 2; start++) {
                StoreVotes again = new StoreVotes(store, StoreReading.USUAL, StoredPiecesTest.PIECE);
                again.stay();
                again.refresh();
                StoredPiecesTest.requireSame(again, store, SEED);
            }
            assertThat(StoredPiecesTest.pieces(store)).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE count_piece SET content = zeroblob(length(content)) WHERE number = 2",
                "UPDATE count_piece SET content = substr(content, 1, length(content) / 2) WHERE number = 2",
                "UPDATE count_piece SET content = x'' WHERE number = 1",
                "UPDATE count_piece SET last_hash = zeroblob(32) WHERE number = 3",
                "UPDATE count_piece SET content_hash = zeroblob(32) WHERE number = 1",
                "UPDATE count_piece SET last_vote = last_vote - 1 WHERE number = 1",
                "UPDATE count_piece SET last_vote = 1000000 WHERE number = 2",
                "UPDATE count_piece SET format = format + 1 WHERE number = 1",
                "UPDATE count_piece SET content = (SELECT o.content FROM count_piece o WHERE o.number = 1) WHERE number = 2",
                "DELETE FROM count_piece WHERE number = 1",
                "DELETE FROM count_piece WHERE number = 2"
            })
    void refresh_afterDamage_makesTheSameRows(String damage) throws Exception {
        Path file = filled();

        assertThat(Tampering.run(file, damage)).as(damage).isEqualTo(1);

        requireSame(file);
    }

    /** As when tables are copied from one database to another. */
    @Test
    void refresh_withThePiecesOfAnotherLog_makesTheSameRows() throws Exception {
        Path file = filled();
        Path other = folder.resolve("other.db");
        try (SqliteArenaStore store = open(other, SEED + 1)) {
            StoredPiecesTest.grow(store, SEED + 1);
        }
        Tampering.run(other, "DELETE FROM count_piece");

        int moved = Tampering.moved(file, other, "count_piece");

        assertThat(moved).isGreaterThan(3);
        requireSame(other);
    }

    @Test
    void refresh_afterAKillWhilePiecesWereWritten_makesTheSameRows() throws Exception {
        Path file = filled();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PieceProcess.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader said = process.inputReader()) {
                for (int time = 0; time < 3; time++) {
                    assertThat(said.readLine())
                            .as("seed %d, kill %d", SEED, kill)
                            .isEqualTo("cleared");
                }
                // somewhere within the pieces that are made next
                LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(20)));
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
            requireSame(file);
        }
    }
}
