package dev.arena.ratings;

import dev.arena.ratings.wording.Sentence;
import java.util.List;

/**
 * Something a reader of the table must know.
 *
 * @param code the kind, with its advice
 * @param found what was found, in one sentence without names of contestants
 * @param contestants the contestants concerned (dense indices, ascending), so that the caller can name them; empty
 *     where all are, or none in particular
 */
public record RatingWarning(WarningCode code, Sentence found, List<Integer> contestants) {
    /** Copies the list. */
    public RatingWarning {
        contestants = List.copyOf(contestants);
    }

    /** A warning about no contestant in particular. */
    public static RatingWarning of(WarningCode code, Sentence found) {
        return new RatingWarning(code, found, List.of());
    }

    /** What was found, in English. */
    public String detail() {
        return found.message();
    }

    /** What was found and what to do about it. */
    public String message() {
        return detail() + " " + code.advice();
    }
}
