package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import java.nio.file.Path;

/** Refuses every change of a database that was opened for reading. */
final class ReadOnlyWriter implements UnitWriter {
    private final Path file;

    ReadOnlyWriter(Path file) {
        this.file = file;
    }

    @Override
    public <T> T write(Work<T> work) {
        throw new StoreException(file + " is open for reading only: nothing was written.", null);
    }

    @Override
    public void close() {}
}
