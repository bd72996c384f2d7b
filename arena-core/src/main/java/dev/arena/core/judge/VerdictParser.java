package dev.arena.core.judge;

import dev.arena.core.model.Verdict;

/** Reads the verdict in a judge's reply. */
interface VerdictParser {
    /** The verdict, or an abstention that says why there is none; never a guess. */
    Verdict parse(Reply reply);

    /** The verdict in a text alone. */
    default Verdict parse(String text) {
        return parse(Reply.of(text));
    }

    /** Everything that can change what is read, for the hash of a template. */
    String description();

    /** What is asked once after a reply that cannot be read: the forms allowed, and no hint at any of them. */
    String nudge();

    /** Whether the alternatives of each token are needed. */
    default boolean wantsTokens() {
        return false;
    }
}
