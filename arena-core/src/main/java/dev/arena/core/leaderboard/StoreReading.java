package dev.arena.core.leaderboard;

/**
 * What is read of the votes of a store beside the votes.
 *
 * @param styles the styles of responses, for which every text is read
 * @param quality whether decisions on voters hold; without them every vote counts alike
 * @param reweight whether votes weigh by the inverse of the probability with which their battle was drawn
 */
public record StoreReading(boolean styles, boolean quality, boolean reweight) {
    /** Votes as the board shows them. */
    public static final StoreReading USUAL = new StoreReading(false, true, false);

    /** What some tables need, as the board shows them. */
    public static StoreReading of(VoteNeeds needs) {
        return new StoreReading(needs.lengths(), true, false);
    }

    /** The same with or without decisions on voters. */
    public StoreReading withQuality(boolean other) {
        return new StoreReading(styles, other, reweight);
    }

    /** The same with or without weights by the probability of each battle. */
    public StoreReading withReweight(boolean other) {
        return new StoreReading(styles, quality, other);
    }
}
