package dev.arena.core.leak;

import java.util.Locale;

/**
 * A place in a response that tells who wrote it.
 *
 * @param turn from 0
 * @param start of the span in the turn, in UTF-16 units
 * @param end behind the span
 */
public record Leak(int turn, int start, int end, Reason reason) {
    public Leak {
        if (turn < 0 || start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a leak needs a span, found " + start + " to " + end + " in turn " + turn);
        }
    }

    /** Why a span is a leak. */
    public enum Reason {
        /** A contestant's name, an alias, or a word that the study names. */
        CONTESTANT,
        /** A word of the list of makers and models. */
        VENDOR,
        /** A name, in a sentence by which the writer introduces itself. */
        SELF,
        /** A maker that no list knows, in such a sentence. */
        BOILERPLATE;

        /** The word used in files and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
