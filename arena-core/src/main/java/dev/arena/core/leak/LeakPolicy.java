package dev.arena.core.leak;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a study, or the open floor, looks for besides what every arena does, and what it does about it.
 *
 * @param words further words that give a writer away
 * @param aliases further names of contestants, by contestant
 */
public record LeakPolicy(LeakAction action, List<String> words, Map<String, List<String>> aliases) {
    /** What holds where nobody says otherwise: mask. */
    public static final LeakPolicy STANDARD = new LeakPolicy(LeakAction.MASK, List.of(), Map.of());

    public LeakPolicy {
        words = List.copyOf(words);
        Map<String, List<String>> sorted = new TreeMap<>();
        aliases.forEach((name, list) -> sorted.put(name, List.copyOf(list)));
        aliases = Collections.unmodifiableMap(sorted);
    }

    /**
     * A policy by the word of its action, as settings have it.
     *
     * @throws IllegalArgumentException if there is no such action
     */
    public static LeakPolicy of(String action, List<String> words, Map<String, List<String>> aliases) {
        return new LeakPolicy(LeakAction.valueOf(action.toUpperCase(Locale.ROOT)), words, aliases);
    }

    /** Whether a word can be found in a text at all: it has something that a word is made of. */
    public static boolean isFindable(String word) {
        return !Tokens.of(word).isEmpty();
    }

    /** The same search with another action. */
    public LeakPolicy withAction(LeakAction other) {
        return new LeakPolicy(other, words, aliases);
    }
}
