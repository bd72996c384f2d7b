package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.SharedClusters;
import dev.arena.ratings.internal.LongIndex;
import java.util.Arrays;
import java.util.Optional;

/**
 * The meat of a cluster-robust sandwich where every cluster lies within one pair of contestants: B = G/(G−1) · Σ_t Σ_u m_tu·s_t·s_uᵀ,
 * t and u being types of comparisons (cell, score, weight) with score vector s, and m_tu = Σ_c n_ct·n_cu whole numbers. The same as
 * summing S_c·S_cᵀ cluster by cluster (Liang and Zeger 1986, doi 10.1093/biomet/73.1.13), but these sums are exact in any order and
 * their number does not grow with that of the clusters.
 */
final class PairClusters {
    private final PairFit fit;
    private final Comparisons rows;
    private final RowScores scores;
    private final int[] typeOf;
    private final LongIndex numbers = new LongIndex();
    private final LongIndex outcomes = new LongIndex();
    private final LongIndex types = new LongIndex();
    private int[] rowOfType = new int[64];
    private final LongIndex meetings = new LongIndex();
    private double[] products = new double[64];
    private double clusters;
    private double comparisons;

    private PairClusters(PairFit fit, Comparisons rows) {
        this.fit = fit;
        this.rows = rows;
        scores = new RowScores(fit, rows);
        typeOf = new int[rows.size()];
        for (int r = 0; r < typeOf.length; r++) {
            typeOf[r] = scores.covers(r) ? type(r) : -1;
            comparisons += typeOf[r] < 0 ? 0 : rows.count(r);
        }
    }

    /** The sums, where every cluster lies within one pair; else nothing. */
    static Optional<PairClusters> of(PairFit fit, Comparisons rows) {
        if (rows.hasSecondClusters()) {
            return Optional.empty();
        }
        PairClusters sums = new PairClusters(fit, rows);
        SharedClusters shared = rows.sharedClusters();
        boolean within = shared == null ? sums.addClusters() : sums.addShared(shared);
        return within ? Optional.of(sums) : Optional.empty();
    }

    private int type(int r) {
        long bits = Double.doubleToLongBits(PairTable.scoreOfCell(rows, r, column(r)));
        long weight = Double.doubleToLongBits(rows.weight(r));
        int outcome = outcomes.add(((long) numbers.add(bits) << 32) | numbers.add(weight));
        int type = types.add(((long) scores.cell(r) << 32) | outcome);
        if (type == rowOfType.length) {
            rowOfType = Arrays.copyOf(rowOfType, 2 * type);
        }
        rowOfType[type] = r;
        return type;
    }

    private int column(int r) {
        return fit.positions().of(rows.judge(r));
    }

    /** Whether some cluster holds more than one comparison. */
    boolean repeats() {
        double sum = 0;
        for (int k = 0; k < meetings.size(); k++) {
            boolean same = meetings.key(k) >>> 32 == (meetings.key(k) & 0xFFFFFFFFL);
            sum += same ? products[k] : 2 * products[k];
        }
        return sum > comparisons;
    }

    double clusters() {
        return clusters;
    }

    private void meet(int type, int other, double product) {
        long key = ((long) Math.min(type, other) << 32) | Math.max(type, other);
        int number = meetings.add(key);
        if (number == products.length) {
            products = Arrays.copyOf(products, 2 * number);
        }
        products[number] += product;
    }

    private void addAlone(int r) {
        meet(typeOf[r], typeOf[r], rows.count(r));
        clusters += rows.count(r);
    }

