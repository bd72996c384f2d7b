package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Copies a database as it is at one moment, also while a server writes to it. */
public final class StoreBackup {
    private StoreBackup() {}

    /**
     * Copies a database to a file that does not exist yet. The copy is written under another name, put on disk and only then given
     * its name, so a file of that name is always whole.
     *
     * @throws UsageException if there is no such database, or the target exists already
     * @throws StoreException if the copy cannot be written; nothing is left of it
     */
    public static void copy(Path database, Path target) {
        Path from = StoreFiles.resolve(database);
        StoreFiles.requireExisting(from);
        StoreFiles.requireSqlite(from);
        Path to = StoreFiles.resolve(target);
        requireFree(target, to);
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            vacuumInto(from, part);
            sync(part);
            requireFree(target, to);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(to);
        } catch (SQLException failure) {
            throw discard(part, SqliteErrors.translate(failure, target));
        } catch (IOException failure) {
            throw discard(
                    part, new StoreException("The backup " + target + " cannot be written: " + failure + ".", failure));
        }
    }

    private static void requireFree(Path target, Path to) {
        if (Files.exists(to)) {
            throw new UsageException(target + " exists already: a backup never overwrites a file. Name another one.");
        }
    }

    private static void vacuumInto(Path from, Path part) throws SQLException {
        try (Connection connection = SqliteConnections.copier(from);
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, part.toString());
            copy.execute();
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Puts the new name on disk, where the system lets a folder be opened; elsewhere it does so by itself. */
    private static void syncFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.resolveSibling(".").normalize(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }

    private static StoreException discard(Path part, StoreException failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException again) {
            failure.addSuppressed(again);
        }
        return failure;
    }
}
