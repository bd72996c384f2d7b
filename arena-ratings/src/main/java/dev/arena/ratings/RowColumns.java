package dev.arena.ratings;

/** What comparisons and rankings have in common: count, weight, judge group and cluster of each row. */
final class RowColumns {
    final DoubleColumn count;
    final DoubleColumn weight;
    final IntColumn judge;
    final IntColumn cluster;

    RowColumns() {
        count = new DoubleColumn(1);
        weight = new DoubleColumn(1);
        judge = new IntColumn(Evidence.POSITION_UNKNOWN);
        cluster = new IntColumn(Evidence.OWN_CLUSTER);
    }

    private RowColumns(DoubleColumn count, RowColumns other) {
        this.count = count;
        weight = other.weight;
        judge = other.judge;
        cluster = other.cluster;
    }

    /** Shares the other columns. */
    RowColumns withCounts(double[] counts) {
        DoubleColumn column = new DoubleColumn(1);
        for (double value : counts) {
            if (!(value >= 0) || value != Math.rint(value)) {
                throw new EvidenceException("count " + value + " is not allowed; use a whole number, 0 or more");
            }
            column.add(value);
        }
        return new RowColumns(column, this);
    }

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
