package dev.arena.ratings;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which groups of contestants stand above which: where some chain of comparisons leads down from one group to another
 * and none leads back up, the first stands above the second by no finite amount. A partial order.
 */
public final class GroupOrder {
    private final BitSet[] below;

    private GroupOrder(BitSet[] below) {
        this.below = below;
    }

    /** Groups of which none stands above another. */
    public static GroupOrder unknown(int groups) {
        BitSet[] below = new BitSet[groups];
        Arrays.setAll(below, g -> new BitSet());
        return new GroupOrder(below);
    }

    /**
     * The order that direct wins between groups imply.
     *
     * @param directlyBelow for each group the groups that it beat; only higher numbers; copied
     */
    public static GroupOrder of(BitSet[] directlyBelow) {
        BitSet[] below = new BitSet[directlyBelow.length];
        for (int g = below.length - 1; g >= 0; g--) {
            below[g] = (BitSet) directlyBelow[g].clone();
            for (int h = directlyBelow[g].nextSetBit(0); h >= 0; h = directlyBelow[g].nextSetBit(h + 1)) {
                if (h <= g) {
                    throw new IllegalArgumentException(
                            "group " + g + " stands above group " + h + "; number groups from the top down");
                }
                below[g].or(below[h]);
            }
        }
        return new GroupOrder(below);
    }

    /** How many groups there are. */
    public int groups() {
        return below.length;
    }

    /** Whether the evidence puts the upper group above the lower one; false for numbers that are no group. */
    public boolean above(int upper, int lower) {
        return upper >= 0 && upper < below.length && lower >= 0 && below[upper].get(lower);
    }

    /** Whether of any two groups one stands above the other. */
    public boolean total() {
        for (int g = 0; g < below.length; g++) {
            if (below[g].cardinality() < below.length - 1 - g) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupOrder order && Arrays.equals(below, order.below);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(below);
    }

    @Override
    public String toString() {
        return "GroupOrder" + Arrays.toString(below);
    }
}
