package dev.arena.core.exchange;

import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes to read, under the name that a user knows them by. */
public final class Source {
    /** What standard input is called on the command line. */
    public static final String STANDARD_INPUT = "-";

    private final String name;
    private final Opener opener;
    private final long size;
    private final @Nullable Path path;

    private Source(String name, Opener opener, long size, @Nullable Path path) {
        this.name = name;
        this.opener = opener;
        this.size = size;
        this.path = path;
    }

    /**
     * A file; it is opened anew for each reading, unless it is a pipe.
     *
     * @throws InputException if there is no such file
     */
    public static Source file(Path path) {
        return file(path.toString(), path);
    }

    /** A file under another name, such as the temporary copy of standard input or of what somebody sent. */
    public static Source file(String name, Path path) {
        if (!Files.exists(path)) {
            throw unreadable(name, "no such file", null);
        }
        if (Files.isDirectory(path)) {
            throw unreadable(name, "a folder", null);
        }
        try {
            long size = Files.isRegularFile(path) ? Files.size(path) : -1;
            return new Source(name, () -> Files.newInputStream(path), size, path);
        } catch (IOException e) {
            throw unreadable(name, String.valueOf(e.getMessage()), e);
        }
    }

    /** A stream that can be read once, such as standard input ({@link #STANDARD_INPUT}). */
    public static Source once(String name, InputStream stream) {
        return new Source(name, () -> stream, -1, null);
    }

    /** The name for messages. */
    public String name() {
        return name;
    }

    /** Whether it can be read more than once. */
    boolean isRereadable() {
        return size >= 0;
    }

    /** Bytes as stored, compressed or not; -1 where that is unknown. */
    public long size() {
        return size;
    }

    /** The file, where it is one that can be read at any place. */
    Optional<Path> path() {
        return isRereadable() ? Optional.ofNullable(path) : Optional.empty();
    }

    /** The folder of a file that the user named; a temporary copy has none. */
    Optional<Path> folder() {
        return path().filter(file -> file.toString().equals(name))
                .map(file -> file.toAbsolutePath().getParent());
    }

    InputStream open() {
        try {
            return opener.open();
        } catch (NoSuchFileException e) {
            throw unreadable(name, "no such file", e);
        } catch (AccessDeniedException e) {
            throw unreadable(name, "a file that you may not read", e);
        } catch (IOException e) {
            throw unreadable(name, String.valueOf(e.getMessage()), e);
        }
    }

    private static InputException unreadable(String name, String found, @Nullable Throwable cause) {
        return new InputException(
                new InputProblem(
                        name, 0, null, found, "a file that can be read, or - for standard input", "Check the path."),
                cause);
    }

    @Override
    public String toString() {
        return name;
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open() throws IOException;
    }
}
