package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.problem.UsageException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The rows set aside by {@code --skip-invalid}, one JSON object a line: {@code file, line, field, found, allowed, row}. The file appears
 * when this is closed, also when no row was bad. It takes the place of an earlier file of rejects, and of no other file.
 */
public final class RejectsFile implements BadRows, AutoCloseable {
    private final Path path;
    private final Path part;
    private final BufferedWriter writer;

    /**
     * Opens the file.
     *
     * @throws UsageException if it cannot be written, or another file stands there
     */
    public RejectsFile(Path path) {
        this.path = path;
        this.part = path.resolveSibling(path.getFileName() + ".part");
        try {
            if (Files.exists(path) && !holdsRejects(path)) {
                throw new UsageException("--skip-invalid " + path
                        + " would replace a file that holds no rejected rows. Name another file.");
            }
            this.writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("--skip-invalid " + path + " cannot be written (" + e.getMessage()
                    + "). Name a file in a folder that exists and that you may write to.");
        }
    }

    private static boolean holdsRejects(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return false;
        }
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            char[] start = new char[8];
            int length = reader.read(start);
            return length < 0 || new String(start, 0, length).equals("{\"file\":");
        }
    }

    @Override
    public void reject(InputProblem problem, JsonNode row) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("file", problem.file());
        entry.put("line", problem.line());
        entry.put("field", problem.field());
        entry.put("found", problem.found());
        entry.put("allowed", problem.allowed());
        entry.set("row", row);
        try {
            writer.write(Json.MAPPER.writeValueAsString(entry));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + part, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }
}
