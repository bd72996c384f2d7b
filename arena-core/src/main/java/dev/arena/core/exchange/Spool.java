package dev.arena.core.exchange;

import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Temporary copies of sources that can be read once only, such as standard input; they are gone when this is closed. */
final class Spool implements AutoCloseable {
    private final List<Path> copies = new ArrayList<>();

    /** The source itself where it can be read again, else a copy of it under its name. */
    Source rereadable(Source source) {
        if (source.isRereadable()) {
            return source;
        }
        try (InputStream bytes = source.open()) {
            Path copy = Files.createTempFile("arena-import-", ".tmp");
            copies.add(copy);
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return Source.file(source.name(), copy);
        } catch (IOException e) {
            throw new InputException(
                    new InputProblem(
                            source.name(),
                            0,
                            null,
                            String.valueOf(e.getMessage()),
                            "input that fits into a temporary file",
                            "Save it to a file and import that."),
                    e);
        }
    }

    @Override
    public void close() {
        for (Path copy : copies) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                copy.toFile().deleteOnExit();
            }
        }
    }
}
