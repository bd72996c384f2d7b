package dev.arena.core.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that a person may have meant. */
public final class Nearest {
    private static final int LEAST_CHANGES = 2;

    private Nearest() {}

    /** A sentence with the candidate nearest to a misspelt word, or an empty one where none is near. */
    public static String hint(String word, Collection<String> candidates) {
        return find(word, candidates)
                .map(name -> "Did you mean '" + name + "'?")
                .orElse("");
    }

    /** The candidate with the fewest changed characters, at most two or a third of the word; the first by name among equals. */
    public static Optional<String> find(String word, Collection<String> candidates) {
        int bound = Math.max(LEAST_CHANGES, word.length() / 3);
        String best = null;
        int bestDistance = bound + 1;
        for (String candidate : new TreeSet<>(candidates)) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein distance: insertions, deletions and replacements that turn one word into the other. */
    static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
