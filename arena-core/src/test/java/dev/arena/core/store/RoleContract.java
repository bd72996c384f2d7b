package dev.arena.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store opened for each test, and a way to ask it from many threads at one moment. */
public abstract class RoleContract {
    protected static final int CROWD = 100;

    protected ArenaStore store;
    protected StoreFixture given;

    /** A new empty store. */
    protected abstract ArenaStore newStore();

    @BeforeEach
    void openStore() {
        store = newStore();
        given = new StoreFixture(store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** Runs {@code CROWD} tasks that all start together, and returns their results. */
    protected static <T> List<T> together(IntFunction<Callable<T>> task) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        CyclicBarrier start = new CyclicBarrier(CROWD);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                Callable<T> call = task.apply(i);
                futures.add(crowd.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            crowd.shutdownNow();
            assertThat(crowd.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
