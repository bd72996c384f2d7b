package dev.arena.ratings;

import java.util.List;

/**
 * Collects rows of evidence. {@link #comparison} and {@link #ranking} add a row; {@link #count}, {@link #weight},
 * {@link #judge}, {@link #cluster}, {@link #secondCluster} and {@link #key} then say more about the row just added:
 *
 * <pre>{@code
 * Evidence evidence = Evidence.builder(3, List.of("people"))
 *         .comparison(0, 1, 1.0).count(14).judge(0)
 *         .comparison(0, 1, 0.5).count(4).judge(0)
 *         .ranking(new int[] {2, 0, 1}, new int[] {1, 2, 2}).cluster(7)
 *         .build();
 * }</pre>
 */
public final class EvidenceBuilder {
    private static final long LARGEST_COUNT = 1L << 53;

    private final int contestants;
    private final List<String> judges;
    private Comparisons comparisons = new Comparisons();
    private final Rankings rankings = new Rankings();
    private final IntColumn comparisonsBefore = new IntColumn(0);
    private boolean lastIsRanking;
    private boolean built;

    EvidenceBuilder(int contestants, List<String> judges) {
        if (contestants < 0) {
            throw new EvidenceException("number of contestants " + contestants + " is not allowed; use 0 or more");
        }
        this.contestants = contestants;
        this.judges = List.copyOf(judges);
    }

    /**
     * Names the features that comparisons may have from here on, such as {@code length}; before the first row.
     *
     * @throws EvidenceException if a name is blank, comes twice, or is that of another effect
     */
    public EvidenceBuilder featureNames(List<String> names) {
        requireOpen();
        if (comparisons.size() + rankings.size() > 0) {
            throw new IllegalStateException("name the features before adding rows");
        }
        for (String name : names) {
            boolean taken = name.equals(Effect.POSITION) || name.equals(Effect.TIE);
            if (name.isBlank() || taken || names.indexOf(name) != names.lastIndexOf(name)) {
                throw new EvidenceException("feature name " + name + " is not allowed; use names that differ, are not"
                        + " blank, and are neither position nor tie");
            }
        }
        comparisons = new Comparisons(names);
        return this;
    }

    /**
     * Adds a comparison with count 1, weight 1, unknown position and a cluster of its own.
     *
     * @param first the contestant shown first
     * @param second the other one
     * @param score of the first in [0, 1]; exactly 0.5 is a tie
     * @throws EvidenceException if a contestant is outside 0..n-1, both are the same, or the score is not in [0, 1]
     */
    public EvidenceBuilder comparison(int first, int second, double score) {
        requireOpen();
        requireContestant("first", first);
        requireContestant("second", second);
        if (first == second) {
            throw refused("second", second, "another contestant than the first");
        }
        if (!(score >= 0 && score <= 1)) {
            throw refused("score", score, "a number in [0, 1]");
        }
        comparisons.add(first, second, score);
        lastIsRanking = false;
        return this;
    }

    /**
     * Adds a ranking with count 1, weight 1, unknown position and a cluster of its own.
     *
     * @param contestantsShown 2 or more different contestants, in the order shown
     * @param ranks one each: 1 is best, equal is a tie, {@link Rankings#NOT_RANKED} is no verdict; where only one
     *     contestant has a rank, it was chosen as the best of all shown
     * @throws EvidenceException if a contestant or a rank is not allowed
     */
    public EvidenceBuilder ranking(int[] contestantsShown, int[] ranks) {
        requireOpen();
        if (contestantsShown.length < 2 || contestantsShown.length != ranks.length) {
            throw refused(
                    "ranking",
                    contestantsShown.length + " contestants and " + ranks.length + " ranks",
                    "2 or more contestants and as many ranks");
        }
        for (int k = 0; k < contestantsShown.length; k++) {
            requireContestant("contestant", contestantsShown[k]);
            if (ranks[k] < 0) {
                throw refused("rank", ranks[k], "1 for the best and up, or 0 for not ranked");
            }
            for (int earlier = 0; earlier < k; earlier++) {
                if (contestantsShown[earlier] == contestantsShown[k]) {
                    throw refused("contestant", contestantsShown[k], "each contestant once");
                }
            }
        }
        rankings.add(contestantsShown, ranks);
        comparisonsBefore.add(comparisons.size());
        lastIsRanking = true;
        return this;
    }

