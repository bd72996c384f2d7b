package dev.arena.core.model;

import java.util.List;
import java.util.Locale;

/**
 * What a voter is asked beside the verdict.
 *
 * @param id names it in answers and exports, unique in a study
 * @param text as the voter reads it
 * @param options what can be chosen, in the order shown; for a scale its points from low to high; empty for a text
 * @param required whether a verdict without an answer is refused
 */
public record StudyQuestion(String id, String text, Type type, List<Option> options, boolean required) {
    /** What an answer is. */
    public enum Type {
        /** One option. */
        CHOICE,
        /** Any number of options. */
        CHOICES,
        /** Words of the voter's own. */
        TEXT,
        /** One point of a scale. */
        SCALE;

        /** The word used in files and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing to choose.
     *
     * @param value as stored
     * @param text as the voter reads it
     */
    public record Option(String value, String text) {}

    public StudyQuestion {
        options = List.copyOf(options);
    }

    /** The values that may be chosen. */
    public List<String> values() {
        return options.stream().map(Option::value).toList();
    }
}
