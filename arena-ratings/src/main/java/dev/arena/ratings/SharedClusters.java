package dev.arena.ratings;

import java.util.BitSet;
import java.util.List;

/**
 * Which comparisons share clusters, where alike comparisons are joined to one row whatever cluster they are in: of all clusters
 * together only how often rows meet in them is known, which is all that a cluster-robust error needs.
 *
 * <p>With n_cr comparisons of row r in cluster c, the sum of the scores in a cluster is S_c = Σ_r n_cr·s_r, so that
 * Σ_c S_c·S_cᵀ = Σ_r Σ_q (Σ_c n_cr·n_cq)·s_r·s_qᵀ. Every cluster lies within one pair of contestants, in whatever order they were
 * shown. A row that is not named here has clusters of its own, as its column says. Immutable.
 */
public final class SharedClusters {
    /** In {@link Group#judges}: comparisons whose position is unknown. */
    public static final int UNKNOWN_POSITION = 63;

    private final List<Meeting> meetings;
    private final List<Group> groups;
    private final List<Crossing> wins;
    private final BitSet rows = new BitSet();

    /**
     * Two rows, or one row and itself.
     *
     * @param row the lower number
     * @param other the higher number, or the same
     * @param product Σ over clusters of the count of the one times the count of the other: a whole number
     */
    public record Meeting(int row, int other, double product) {}

    /**
     * Clusters of one pair in which the same judge groups have comparisons.
     *
     * @param judges a bit a judge group, and {@link #UNKNOWN_POSITION}
     * @param clusters how many
     */
    public record Group(int first, int second, long judges, double clusters) {}

    /**
     * What is known of the clusters.
     *
     * @param meetings each pair of rows once; a row of a cluster also with itself
     * @param groups all clusters
     * @param wins for every two contestants of which one scored above the other: the clusters in which it did so at least once
     */
    public SharedClusters(List<Meeting> meetings, List<Group> groups, List<Crossing> wins) {
        this.meetings = List.copyOf(meetings);
        this.groups = List.copyOf(groups);
        this.wins = List.copyOf(wins);
        meetings.forEach(meeting -> rows.set(meeting.row()));
        meetings.forEach(meeting -> rows.set(meeting.other()));
    }

    /** How often rows meet. */
    public List<Meeting> meetings() {
        return meetings;
    }

    /** All clusters. */
    public List<Group> groups() {
        return groups;
    }

    /** In how many clusters one contestant scored above another. */
    public List<Crossing> wins() {
        return wins;
    }

    /** Whether a row's clusters are those told here. */
    public boolean contains(int row) {
        return rows.get(row);
    }
}
