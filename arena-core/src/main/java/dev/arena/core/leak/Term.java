package dev.arena.core.leak;

import java.util.List;

/**
 * Something to look for.
 *
 * @param tokens its words and numbers; {@code #} stands for any number
 */
record Term(List<String> tokens, Kind kind) {
    static final String NUMBER = "#";

    Term {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a term needs a word");
        }
    }

    /** What it takes for a term to be a leak; the earlier of two kinds holds. */
    enum Kind {
        /** The whole name of a contestant, of several words or with a number: wherever it stands, in code too. */
        LISTED,
        /** A contestant's own name: wherever it stands as text. */
        OWN,
        /** A name of a maker or a model that means nothing else: wherever it stands as text, but for code. */
        STRONG,
        /** A name of a letter or an ordinary word and a number, such as o1: wherever it stands as one word, but for blocks of code. */
        EXACT,
        /** A name that means something else too: only where the writer introduces itself by it. */
        WEAK,
        /** No name, but the beginning of a sentence that may hold an unknown one. */
        TRIGGER,
        /** No name, but a term of other people that has one in it. */
        NONE;

        /** Whether it is a name. */
        boolean isName() {
            return compareTo(TRIGGER) < 0;
        }
    }

    String key() {
        return String.join(" ", tokens);
    }
}
