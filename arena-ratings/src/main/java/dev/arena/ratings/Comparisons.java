package dev.arena.ratings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairwise rows as columns. Row {@code r} says: {@code first(r)} scored {@code score(r)} against {@code second(r)}.
 *
 * <p>A row stands for {@code count(r)} comparisons that are alike; each enters a loss with {@code weight(r)}. Rows may
 * have features, such as how much longer the response of the first is; a row that was given none has zeros.
 */
public final class Comparisons implements ClusteredRows {
    final IntColumn first;
    final IntColumn second;
    final DoubleColumn score;
    final RowColumns row;
    private final List<String> featureNames;
    private final List<DoubleColumn> features;
    private @Nullable SharedClusters sharedClusters;

    Comparisons() {
        this(List.of());
    }

    Comparisons(List<String> featureNames) {
        first = new IntColumn(-1);
        second = new IntColumn(-1);
        score = new DoubleColumn(Double.NaN);
        row = new RowColumns();
        this.featureNames = List.copyOf(featureNames);
        features = featureNames.stream().map(name -> new DoubleColumn(0)).toList();
    }

    /** Shares the columns of another one, except for those given. */
    Comparisons(Comparisons other, RowColumns row) {
        first = other.first;
        second = other.second;
        score = other.score;
        featureNames = other.featureNames;
        features = other.features;
        this.row = row;
    }

    /** Shares the columns of another one, except for features that are divided by these numbers. */
    Comparisons(Comparisons other, double[] divisors) {
        first = other.first;
        second = other.second;
        score = other.score;
        row = other.row;
        sharedClusters = other.sharedClusters;
        featureNames = other.featureNames;
        features = new ArrayList<>();
        for (int f = 0; f < divisors.length; f++) {
            DoubleColumn column = new DoubleColumn(0);
            for (int r = 0; r < size(); r++) {
                column.add(other.feature(r, f) / divisors[f]);
            }
            features.add(column);
        }
    }

    @Override
    public int size() {
        return first.size();
    }

    /** The contestant shown first (or named first, where the position is unknown). */
    public int first(int r) {
        return first.get(r);
    }

    /** The other contestant. */
    public int second(int r) {
        return second.get(r);
    }

    /** Score of the first in [0, 1]; exactly 0.5 is a tie. */
    public double score(int r) {
        return score.get(r);
    }

    @Override
    public double count(int r) {
        return row.count.get(r);
    }

    /** Weight of each of them in a loss, 0 or more. */
    public double weight(int r) {
        return row.weight.get(r);
    }

    /** Judge group, or {@link Evidence#POSITION_UNKNOWN}. */
    public int judge(int r) {
        return row.judge.get(r);
    }

    @Override
    public int cluster(int r) {
        return row.cluster.get(r);
    }

    @Override
    public int secondCluster(int r) {
        return row.secondCluster.get(r);
    }

    @Override
    public boolean hasSecondClusters() {
        return row.secondCluster.isUsed();
    }

    /** Which of the rows share clusters, where these were joined regardless of them; else the column of clusters says it. */
    public @Nullable SharedClusters sharedClusters() {
        return sharedClusters;
    }

    void setSharedClusters(SharedClusters shared) {
        sharedClusters = shared;
    }

    /** Names of the features. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** A feature of the row, by the place of its name: above 0 where the first has more of it than the second. */
    public double feature(int r, int feature) {
        return features.get(feature).get(r);
    }

    void setFeatures(int r, double[] values) {
        for (int f = 0; f < values.length; f++) {
            // +0.0, so that no -0.0 tells apart what is alike
            features.get(f).set(r, values[f] + 0.0);
        }
    }

    /** The features of a row, by the place of their names. */
    double[] features(int r) {
        double[] values = new double[features.size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = feature(r, f);
        }
        return values;
    }

    void add(int firstContestant, int secondContestant, double scoreOfFirst) {
        first.add(firstContestant);
        second.add(secondContestant);
        score.add(scoreOfFirst);
        row.growTo(first.size());
        for (DoubleColumn feature : features) {
            feature.growTo(first.size());
        }
    }
}
