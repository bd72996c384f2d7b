package dev.arena.core.store.sql;

import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.StoreException;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.AppendResult.Stored;
import dev.arena.core.store.StoreFixture;
import dev.arena.core.store.VoteStore.NewVote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one writing thread: what its callers can rely on when units fail, threads are interrupted and the store closes. */
class SqlWriterTest {
    private static final int THREADS = 16;

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

    private NewVote row(Judge judge, String key) {
        return new NewVote(
                given.bareBattle(BattleOrigin.imported(key), "alpha", "beta"), vote(judge, Verdict.first(), key));
    }

    @Test
    void write_byAnInterruptedThread_isDoneAndTheInterruptIsKept() {
        Judge judge = given.voter("v");
        Thread.currentThread().interrupt();
        List<AppendResult> results = store.votes().appendAll(List.of(row(judge, "k")));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(results).allMatch(Stored.class::isInstance);
        assertThat(store.votes().count()).isEqualTo(1);
    }

    @Test
    void atomically_workThatFails_keepsNothingAndLetsOthersGoOn() {
        Judge judge = given.voter("v");
        long revision = store.revision();
        List<Long> seen = new ArrayList<>();

        assertThatThrownBy(() -> store.atomically(() -> {
                    store.catalog().apply(StoreFixture.batch(StoreFixture.response("p1", "gamma", "late")));
                    seen.add(store.votes().count());
                    List<AppendResult> unused = store.votes().appendAll(List.of(row(judge, "k")));
                    seen.add(store.votes().count());
                    seen.add((long) store.catalog().listContestants().size());
                    throw new IllegalStateException("the power is gone");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the power is gone");

        assertThat(seen).containsExactly(0L, 1L, 3L);
        assertThat(store.votes().count()).isZero();
        assertThat(store.catalog().findContestant("gamma")).isEmpty();
        assertThat(store.revision()).isEqualTo(revision);
        assertThat(store.votes().appendAll(List.of(row(judge, "k")))).allMatch(Stored.class::isInstance);
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
    }

    @Test
    void atomically_partThatIsRefused_isUndoneAloneWhenTheWorkGoesOn() {
        Judge judge = given.voter("v");

        String done = store.atomically(() -> {
            assertThatThrownBy(() -> store.votes()
                            .appendAll(List.of(
                                    row(judge, "a"),
                                    new NewVote(
                                            given.bareBattle(BattleOrigin.imported("b"), "alpha", "beta"),
                                            vote(judge, new Verdict.Ranking(List.of(1, 2, 3), null), "b")))))
                    .isInstanceOf(IllegalArgumentException.class);
            List<AppendResult> unused = store.votes().appendAll(List.of(row(judge, "c")));
            return "done";
        });

        assertThat(done).isEqualTo("done");
        assertThat(store.votes().count()).isEqualTo(1);
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
    }

    @Test
    void write_ofAUnitThatFailsUnexpectedly_spoilsNoOtherInItsBatch() throws Exception {
        Judge judge = given.voter("v");
        CountDownLatch queued = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(THREADS + 1);
        try {
            // Holds the writer until all others wait, so that they become one batch.
            Future<Boolean> first = crowd.submit(() -> store.write(session -> awaits(queued)));
            List<Future<Object>> units = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                units.add(crowd.submit(() -> number % 4 == 3
                        ? store.write(session -> {
                            VoteLog.append(session, row(judge, "undone " + number));
                            throw new IllegalStateException("unit " + number + " fails");
                        })
                        : store.votes().appendAll(List.of(row(judge, "k" + number)))));
            }
            queued.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < THREADS; i++) {
                Future<Object> unit = units.get(i);
                if (i % 4 == 3) {
                    assertThatThrownBy(() -> unit.get(30, TimeUnit.SECONDS)).hasMessageContaining(" fails");
                } else {
                    assertThat(unit.get(30, TimeUnit.SECONDS)).isNotNull();
                }
            }
        } finally {
            crowd.shutdownNow();
            assertThat(crowd.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(store.votes().count()).isEqualTo(THREADS * 3L / 4);
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    @Test
    void close_whileManyWrite_keepsWhatWasAcknowledgedAndRefusesTheRest() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
        CountDownLatch busy = new CountDownLatch(THREADS);
        long acknowledged = 0;
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Judge judge = given.voter("v" + i);
                NewVote template = row(judge, judge.name());
                counts.add(crowd.submit(() -> writeUntilClosed(judge, template, busy)));
            }
            assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
            store.close();
            for (Future<Integer> count : counts) {
                acknowledged += count.get(30, TimeUnit.SECONDS);
            }
        } finally {
            crowd.shutdownNow();
            assertThat(crowd.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        try (SqliteArenaStore again = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            assertThat(again.votes().count()).isEqualTo(acknowledged).isPositive();
        }
    }

    private int writeUntilClosed(Judge judge, NewVote template, CountDownLatch busy) {
        for (int i = 0; true; i++) {
            String key = judge.name() + " " + i;
            try {
                store.votes()
                        .appendAll(List.of(new NewVote(renamed(template, key), vote(judge, Verdict.first(), key))));
                busy.countDown();
            } catch (StoreException closed) {
                assertThat(closed).hasMessage("The store is closed.");
                return i;
            }
        }
    }

    /** The template's battle under another token and key, since a closed store cannot be asked for its contestants. */
    private static BattleDraft renamed(NewVote template, String key) {
        BattleDraft draft = template.battle();
        return new BattleDraft(
                "token of " + key,
                null,
                draft.seats(),
                null,
                null,
                BattleOrigin.imported(key),
                draft.tags(),
                draft.openedAt());
    }
}
