package dev.arena.core.exchange;

/** How much a row stands for. */
final class Weights {
    private Weights() {}

    /** The row's count, at least 1; 1 where it gives none. */
    static long count(Row row) {
        Long count = Values.whole(row, "count", 1);
        return count == null ? 1 : count;
    }

    /** The row's weight, finite and at least 0; 1 where it gives none. */
    static double weight(Row row) {
        Double weight = Values.number(row, "weight", 0, Double.MAX_VALUE, "a finite weight of at least 0");
        return weight == null ? 1 : weight;
    }
}
