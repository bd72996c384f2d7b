package dev.arena.core.store.sql;

/** Runs units of work that change the database. */
interface UnitWriter extends AutoCloseable {
    /** One unit of work; it may run twice, so it changes nothing but the database. */
    interface Work<T> {
        T run(WriteSession session);
    }

    /** Runs a unit of work; when this returns, its changes are on disk. */
    <T> T write(Work<T> work);

    @Override
    void close();
}
