package dev.arena.ratings.elo;

/** In which order Elo reads the comparisons. */
public sealed interface EloOrder {
    /** As they are in the evidence. */
    record AsGiven() implements EloOrder {}

    /**
     * The mean over seeded random orders.
     *
     * @param permutations how many, 2 or more
     * @param seed of the first; each order has a stream of its own
     */
    record Average(int permutations, long seed) implements EloOrder {
        /** Refuses fewer than two orders. */
        public Average {
            if (permutations < 2) {
                throw new IllegalArgumentException(
                        "average over " + permutations + " orders is not allowed; use 2 or more");
            }
        }
    }

    /** As they are in the evidence. */
    static EloOrder asGiven() {
        return new AsGiven();
    }

    /** The mean over seeded random orders. */
    static EloOrder average(int permutations, long seed) {
        return new Average(permutations, seed);
    }

    /** How it is written on the command line. */
    default String label() {
        return this instanceof Average average ? "average:" + average.permutations() : "file";
    }
}
