package dev.arena.core.judge.command;

import dev.arena.core.judge.Hash;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program with its arguments.
 *
 * @param words as the file names them
 * @param program where the first of them was found, or null
 */
record CommandLine(List<String> words, @Nullable Path program) {
    private static final int SHORT = 12;

    CommandLine {
        words = List.copyOf(words);
    }

    /** Looks the program up as a shell would: in the folders of {@code PATH}, or as a file where its name has a slash. */
    static CommandLine find(List<String> words, String path) {
        String name = words.get(0);
        List<String> folders = name.contains(File.separator)
                ? List.of("")
                : List.of(path.split(Pattern.quote(File.pathSeparator), -1));
        for (String folder : folders) {
            Path file = Path.of(folder, name);
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return new CommandLine(words, file.toAbsolutePath());
            }
        }
        return new CommandLine(words, null);
    }

    /** The words to start it with. */
    List<String> toStart() {
        List<String> started = new ArrayList<>(words);
        started.set(0, String.valueOf(program));
        return started;
    }

    /** Changes whenever the program, or a file among its arguments, does. */
    String fingerprint() {
        List<String> parts = new ArrayList<>();
        if (program != null) {
            parts.add(contents(program));
        }
        for (String word : words.subList(1, words.size())) {
            try {
                if (Files.isRegularFile(Path.of(word))) {
                    parts.add(contents(Path.of(word)));
                }
            } catch (InvalidPathException e) {
                parts.add("no file");
            }
        }
        return Hash.of(parts.toArray(String[]::new)).substring(0, SHORT);
    }

    private static String contents(Path file) {
        try {
            return Hash.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
