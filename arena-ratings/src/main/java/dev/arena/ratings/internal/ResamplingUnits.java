package dev.arena.ratings.internal;

import dev.arena.ratings.Evidence;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What a bootstrap draws with replacement: clusters. A row with a cluster of its own and count c is c units of one
 * comparison or ranking each; all rows with one cluster id are one unit.
 */
public final class ResamplingUnits {
    private final Evidence evidence;
    private final int[] rows;
    private final int[] start;
    private final double[] copies;
    private final double total;

    private ResamplingUnits(Evidence evidence, int[] rows, int[] start, double[] copies) {
        this.evidence = evidence;
        this.rows = rows;
        this.start = start;
        this.copies = copies;
        double sum = 0;
        for (double value : copies) {
            sum += value;
        }
        total = sum;
    }

    /** The units of an evidence: first rows of their own in row order, then clusters by id. */
    public static ResamplingUnits of(Evidence evidence) {
        int n = evidence.rows();
        long[] keys = new long[n];
        for (int r = 0; r < n; r++) {
            keys[r] = ((long) evidence.cluster(r) << 32) | r;
        }
        Arrays.sort(keys);
        int[] rows = new int[n];
        int[] start = new int[n + 1];
        double[] copies = new double[n];
        int units = 0;
        for (int k = 0; k < n; k++) {
            rows[k] = (int) keys[k];
            int cluster = evidence.cluster(rows[k]);
            boolean opens = k == 0 || cluster < 0 || cluster != evidence.cluster(rows[k - 1]);
            if (opens) {
                start[units] = k;
                copies[units++] = cluster < 0 ? evidence.count(rows[k]) : 1;
            }
        }
        start[units] = n;
        return new ResamplingUnits(evidence, rows, Arrays.copyOf(start, units + 1), Arrays.copyOf(copies, units));
    }

    /** How many units a resample draws. */
    public double total() {
        return total;
    }

    /** The same rows with counts as in a resample: Multinomial(total, copies/total) over units. */
    public Evidence multinomial(RandomGenerator random) {
        BinomialSampler sampler = new BinomialSampler(random);
        double[] counts = new double[rows.length];
        double left = total;
        double mass = total;
        for (int unit = 0; unit < copies.length; unit++) {
            double drawn = sampler.sample(left, copies[unit] / mass);
            left -= drawn;
            mass -= copies[unit];
            for (int k = start[unit]; k < start[unit + 1]; k++) {
                counts[rows[k]] = drawn * countInUnit(rows[k]);
            }
        }
        return evidence.withCounts(counts);
    }

    private double countInUnit(int row) {
        return evidence.cluster(row) < 0 ? 1 : evidence.count(row);
    }
}
