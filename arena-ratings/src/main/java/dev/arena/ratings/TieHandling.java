package dev.arena.ratings;

/** What a tie counts as in methods without a tie parameter. */
public enum TieHandling {
    /** Half a win for each side. */
    HALF,
    /** Left out. This inflates gaps by the share of ties. */
    DROP;
}
