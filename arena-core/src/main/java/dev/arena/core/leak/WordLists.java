package dev.arena.core.leak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lists that come with the program: makers and models, and words that are no names. */
final class WordLists {
    private WordLists() {}

    /** Makers and models, strong and weak. */
    static List<Term> vendors() {
        List<Term> terms = new ArrayList<>();
        for (String line : lines("vendors.txt")) {
            int colon = line.indexOf(':');
            Term.Kind kind = line.startsWith("strong")
                    ? Term.Kind.STRONG
                    : line.startsWith("none") ? Term.Kind.NONE : Term.Kind.WEAK;
            for (String name : line.substring(colon + 1).split(",", -1)) {
                terms.add(term(name, kind));
            }
        }
        return terms;
    }

    /** Words that name a maker even without the rest of its name. */
    static Set<String> makers() {
        Set<String> words = new HashSet<>();
        for (String line : lines("vendors.txt")) {
            if (line.startsWith("maker")) {
                words.addAll(Tokens.of(line.substring(line.indexOf(':') + 1)));
            }
        }
        return words;
    }

    private static Term term(String name, Term.Kind kind) {
        List<String> tokens = new ArrayList<>();
        for (String word : name.strip().split(" ", -1)) {
            if (word.equals(Term.NUMBER)) {
                tokens.add(word);
            } else {
                tokens.addAll(Tokens.of(word));
            }
        }
        return new Term(tokens, kind);
    }

    /** Words that ordinary texts use, folded. */
    static Set<String> common() {
        Set<String> words = new HashSet<>();
        for (String line : lines("common.txt")) {
            words.addAll(Tokens.of(line));
        }
        return words;
    }

    static List<String> lines(String name) {
        try (InputStream input = WordLists.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
