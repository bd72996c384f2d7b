package dev.arena.web.cli;

import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear whole or not at all, and never in place of another without being asked. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Writes a file under a temporary name and renames it.
     *
     * @throws UsageException if it exists and may not be overwritten, or its folder does not exist
     */
    static void write(Path file, String text, boolean overwrite) throws IOException {
        writeWith(file, overwrite, out -> out.append(text));
    }

    /** Writes characters and tells what came of it. */
    @FunctionalInterface
    interface Body<T> {
        T write(Appendable out) throws IOException;
    }

    /**
     * Writes a file under a temporary name and renames it when the whole of it is there.
     *
     * @throws UsageException if it exists and may not be overwritten, or its folder does not exist
     */
    static <T> T writeWith(Path file, boolean overwrite, Body<T> body) throws IOException {
        requireWritable(file, overwrite);
        Path target = file.toAbsolutePath();
        Path temporary = Files.createTempFile(target.getParent(), ".arena-", ".tmp");
        try {
            T result;
            try (Writer out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                result = body.write(out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Refuses, before any work is done, a target that could not be written afterwards. */
    static void requireWritable(Path file, boolean overwrite) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException(file + ": its folder does not exist; create it first.");
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException(file + ": its folder cannot be written to; choose another.");
        }
        if (Files.exists(file) && !overwrite) {
            throw new UsageException(file + " exists; say --force to overwrite it, or choose another name.");
        }
    }
}
