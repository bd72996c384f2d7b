package dev.arena.ratings.pairing;

import java.util.Locale;

/** What a battle is chosen for. */
public enum PairPolicy {
    /** All that can be learned about strengths: {@link PairGains#information}. */
    INFORMATION,
    /** Narrow intervals of ratings: {@link PairGains#variance}. */
    VARIANCE,
    /** The right order: {@link PairGains#order}. */
    RANK;

    /** The word used in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The gain of one more battle of two contestants. */
    public double gain(PairGains gains, int one, int other) {
        if (this == RANK) {
            return gains.order(one, other);
        }
        return this == VARIANCE ? gains.variance(one, other) : gains.information(one, other);
    }
}
