package dev.arena.core.store.sql;

import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.StoreFixture;
import dev.arena.core.store.VoteStore.NewVote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreBackupTest {
    @TempDir
    Path folder;

    @Test
    void copy_whileVotesComeIn_isOneMomentOfTheLog() throws Exception {
        Path file = folder.resolve("arena.db");
        Path copy = folder.resolve("copy.db");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong acknowledged = new AtomicLong();
        CountDownLatch busy = new CountDownLatch(50);
        try (SqliteArenaStore store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            StoreFixture given = new StoreFixture(store);
            given.promptAnsweredBy("alpha", "beta");
            Judge judge = given.voter("v");
            ExecutorService writer = Executors.newSingleThreadExecutor();
            try {
                Future<?> writing = writer.submit(() -> {
                    for (int i = 0; !stop.get(); i++) {
                        NewVote row = new NewVote(
                                given.bareBattle(BattleOrigin.imported("k" + i), "alpha", "beta"),
                                vote(judge, Verdict.first(), "k" + i));
                        store.votes().appendAll(List.of(row));
                        acknowledged.incrementAndGet();
                        busy.countDown();
                    }
                });
                assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
                long before = acknowledged.get();
                StoreBackup.copy(file, copy);
                long after = acknowledged.get() + 1;
                VerifyReport report = StoreVerifier.verify(copy);
                assertThat(report.findings()).isEmpty();
                assertThat(report.counts().votes()).isBetween(before, after);
                stop.set(true);
                writing.get(60, TimeUnit.SECONDS);
            } finally {
                stop.set(true);
                writer.shutdownNow();
                assertThat(writer.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("arena.db", "arena.db-lock", "copy.db");
        }
    }

    @Test
    void copy_ofADatabase_isAStoreOfItsOwn() {
        Path file = folder.resolve("arena.db");
        Path copy = folder.resolve("copy.db");
        FilledStore.make(file);
        StoreBackup.copy(file, copy);
        try (SqliteArenaStore original = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS);
                SqliteArenaStore restored = SqliteArenaStore.open(copy, SqliteArenaStoreTest.OPTIONS)) {
            assertThat(restored.salt()).isEqualTo(original.salt());
            assertThat(restored.revision()).isEqualTo(original.revision());
            new StoreFixture(restored).voter("only here");
            assertThat(original.judges().listJudges()).hasSize(11);
            assertThat(restored.judges().listJudges()).hasSize(12);
        }
    }

    @Test
    void copy_ontoAFileThatExists_overwritesNothing() throws Exception {
        Path file = folder.resolve("arena.db");
        FilledStore.make(file);
        Path taken = Files.writeString(folder.resolve("taken.db"), "precious");
        assertThatThrownBy(() -> StoreBackup.copy(file, taken))
                .isInstanceOf(UsageException.class)
                .hasMessage(taken + " exists already: a backup never overwrites a file. Name another one.");
        assertThat(taken).hasContent("precious");
    }

    @Test
    void copy_ofNothing_isAUsageError() {
        assertThatThrownBy(() -> StoreBackup.copy(folder.resolve("none.db"), folder.resolve("copy.db")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("There is no database ");
        assertThat(folder.resolve("copy.db")).doesNotExist();
    }
}
