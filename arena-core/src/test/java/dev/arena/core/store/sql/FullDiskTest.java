package dev.arena.core.store.sql;

import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.problem.StoreException;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.AppendResult.Stored;
import dev.arena.core.store.StoreFixture;
import dev.arena.core.store.VoteStore.NewVote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up while votes come in: SQLite's limit of pages gives the same error as a disk without space. */
class FullDiskTest {
    private static final int PAGES_LEFT = 12;
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private Path file;
    private SqliteArenaStore store;
    private StoreFixture given;

    @BeforeEach
    void open() {
        file = folder.resolve("arena.db");
        store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS);
        given = new StoreFixture(store);
        given.promptAnsweredBy("alpha", "beta");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void limitPages(int more) {
        store.write(session -> {
            int used = session.handle()
                    .createQuery("PRAGMA page_count")
                    .mapTo(Integer.class)
                    .one();
            return session.handle()
                    .createQuery("PRAGMA max_page_count = " + (used + more))
                    .mapTo(Integer.class)
                    .one();
        });
    }

    private NewVote row(Judge judge, String key) {
        return new NewVote(
                given.bareBattle(BattleOrigin.imported(key), "alpha", "beta"), vote(judge, Verdict.first(), key));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        store.votes()
                .scan(
                        new VoteId(0),
                        (CastVote row) -> keys.add(row.vote().draft().idempotencyKey()));
        return keys;
    }

    @Test
    void append_onAFullDisk_failsClearlyLosesNothingAndRecovers() {
        Judge judge = given.voter("v");
        limitPages(PAGES_LEFT);
        List<String> acknowledged = new ArrayList<>();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        store.votes().appendAll(List.of(row(judge, "k" + i)));
                        acknowledged.add("k" + i);
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessage("The disk is full: nothing more can be written to " + file
                        + ". Every acknowledged vote is safe; free some space and try again.");

        assertThat(acknowledged).hasSizeGreaterThan(10);
        assertThat(keys()).isEqualTo(acknowledged);
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
        limitPages(1000);
        String next = "k" + acknowledged.size();
        assertThat(store.votes().appendAll(List.of(row(judge, next)))).allMatch(Stored.class::isInstance);
        acknowledged.add(next);
        assertThat(keys()).isEqualTo(acknowledged);
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
    }

    @Test
    void append_byManyOnAFullDisk_storesExactlyWhatWasAcknowledged() throws Exception {
        limitPages(PAGES_LEFT);
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<String>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Judge judge = given.voter("v" + thread);
                String prefix = "t" + thread + " ";
                ends.add(crowd.submit(() -> fill(judge, prefix, acknowledged)));
            }
            for (Future<String> end : ends) {
                assertThat(end.get(60, TimeUnit.SECONDS)).startsWith("The disk is full");
            }
        } finally {
            crowd.shutdownNow();
            assertThat(crowd.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
    }

    private String fill(Judge judge, String prefix, ConcurrentLinkedQueue<String> acknowledged) {
        for (int i = 0; i < 10_000; i++) {
            try {
                List<AppendResult> results = store.votes().appendAll(List.of(row(judge, prefix + i)));
                acknowledged.add(results.get(0).vote().draft().idempotencyKey());
            } catch (StoreException full) {
                return String.valueOf(full.getMessage());
            }
        }
        return "the disk never filled up";
    }

    @Test
    void append_ofALargeUnitBesideSmallOnes_failsAlone() throws Exception {
        Judge judge = given.voter("v");
        Judge importer = given.voter("importer");
        List<NewVote> large = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            large.add(row(importer, "large " + i));
        }
        limitPages(PAGES_LEFT);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<List<AppendResult>> failing = two.submit(() -> store.votes().appendAll(large));
            Future<List<AppendResult>> small = two.submit(() -> store.votes().appendAll(List.of(row(judge, "small"))));
            assertThatThrownBy(() -> failing.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(StoreException.class)
                    .hasMessageContaining("The disk is full");
            assertThat(small.get(60, TimeUnit.SECONDS)).allMatch(Stored.class::isInstance);
        } finally {
            two.shutdownNow();
            assertThat(two.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(keys()).containsExactly("small");
    }
}
