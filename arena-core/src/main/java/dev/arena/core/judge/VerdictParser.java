package dev.arena.core.judge;

import dev.arena.core.model.Verdict;

/** Reads the verdict in a judge's reply. */
interface VerdictParser {
    /** The verdict, or an abstention that says why there is none; never a guess. */
    Verdict parse(String reply);

    /** Everything that can change what is read, for the hash of a template. */
    String description();
}
