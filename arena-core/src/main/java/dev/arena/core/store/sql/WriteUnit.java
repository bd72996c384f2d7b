package dev.arena.core.store.sql;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A unit of work of one caller, and its answer. The latch orders the writer's fields before the caller's reads. */
final class WriteUnit<T> {
    private final UnitWriter.Work<T> work;
    private final CountDownLatch answered = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable Throwable failure;

    WriteUnit(UnitWriter.Work<T> work) {
        this.work = work;
    }

    /** Runs the work; the answer waits for the commit. */
    void run(WriteSession session) {
        failure = null;
        result = work.run(session);
    }

    /** The work failed without spoiling its transaction. */
    void refuse(RuntimeException refusal) {
        result = null;
        failure = refusal;
    }

    /** The transaction is committed. */
    void answer() {
        answered.countDown();
    }

    /** Answers without running the work. */
    void answer(T value) {
        result = value;
        answered.countDown();
    }

    /** The transaction failed for good. */
    void fail(Throwable problem) {
        result = null;
        failure = problem;
        answered.countDown();
    }

    /** Waits for the answer, also while interrupted: the work may have been done already, and the caller must know. */
    T await() {
        boolean interrupted = false;
        while (true) {
            try {
                answered.await();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException refused) {
            throw refused;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (result == null) {
            throw new IllegalStateException("a unit of work must give a result");
        }
        return result;
    }
}
