package dev.arena.ratings.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Public data that is not part of the repository: in the folder named by the environment variable {@code ARENA_DATA},
 * else in {@code ../shared/data} beside the repository.
 */
public final class ReferenceData {
    private ReferenceData() {}

    /** Marks a test that needs the data; it does not run where the data is absent, and ./check counts it. */
    @Tag("reference")
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(Present.class)
    public @interface Required {}

    /** Runs a test only where the data is. */
    static final class Present implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return folder().isPresent()
                    ? ConditionEvaluationResult.enabled("reference data found")
                    : ConditionEvaluationResult.disabled("no ../shared/data and ARENA_DATA is not set");
        }
    }

    /** The lines of a file after its header, split at commas; unpacked where its name ends in {@code .gz}. */
    public static List<String[]> csv(String path) {
        List<String[]> rows = rows(path);
        return rows.subList(1, rows.size());
    }

    /** The lines of a file without a header, split likewise. */
    public static List<String[]> rows(String path) {
        Path file = folder().orElseThrow().resolve(path);
        try {
            List<String> lines = path.endsWith(".gz") ? unpacked(file) : Files.readAllLines(file);
            return lines.stream().map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> unpacked(Path file) throws IOException {
        try (InputStream packed = Files.newInputStream(file);
                InputStream plain = new GZIPInputStream(packed)) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static Optional<Path> folder() {
        String named = System.getenv("ARENA_DATA");
        Path folder = named != null
                ? Path.of(named)
                : Path.of(System.getProperty("arena.root", "..")).resolve("../shared/data");
        return Files.isDirectory(folder) ? Optional.of(folder.toAbsolutePath().normalize()) : Optional.empty();
    }
}
