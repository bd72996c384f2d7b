package dev.arena.core.leaderboard;

import dev.arena.core.model.VoteId;

/** What the ratings make of each vote of a store under a filter, so that what is exported and what is rated are the same votes. */
public final class VoteMarks {
    private final VoteTable table;
    private final RowFilter rows;

    /**
     * @param table row {@code n} is vote {@code n + 1} of the log
     */
    VoteMarks(VoteTable table, VoteFilter filter) {
        this.table = table;
        this.rows = new RowFilter(table, filter);
    }

    /** Whether the filter lets a vote pass; votes that came later than the marks do not. */
    public boolean passes(VoteId vote) {
        return row(vote) < table.size() && rows.passes(row(vote));
    }

    /** Why a vote is not rated: {@code superseded}, {@code gold}, {@code stale_response}, …; empty where it is, or where it abstains. */
    public String exclusion(VoteId vote) {
        int code = table.exclusion(row(vote));
        return code == 0 ? "" : table.exclusions.name(code);
    }

    /** What a decision on its voter lets a vote weigh; 1 where there is none. */
    public double weight(VoteId vote) {
        return table.weight(row(vote));
    }

    /** Whether some vote that passes and is rated weighs other than 1. */
    public boolean weighs() {
        for (int row = 0; row < table.size(); row++) {
            if (table.weight(row) != 1 && table.exclusion(row) == 0 && rows.passes(row)) {
                return true;
            }
        }
        return false;
    }

    /** Votes are numbered from 1 without gaps. */
    private static int row(VoteId vote) {
        return Math.toIntExact(vote.value() - 1);
    }
}
