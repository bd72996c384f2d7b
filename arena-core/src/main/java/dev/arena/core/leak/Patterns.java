package dev.arena.core.leak;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The regular expressions of {@code introductions.txt}, by name. */
final class Patterns {
    private static final String WORD_START = "(?<![\\p{L}\\p{N}])";
    private static final String WORD_END = "(?![\\p{L}\\p{N}])";

    private final Map<String, String> sources = new TreeMap<>();

    Patterns(List<String> lines) {
        String name = "";
        for (String line : lines) {
            if (line.startsWith(" ")) {
                sources.merge(name, expanded(line.substring(1)), String::concat);
            } else {
                int equals = line.indexOf(" = ");
                name = line.substring(0, equals);
                sources.put(name, expanded(line.substring(equals + 3)));
            }
        }
    }

    private String expanded(String line) {
        String text = line.replace("{<}", WORD_START).replace("{>}", WORD_END);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            text = text.replace("{" + source.getKey() + "}", source.getValue());
        }
        return text;
    }

    /** Every run of letters in the sources of some patterns: the last word of what they match is one of them, or goes on from one. */
    Set<String> words(String prefix) {
        Set<String> words = new HashSet<>();
        sources.forEach((name, source) -> {
            if (name.startsWith(prefix)) {
                words.addAll(Tokens.of(source));
            }
        });
        return words;
    }

    /** Patterns that end where a name begins. */
    Automaton backward(String... names) {
        return Automaton.backward(sources(names));
    }

    /** Patterns that begin where a name ends. */
    Automaton forward(String... names) {
        return Automaton.forward(sources(names));
    }

    Pattern get(String name) {
        return Pattern.compile(source(name));
    }

    private List<String> sources(String... names) {
        return Arrays.stream(names).map(this::source).toList();
    }

    private String source(String name) {
        String source = sources.get(name);
        if (source == null) {
            throw new IllegalStateException("introductions.txt has no " + name);
        }
        return source;
    }
}
