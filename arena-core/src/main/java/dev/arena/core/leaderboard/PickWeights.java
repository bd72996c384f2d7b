package dev.arena.core.leaderboard;

import java.util.List;
import java.util.Map;

/**
 * Weights by the inverse of the probability with which each battle was drawn, so that ratings are what uniformly drawn battles would
 * have given, whatever the matchmaker preferred.
 *
 * <p><b>Model.</b> w = (1/p) / mean(1/p), at most {@link #MOST} (rare draws would otherwise decide alone), then scaled to a mean of 1
 * again; a weight that a decision gave multiplies it. Votes on battles without a probability (schedules, files) are left out.
 *
 * <p><b>Source.</b> Horvitz and Thompson 1952, doi 10.1080/01621459.1952.10483446; Chiang et al. 2024, equation 7.
 */
final class PickWeights {
    /** How many times the mean a weight can be. */
    static final double MOST = 20;

    private static final String UNKNOWN = Exclusion.NO_PICK_PROBABILITY.word();

    private PickWeights() {}

    /** The same votes, weighted. */
    static Selection of(Selection votes) {
        VoteTable table = votes.table();
        Selection drawn = votes.where(row -> table.pickProbability(row) > 0, UNKNOWN);
        double mean = mean(drawn, Double.POSITIVE_INFINITY, 1);
        double capped = mean(drawn, MOST, mean);
        VoteTable weighted = new VoteTable(VoteNeeds.EVERYTHING);
        TableMerge merge = new TableMerge(table, weighted);
        CodedVote vote = new CodedVote();
        long cut = 0;
        for (int k = 0; k < drawn.size(); k++) {
            int row = drawn.row(k);
            merge.translate(row, vote);
            double inverse = 1 / table.pickProbability(row) / mean;
            cut += inverse > MOST ? table.count(row) : 0;
            vote.counting(table.count(row), table.weight(row) * Math.min(MOST, inverse) / capped);
            weighted.add(vote);
        }
        Selection all = drawn.in(weighted);
        all.note(new ViewNotes(
                Map.of("reweight", "pick, at most " + MOST + " times the mean weight (" + cut + " votes capped)"),
                List.of()));
        return all;
    }

    /** The mean of the weights in a unit, each at most {@code most}. */
    private static double mean(Selection votes, double most, double unit) {
        double sum = 0;
        long count = 0;
        for (int k = 0; k < votes.size(); k++) {
            int row = votes.row(k);
            sum += votes.table().count(row) * Math.min(most, 1 / votes.table().pickProbability(row) / unit);
            count += votes.table().count(row);
        }
        return count == 0 ? 1 : sum / count;
    }
}
