package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/** Looks at a database file before SQLite does, so that what is wrong can be said plainly. */
final class StoreFiles {
    /** With less, a disk counts as full: a vote writes several pages of 4 KiB, and many votes are written at a time. */
    private static final long LEAST_ROOM = 1L << 20;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private StoreFiles() {}

    /** The one name of a file whose folder exists, links in the path resolved. */
    static Path resolve(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || Files.isDirectory(absolute)) {
            throw new UsageException(
                    file + " is a folder: name a database file in it, such as " + file.resolve("arena.db") + ".");
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException("The folder " + folder + " of the database does not exist: create it first.");
        }
        try {
            return Files.exists(absolute)
                    ? absolute.toRealPath()
                    : folder.toRealPath().resolve(name);
        } catch (IOException failure) {
            throw new StoreException(file + " cannot be opened: " + failure.getMessage() + ".", failure);
        }
    }

    /** Refuses a file that does not exist. */
    static void requireExisting(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException(
                    "There is no database " + file + ": name one with --db, or make it with arena import.");
        }
    }

    /** Refuses a file that is something else than a SQLite database; an empty one is a new database. */
    static void requireSqlite(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(MAGIC.length);
            if (head.length > 0 && !Arrays.equals(head, MAGIC)) {
                throw new UsageException(
                        file + " is not an Arena database: it is not a SQLite file. Name another file with --db.");
            }
        } catch (IOException failure) {
            throw new StoreException(file + " cannot be read: this user needs read access to it.", failure);
        }
    }

    /** Refuses a file or folder that must not be written, also where this user could. */
    static void requireWritable(Path file) {
        Path folder = file.resolveSibling(".").normalize();
        if (Files.exists(file) && !isWritable(file)) {
            throw new StoreException(
                    file + " is read-only: give this user write access to it (chmod u+w), or copy it elsewhere.", null);
        }
        if (!isWritable(folder)) {
            throw new StoreException(
                    "The folder " + folder + " is read-only, and a database writes files beside itself: give this user"
                            + " write access to it (chmod u+w), or copy the database elsewhere.",
                    null);
        }
    }

    /**
     * Refuses a disk on which the next votes may find no room, though a few bytes do.
     *
     * @param usable bytes
     */
    static void requireRoom(Path folder, long usable) {
        if (usable < LEAST_ROOM) {
            throw new StoreException(
                    "The disk is full: " + folder + " has room for " + usable + " bytes, fewer than the " + LEAST_ROOM
                            + " that are kept for votes. Every acknowledged vote is safe; free some space.",
                    null);
        }
    }

    /** Whether a file may be written: by its permissions and, where those say nothing, by trying. */
    static boolean isWritable(Path path) {
        if (!Files.isWritable(path)) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream()
                    .anyMatch(WRITE::contains);
        } catch (IOException | UnsupportedOperationException unknown) {
            return true;
        }
    }
}
