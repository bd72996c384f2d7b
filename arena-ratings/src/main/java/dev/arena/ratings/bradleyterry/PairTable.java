package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.internal.LongIndex;
import java.util.Arrays;

/**
 * Comparisons summed by ordered pair and position effect: all that the likelihood and the plain sandwich need of them.
 *
 * <p>Where no position effect applies the order of the pair means nothing, and both orders share a cell. Cells are
 * sorted, so that sums over them do not depend on the order of the rows.
 */
final class PairTable {
    private final int contestants;
    private final int columns;
    private final long[] keys;
    private final double[] win;
    private final double[] loss;
    private final double[] squares;
    private final double[] squaresWon;
    private final double[] squaresWonTwice;
    private final double[] comparisonsOf;

    private PairTable(Comparisons rows, PositionColumns positions, BradleyTerry options, int contestants) {
        this.contestants = contestants;
        columns = positions.size();
        LongIndex index = new LongIndex();
        comparisonsOf = new double[contestants];
        for (int r = 0; r < rows.size(); r++) {
            if (options.counts(rows, r)) {
                index.add(key(rows.first(r), rows.second(r), positions.of(rows.judge(r))));
                comparisonsOf[rows.first(r)] += rows.count(r);
                comparisonsOf[rows.second(r)] += rows.count(r);
            }
        }
        keys = sortedKeys(index);
        int cells = keys.length;
        int[] cellOf = new int[cells];
        for (int c = 0; c < cells; c++) {
            cellOf[index.add(keys[c])] = c;
        }
        win = new double[cells];
        loss = new double[cells];
        squares = new double[cells];
        squaresWon = new double[cells];
        squaresWonTwice = new double[cells];
        for (int r = 0; r < rows.size(); r++) {
            if (options.counts(rows, r)) {
                int column = positions.of(rows.judge(r));
                add(cellOf[index.add(key(rows.first(r), rows.second(r), column))], rows, r, column);
            }
        }
    }

    private static long[] sortedKeys(LongIndex index) {
        long[] sorted = new long[index.size()];
        for (int c = 0; c < sorted.length; c++) {
            sorted[c] = index.key(c);
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Sums the rows that count under the options. */
    static PairTable of(Comparisons rows, PositionColumns positions, BradleyTerry options, int contestants) {
        return new PairTable(rows, positions, options, contestants);
    }

    private void add(int cell, Comparisons rows, int r, int column) {
        double score = isTurned(rows.first(r), rows.second(r), column) ? 1 - rows.score(r) : rows.score(r);
        double weight = rows.weight(r);
        double total = rows.count(r) * weight;
        win[cell] += total * score;
        loss[cell] += total * (1 - score);
        squares[cell] += total * weight;
        squaresWon[cell] += total * weight * score;
        squaresWonTwice[cell] += total * weight * score * score;
    }

    private long key(int first, int second, int column) {
        long pair = isTurned(first, second, column)
                ? (long) second * contestants + first
                : (long) first * contestants + second;
        return pair * (columns + 1) + column + 1;
    }

    private static boolean isTurned(int first, int second, int column) {
        return column == PositionColumns.NONE && first > second;
    }

    /** How many cells there are. */
    int size() {
        return keys.length;
    }

    /** The cell that a row was added to. */
    int cellOf(int first, int second, int column) {
        return Arrays.binarySearch(keys, key(first, second, column));
    }

    int first(int cell) {
        return (int) (keys[cell] / (columns + 1) / contestants);
    }

    int second(int cell) {
        return (int) (keys[cell] / (columns + 1) % contestants);
    }

    /** The position effect of a cell, or {@link PositionColumns#NONE}. */
    int column(int cell) {
        return (int) (keys[cell] % (columns + 1)) - 1;
    }

    /** Σ c·u·y: weighted score of the first. */
    double win(int cell) {
        return win[cell];
    }

    /** Σ c·u·(1 − y): weighted score of the second. */
    double loss(int cell) {
        return loss[cell];
    }

    /** Σ c·u²·(y − p)²: what the cell adds to the meat of the sandwich at win probability p. */
    double squaredResiduals(int cell, double p) {
        return Math.max(0, squaresWonTwice[cell] - 2 * p * squaresWon[cell] + p * p * squares[cell]);
    }

    /** How many comparisons a contestant took part in, without weights. */
    double comparisonsOf(int contestant) {
        return comparisonsOf[contestant];
    }

    /** Who scored against whom over the cells that are kept. */
    boolean[][] scored(boolean[] kept) {
        boolean[][] scored = new boolean[contestants][contestants];
        for (int cell = 0; cell < keys.length; cell++) {
            if (kept[cell]) {
                scored[first(cell)][second(cell)] |= win[cell] > 0;
                scored[second(cell)][first(cell)] |= loss[cell] > 0;
            }
        }
        return scored;
    }

    /** Whether some unordered pair was seen in both orders, and whether any order is known at all. */
    boolean oneOrderOnly() {
        boolean known = false;
        LongIndex seen = new LongIndex();
        for (int cell = 0; cell < keys.length; cell++) {
            if (column(cell) != PositionColumns.NONE) {
                known = true;
                seen.add((long) first(cell) * contestants + second(cell));
            }
        }
        int ordered = seen.size();
        for (int k = 0; k < ordered; k++) {
            long pair = seen.key(k);
            if (seen.add(pair % contestants * contestants + pair / contestants) < ordered) {
                return false;
            }
        }
        return known;
    }
}
