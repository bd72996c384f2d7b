package dev.arena.ratings;

/** What comparisons and rankings have in common: count, weight, judge group and cluster of each row. */
final class RowColumns {
    final DoubleColumn count = new DoubleColumn(1);
    final DoubleColumn weight = new DoubleColumn(1);
    final IntColumn judge = new IntColumn(Evidence.POSITION_UNKNOWN);
    final IntColumn cluster = new IntColumn(Evidence.OWN_CLUSTER);

    void growTo(int rows) {
        count.growTo(rows);
        weight.growTo(rows);
        judge.growTo(rows);
        cluster.growTo(rows);
    }

    /** Copies the four entries of a row of another set of columns into the last row of this one. */
    void copyLast(RowColumns source, int row) {
        int last = count.size() - 1;
        count.set(last, source.count.get(row));
        weight.set(last, source.weight.get(row));
        judge.set(last, source.judge.get(row));
        cluster.set(last, source.cluster.get(row));
    }
}
