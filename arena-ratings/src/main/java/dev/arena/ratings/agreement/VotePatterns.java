package dev.arena.ratings.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What several judges said of the same items, items on which all of them said the same counted together: the cost of a fit grows with
 * the different patterns and not with the items. Not safe for use by many threads while items are added.
 */
public final class VotePatterns {
    /** A judge did not vote on the item. */
    public static final int ABSENT = -1;

    private final int judges;
    private final int labels;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<int[]> votes = new ArrayList<>();
    private final List<Boolean> ordered = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    /**
     * No items yet.
     *
     * @param judges how many there are, at least 1
     * @param labels how many different things a judge can say, at least 2
     */
    public VotePatterns(int judges, int labels) {
        if (judges < 1 || labels < 2) {
            throw new IllegalArgumentException(
                    judges + " judges and " + labels + " labels are not allowed; use at least 1 judge and 2 labels");
        }
        this.judges = judges;
        this.labels = labels;
    }

    /**
     * Adds items that were shown in a known order.
     *
     * @param said of each judge: a label from 0 up, or {@link #ABSENT}
     * @param count how many such items, at least 1
     * @return the number of the pattern, the same for the same votes
     */
    public int add(int[] said, long count) {
        return add(said, true, count);
    }

    /** Adds items; {@code inOrder} says whether the order in which their sides were shown is known. */
    public int add(int[] said, boolean inOrder, long count) {
        if (said.length != judges || count < 1) {
            throw new IllegalArgumentException(said.length + " votes and a count of " + count
                    + " are not allowed; use one vote for each of " + judges + " judges and a count of at least 1");
        }
        List<Integer> key = new ArrayList<>(judges + 1);
        for (int label : said) {
            if (label < ABSENT || label >= labels) {
                throw new IllegalArgumentException(
                        "label " + label + " is not allowed; use -1 (absent) or 0 to " + (labels - 1));
            }
            key.add(label);
        }
        key.add(inOrder ? 1 : 0);
        Integer known = numbers.putIfAbsent(key, votes.size());
        if (known != null) {
            counts.set(known, counts.get(known) + count);
            return known;
        }
        votes.add(said.clone());
        ordered.add(inOrder);
        counts.add(count);
        return votes.size() - 1;
    }

    /** How many judges there are. */
    public int judges() {
        return judges;
    }

    /** How many labels there are. */
    public int labels() {
        return labels;
    }

    /** How many different patterns there are. */
    public int size() {
        return votes.size();
    }

    /** How many items there are. */
    public long items() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** What a judge said on the items of a pattern: a label, or {@link #ABSENT}. */
    public int vote(int pattern, int judge) {
        return votes.get(pattern)[judge];
    }

    /** How many items a pattern stands for. */
    public long count(int pattern) {
        return counts.get(pattern);
    }

    /** Whether the order of the sides is known. */
    public boolean inOrder(int pattern) {
        return ordered.get(pattern);
    }

    /** Whether any judge ever said that. */
    public boolean hasLabel(int label) {
        return votes.stream().anyMatch(said -> Arrays.stream(said).anyMatch(vote -> vote == label));
    }

    /** Each pattern's share of votes for each label, where EM begins; equal shares where nobody voted. */
    double[][] shares(int classes) {
        double[][] shares = new double[size()][classes];
        for (int pattern = 0; pattern < size(); pattern++) {
            int cast = 0;
            for (int label : votes.get(pattern)) {
                if (label != ABSENT) {
                    shares[pattern][label]++;
                    cast++;
                }
            }
            for (int c = 0; c < classes; c++) {
                shares[pattern][c] = cast == 0 ? 1.0 / classes : shares[pattern][c] / cast;
            }
        }
        return shares;
    }
}
