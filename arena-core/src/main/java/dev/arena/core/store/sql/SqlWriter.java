package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of a database, with group commit: callers wait while one thread runs their units of work in one transaction, and
 * all are answered after its commit is on disk. A savepoint around each unit keeps a failing one from spoiling the others. Where
 * the transaction itself fails (a full disk), each unit is tried again alone, so that a small one may pass where a large one does
 * not, and each caller gets the error of its own unit.
 */
final class SqlWriter implements UnitWriter {
    private static final int QUEUED = 1024;
    private static final int BATCH = 256;

    private final Path file;
    private final BlockingQueue<WriteUnit<?>> queue = new ArrayBlockingQueue<>(QUEUED);
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final WriteUnit<Boolean> last = new WriteUnit<>(session -> true);
    private final Transactions transactions;
    private final WriterThread thread;
    private final WalFolder folder;
    private boolean closed;

    SqlWriter(Path file, Transactions transactions) {
        this.file = file;
        this.transactions = transactions;
        this.thread = new WriterThread(file, this::work);
        this.folder = new WalFolder(file);
    }

    void start() {
        thread.start();
        folder.start();
    }

    /** The session of the unit that runs on this thread; null on every thread but the writer's. */
    @Nullable
    WriteSession ownSession() {
        return Thread.currentThread() == thread ? transactions.session() : null;
    }

    @Override
    public <T> T write(Work<T> work) {
        if (Thread.currentThread() == thread) {
            return transactions.within(work);
        }
        WriteUnit<T> unit = new WriteUnit<>(work);
        Lock pass = gate.readLock();
        pass.lock();
        try {
            if (closed) {
                throw closed();
            }
            enqueue(unit);
        } finally {
            pass.unlock();
        }
        return unit.await();
    }

    private void enqueue(WriteUnit<?> unit) {
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(unit);
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        transactions.warmUp();
        List<WriteUnit<?>> batch = new ArrayList<>(BATCH);
        boolean open = true;
        while (open) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException ignored) {
                // Nothing of this project interrupts the writer; the work goes on until the store is closed.
                continue;
            }
            queue.drainTo(batch, BATCH - 1);
            open = !batch.remove(last);
            run(batch);
            batch.clear();
        }
        try {
            // before the writer's connection, so that the last one to close folds what is left
            folder.close();
            transactions.close();
            last.answer(true);
        } catch (RuntimeException failure) {
            last.fail(failure);
        }
    }

    private void run(List<WriteUnit<?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            transactions.begin();
            if (batch.size() == 1) {
                transactions.attemptAlone(batch.get(0));
            } else {
                batch.forEach(transactions::attempt);
            }
            transactions.commit();
            batch.forEach(WriteUnit::answer);
            folder.committed();
        } catch (RuntimeException | Error failure) {
            transactions.rollback();
            if (batch.size() == 1) {
                batch.get(0).fail(failure instanceof RuntimeException e ? SqliteErrors.translate(e, file) : failure);
            } else {
                batch.forEach(unit -> run(List.of(unit)));
            }
        }
    }

    static StoreException closed() {
        return new StoreException("The store is closed.", null);
    }

    /** Ends the thread after the units that wait. */
    @Override
    public void close() {
        Lock shut = gate.writeLock();
        shut.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            enqueue(last);
        } finally {
            shut.unlock();
        }
        last.await();
        awaitEnd(thread);
    }

    /** Waits until a thread is gone: until then the database counts as open in this process. */
    static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
