package dev.arena.ratings;

/** A method for rankings was given comparisons with soft scores, which have no ranking. */
public final class NoRankingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Names the row and its score. */
    NoRankingException(int row, double score) {
        super("comparison " + row + " has the soft score " + score
                + ", which has no ranking; methods for rankings accept the scores 0, 0.5 and 1 only."
                + " Use a pairwise method such as bradley-terry");
    }
}
