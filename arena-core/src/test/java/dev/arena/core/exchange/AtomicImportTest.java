package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.progress.Progress;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that fails on its way leaves nothing behind. */
final class AtomicImportTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private static final int VOTES = 4500;

    @TempDir
    Path folder;

    private SqliteArenaStore store;

    @BeforeEach
    void open() {
        store = SqliteArenaStore.open(folder.resolve("arena.db"), new StoreOptions(NOON, new Random(1)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Gives so many tokens, then fails as a full disk would. */
    private static final class Tired implements RandomGenerator {
        private final RandomGenerator chance = new Random(2);
        private int left;

        Tired(int left) {
            this.left = left;
        }

        @Override
        public long nextLong() {
            if (left-- == 0) {
                throw new IllegalStateException("injected");
            }
            return chance.nextLong();
        }
    }

    private ImportRequest request() throws IOException {
        StringBuilder battles = new StringBuilder("model_a,model_b,winner,prompt_id\n");
        battles.append("alpha,beta,model_a,p1\n".repeat(VOTES));
        return ImportRequest.of(
                file("p", "{\"id\":\"p1\",\"prompt\":\"Why?\"}\n"),
                file("r", "{\"prompt_id\":\"p1\",\"model\":\"alpha\",\"response\":\"So.\"}\n"),
                file("b", battles.toString()));
    }

    private Source file(String name, String content) throws IOException {
        return Source.file(Files.writeString(folder.resolve(name), content));
    }

    @Test
    void run_failureAfterMostWasWritten_storesNothingAndTheSameImportWorksAfterwards() throws IOException {
        ImportRequest request = request();
        // Two draws a token: the first two batches of votes are written before the third one fails.
        ImportService failing = new ImportService(store, NOON, new Tired(2 * 4200));

        assertThatThrownBy(() -> failing.run(request, Progress.silent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("injected");

        assertThat(store.votes().count()).isZero();
        assertThat(store.revision()).isZero();
        assertThat(List.of(
                        store.catalog().listPrompts(),
                        store.catalog().listContestants(),
                        store.catalog().listCurrentResponses(),
                        store.judges().listJudges()))
                .allSatisfy(stored -> assertThat(stored).isEmpty());

        ImportResult result = new ImportService(store, NOON, new Random(3)).run(request, Progress.silent());
        assertThat(result.newVotes()).isEqualTo(VOTES);
        assertThat(store.votes().count()).isEqualTo(VOTES);
    }
}