    /** How many alike comparisons or rankings the last row stands for: 0 to 2^53. */
    public EvidenceBuilder count(long count) {
        if (count < 0 || count > LARGEST_COUNT) {
            throw refused("count", count, "a whole number from 0 to 9007199254740992");
        }
        last().count.set(lastRow(), (double) count);
        return this;
    }

    /** Weight of each of them in a loss: finite, 0 or more. */
    public EvidenceBuilder weight(double weight) {
        if (!(weight >= 0) || !Double.isFinite(weight)) {
            throw refused("weight", weight, "a finite number, 0 or more");
        }
        last().weight.set(lastRow(), weight);
        return this;
    }

    /** Judge group of the last row, whose position is known then; {@link Evidence#POSITION_UNKNOWN} takes it back. */
    public EvidenceBuilder judge(int judge) {
        if (judge < Evidence.POSITION_UNKNOWN || judge >= judges.size()) {
            throw refused("judge group", judge, "-1 for position unknown, or 0 to " + (judges.size() - 1));
        }
        last().judge.set(lastRow(), judge);
        return this;
    }

    /**
     * Features of the last row, which must be a comparison: one a name, above 0 where the first has more of it than the
     * second. The features of the same comparison with its sides turned are the opposite.
     */
    public EvidenceBuilder features(double... values) {
        requireOpen();
        int last = lastRow();
        int expected = comparisons.featureNames().size();
        if (lastIsRanking) {
            throw refused("features", "a ranking with features", "comparisons for rows with features");
        }
        if (values.length != expected) {
            throw refused("features", values.length + " numbers", expected + ", one for each feature name");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw refused("features", value, "finite numbers");
            }
        }
        comparisons.setFeatures(last, values);
        return this;
    }

    /** Cluster of the last row: 0 or more, or {@link Evidence#OWN_CLUSTER}. */
    public EvidenceBuilder cluster(int cluster) {
        if (cluster < Evidence.OWN_CLUSTER) {
            throw refused("cluster", cluster, "-1 for a cluster of its own, or 0 and up");
        }
        last().cluster.set(lastRow(), cluster);
        return this;
    }

    /**
     * Cluster of the last row in a second way of clustering, such as judges beside prompts: 0 or more, or
     * {@link Evidence#OWN_CLUSTER}. Errors are then robust in both ways.
     */
    public EvidenceBuilder secondCluster(int cluster) {
        if (cluster < Evidence.OWN_CLUSTER) {
            throw refused("second cluster", cluster, "-1 for a cluster of its own, or 0 and up");
        }
        last().secondCluster.set(lastRow(), cluster);
        return this;
    }

    /**
     * Key of the last row: any number that stays the same for the same vote, such as a hash of its id. A keyed
     * resample draws by it, so that a vote weighs the same whatever else was collected and in which order. Without a
     * key the place of the row takes its part.
     */
    public EvidenceBuilder key(long key) {
        if (key == Evidence.NO_KEY) {
            throw refused("key", key, "any other 64-bit number");
        }
        last().key.set(lastRow(), key);
        return this;
    }

    /**
     * Says which of the comparisons added share clusters, where alike comparisons of all clusters were joined. Their own clusters are
     * {@link Evidence#OWN_CLUSTER}. Resamples of such evidence do not know of it.
     */
    public EvidenceBuilder sharedClusters(SharedClusters shared) {
        requireOpen();
        comparisons.setSharedClusters(shared);
        return this;
    }

    /** The evidence. The builder is spent. */
    public Evidence build() {
        requireOpen();
        built = true;
        return new Evidence(contestants, judges, comparisons, rankings, comparisonsBefore);
    }

    private RowColumns last() {
        requireOpen();
        return lastIsRanking ? rankings.row : comparisons.row;
    }

    private int lastRow() {
        int rows = lastIsRanking ? rankings.size() : comparisons.size();
        if (rows == 0) {
            throw new IllegalStateException("add a comparison or a ranking before saying more about it");
        }
        return rows - 1;
    }

    private void requireOpen() {
        if (built) {
            throw new IllegalStateException("this builder has built its evidence; start another one");
        }
    }

    private void requireContestant(String field, int contestant) {
        if (contestant < 0 || contestant >= contestants) {
            throw refused(field, contestant, "a contestant from 0 to " + (contestants - 1));
        }
    }

    private EvidenceException refused(String field, Object value, String allowed) {
        int row = comparisons.size() + rankings.size();
        return new EvidenceException(
                "row " + row + ", field " + field + ": " + value + " is not allowed; use " + allowed);
    }
}
