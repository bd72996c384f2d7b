package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time writes to a database. The lock is the operating system's, on a file beside the database, so it ends with
 * its process however that ends. The file itself stays: removing it would let two processes lock two files of one name.
 */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a database.
     *
     * @throws StoreException if it is locked, or the lock file cannot be written
     */
    static StoreLock of(Path database) {
        Path file = database.resolveSibling(database.getFileName() + "-lock");
        if (WriterThread.writesTo(database)) {
            // A second channel must not even be opened here: closing it would release this process's lock.
            throw new StoreException(database + " is open in this process already.", null);
        }
        try {
            return lock(database, file);
        } catch (IOException failure) {
            throw new StoreException(
                    file + " cannot be written: this user needs write access to the folder of the database.", failure);
        }
    }

    private static StoreLock lock(Path database, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new StoreException(
                        "Another Arena process" + holder(file) + " has " + database
                                + " open: stop it, or name another file with --db.",
                        null);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new StoreLock(channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    private static String holder(Path file) {
        try {
            String pid = Files.readString(file).strip();
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new StoreException("The lock of the database cannot be released.", failure);
        }
    }
}
