package dev.arena.ratings.pairing;

/** Which contestants battles link, directly or through others: sets that are joined and never parted. */
public final class ComparisonGraph {
    private final int[] parent;
    private int components;

    /** As many contestants, none linked with another. */
    public ComparisonGraph(int contestants) {
        parent = new int[contestants];
        for (int i = 0; i < contestants; i++) {
            parent[i] = i;
        }
        components = contestants;
    }

    /** Links all contestants of a battle; whether any two of them were not linked before. */
    public boolean link(int[] contestants) {
        int before = components;
        for (int i = 1; i < contestants.length; i++) {
            int one = root(contestants[0]);
            int other = root(contestants[i]);
            if (one != other) {
                parent[Math.max(one, other)] = Math.min(one, other);
                components--;
            }
        }
        return components < before;
    }

    /** Whether two contestants are linked. */
    public boolean linked(int one, int other) {
        return root(one) == root(other);
    }

    /** How many sets of linked contestants there are, a contestant without any battle being one of its own. */
    public int components() {
        return components;
    }

    private int root(int contestant) {
        int at = contestant;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
