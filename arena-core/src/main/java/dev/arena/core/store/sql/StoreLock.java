package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import dev.arena.core.problem.StoreHeldException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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
     * @throws StoreHeldException if another process has it open
     * @throws StoreException if this process has it open already, or the lock file cannot be written
     */
    static StoreLock of(Path database, String holder) {
        Path file = database.resolveSibling(database.getFileName() + "-lock");
        if (WriterThread.writesTo(database)) {
            // A second channel must not even be opened here: closing it would release this process's lock.
            throw new StoreException(database + " is open in this process already.", null);
        }
        try {
            return lock(database, file, holder);
        } catch (IOException failure) {
            throw new StoreException(
                    file + " cannot be written: this user needs write access to the folder of the database.", failure);
        }
    }

    private static StoreLock lock(Path database, Path file, String holder) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw held(database, holder(file));
            }
            channel.truncate(0);
            String text = ProcessHandle.current().pid() + "\n" + holder + "\n";
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
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

    private static StoreHeldException held(Path database, List<String> holder) {
        String process = holder.isEmpty() ? "" : holder.get(0).strip();
        String command = holder.size() < 2 ? "" : holder.get(1).strip();
        String who = (process.isEmpty() ? "" : "process " + process) + (command.isEmpty() ? "" : ", " + command);
        return new StoreHeldException(
                "Another Arena process" + (who.isEmpty() ? "" : " (" + who + ")") + " has " + database
                        + " open: stop it, or name another file with --db.",
                process,
                command);
    }

    /** The lines of the lock file: the process, and what it does. */
    private static List<String> holder(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            return List.of();
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
