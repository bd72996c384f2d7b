package dev.arena.core.store.sql;

import java.util.List;

/**
 * What {@link StoreVerifier} saw.
 *
 * @param counts rows in the tables, zero where they cannot be counted
 * @param findings what is wrong, in the order of the checks; empty for a sound database
 */
public record VerifyReport(Counts counts, List<Finding> findings) {
    public VerifyReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean sound() {
        return findings.isEmpty();
    }

    /** Rows in the tables that are read from end to end. */
    public record Counts(long responses, long battles, long votes, long calls) {}

    /** One thing that is wrong, with the row it is wrong in. */
    public record Finding(Check check, String message) {}

    /** What was checked. */
    public enum Check {
        /** The file as SQLite sees it: pages, indexes, constraints. */
        FILE,
        /** Every reference leads somewhere. */
        REFERENCES,
        /** The triggers that keep the log append-only are there. */
        TRIGGERS,
        /** The text of a response is the one its hash was made of. */
        RESPONSES,
        /** The bytes of a file are those its hash was made of, and the files of all attachments are there. */
        MEDIA,
        /** A battle and its seats are the ones their hash was made of, and fit together. */
        BATTLES,
        /** No vote is missing, and each follows from the one before. */
        VOTE_CHAIN,
        /** A verdict fits the seats of its battle, and comes from a judge who may vote on it. */
        VERDICTS,
        /** A superseding vote replaces the judge's own vote before on the same battle, once, and no withdrawal. */
        SUPERSEDED_VOTES,
        /** Every call fits its start and what came of it, and starts without an end are known as such. */
        CALLS,
        /** A frozen board is the one its hash was made of. */
        SNAPSHOTS,
        /** What is kept of the votes of studies is what they add up to. */
        STUDY_COUNTS
    }
}