    private boolean addShared(SharedClusters shared) {
        for (int r = 0; r < typeOf.length; r++) {
            if (typeOf[r] >= 0 && !shared.contains(r)) {
                addAlone(r);
            }
        }
        for (SharedClusters.Meeting meeting : shared.meetings()) {
            int type = typeOf[meeting.row()];
            int other = typeOf[meeting.other()];
            if (type >= 0 && other >= 0) {
                // two rows of one type meet in either order
                boolean joined = type == other && meeting.row() != meeting.other();
                meet(type, other, joined ? 2 * meeting.product() : meeting.product());
            }
        }
        LongIndex covered = coveredGroups();
        int known = covered.size();
        for (SharedClusters.Group group : shared.groups()) {
            boolean in = false;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                in |= (group.judges() >>> bit & 1) != 0
                        && covered.add(groupKey(group.first(), group.second(), bit)) < known;
            }
            clusters += in ? group.clusters() : 0;
        }
        return true;
    }

    /** The pairs and judge groups of which comparisons take part in the fit. */
    private LongIndex coveredGroups() {
        LongIndex covered = new LongIndex();
        for (int r = 0; r < typeOf.length; r++) {
            if (typeOf[r] >= 0) {
                int judge = rows.judge(r) < 0 ? SharedClusters.UNKNOWN_POSITION : rows.judge(r);
                covered.add(groupKey(rows.first(r), rows.second(r), judge));
            }
        }
        return covered;
    }

    private static long groupKey(int first, int second, int judge) {
        long low = Math.min(first, second);
        return (low << 38) | ((long) Math.max(first, second) << 6) | judge;
    }

    /** False where a cluster has comparisons of more than one pair. */
    private boolean addClusters() {
        long[] order = new long[typeOf.length];
        int count = 0;
        for (int r = 0; r < typeOf.length; r++) {
            int cluster = rows.cluster(r);
            if (typeOf[r] < 0) {
                continue;
            }
            if (cluster == Evidence.OWN_CLUSTER) {
                addAlone(r);
            } else if (cluster < 0) {
                return false;
            } else {
                order[count++] = ((long) cluster << 32) | r;
            }
        }
        Arrays.sort(order, 0, count);
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && order[to] >>> 32 == order[from] >>> 32) {
                to++;
            }
            if (!addCluster(order, from, to)) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private boolean addCluster(long[] order, int from, int to) {
        long pair = pair((int) order[from]);
        int[] present = new int[to - from];
        double[] counts = new double[to - from];
        int size = 0;
        for (int k = from; k < to; k++) {
            int r = (int) order[k];
            if (pair(r) != pair) {
                return false;
            }
            int at = 0;
            while (at < size && present[at] != typeOf[r]) {
                at++;
            }
            present[at] = typeOf[r];
            counts[at] += rows.count(r);
            size = Math.max(size, at + 1);
        }
        for (int a = 0; a < size; a++) {
            for (int b = a; b < size; b++) {
                meet(present[a], present[b], counts[a] * counts[b]);
            }
        }
        clusters++;
        return true;
    }

    private long pair(int r) {
        long low = Math.min(rows.first(r), rows.second(r));
        return (low << 32) | Math.max(rows.first(r), rows.second(r));
    }

    /** The matrix. */
    double[][] matrix(int parameters) {
        Slope[] slopes = slopes(parameters);
        double factor = clusters > 1 ? clusters / (clusters - 1) : 1;
        double[][] matrix = new double[parameters][parameters];
        for (int k : meetingsByPlaces(slopes)) {
            Slope one = slopes[(int) (meetings.key(k) >>> 32)];
            Slope other = slopes[(int) meetings.key(k)];
            boolean inOrder = one.place() <= other.place();
            addOuter(matrix, inOrder ? one : other, inOrder ? other : one, factor * products[k]);
        }
        return matrix;
    }

    /** The meetings by the lower place of the two that meet, then by the higher one; no two have the same. */
    private int[] meetingsByPlaces(Slope[] slopes) {
        int[] low = new int[meetings.size()];
        int[] high = new int[meetings.size()];
        int[] order = new int[meetings.size()];
        for (int k = 0; k < order.length; k++) {
            int one = slopes[(int) (meetings.key(k) >>> 32)].place();
            int other = slopes[(int) meetings.key(k)].place();
            low[k] = Math.min(one, other);
            high[k] = Math.max(one, other);
            order[k] = k;
        }
        return sorted(sorted(order, high, slopes.length), low, slopes.length);
    }

    /** Numbers by their keys, which lie below {@code bound}; those with the same key stay in order. */
    private static int[] sorted(int[] numbers, int[] keys, int bound) {
        int[] next = new int[bound + 1];
        for (int key : keys) {
            next[key + 1]++;
        }
        for (int key = 0; key < bound; key++) {
            next[key + 1] += next[key];
        }
        int[] sorted = new int[numbers.length];
        for (int number : numbers) {
            sorted[next[keys[number]]++] = number;
        }
        return sorted;
    }

    private static void addOuter(double[][] matrix, Slope one, Slope other, double weight) {
        for (int i = 0; i < one.at().length; i++) {
            for (int j = 0; j < other.at().length; j++) {
                double value = weight * one.value()[i] * other.value()[j];
                matrix[one.at()[i]][other.at()[j]] += value;
                if (one.place() != other.place()) {
                    matrix[other.at()[j]][one.at()[i]] += value;
                }
            }
        }
    }

    /** The score vector of a type, where it is not zero, and its place among all types by cell, score and weight. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Slope(int place, int[] at, double[] value) {}

    private Slope[] slopes(int parameters) {
        Integer[] order = new Integer[types.size()];
        Arrays.setAll(order, type -> type);
        Arrays.sort(order, this::compare);
        Slope[] slopes = new Slope[order.length];
        double[] sum = new double[parameters];
        for (int place = 0; place < order.length; place++) {
            Arrays.fill(sum, 0);
            scores.add(rowOfType[order[place]], 1, sum);
            int[] at = new int[parameters];
            int size = 0;
            for (int k = 0; k < parameters; k++) {
                if (sum[k] != 0) {
                    at[size++] = k;
                }
            }
            int[] kept = Arrays.copyOf(at, size);
            slopes[order[place]] = new Slope(
                    place, kept, Arrays.stream(kept).mapToDouble(k -> sum[k]).toArray());
        }
        return slopes;
    }

    /** Types by cell, score and weight. */
    private int compare(int type, int other) {
        int byCell = Long.compare(types.key(type) >>> 32, types.key(other) >>> 32);
        if (byCell != 0) {
            return byCell;
        }
        int r = rowOfType[type];
        int q = rowOfType[other];
        int byScore =
                Double.compare(PairTable.scoreOfCell(rows, r, column(r)), PairTable.scoreOfCell(rows, q, column(q)));
        return byScore != 0 ? byScore : Double.compare(rows.weight(r), rows.weight(q));
    }
}
