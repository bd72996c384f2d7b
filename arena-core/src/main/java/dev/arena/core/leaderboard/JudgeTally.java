package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.AbstentionRow;
import dev.arena.core.leaderboard.Leaderboard.Closeness;
import dev.arena.core.leaderboard.Leaderboard.Habits;
import dev.arena.core.leaderboard.Leaderboard.JudgeRow;
import dev.arena.core.leaderboard.Leaderboard.Share;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.ClusteredProportion;
import dev.arena.ratings.agreement.Proportion;
import dev.arena.ratings.agreement.SwapConsistency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is counted of one judge, over its raw votes; votes on one matchup are one cluster. */
final class JudgeTally {
    /** Lengths are told apart where they differ by more than this share of the longer one. */
    private static final double LONGER = 0.1;

    /** Bounds of the buckets of closeness: the probability that the stronger one wins, by the table's strengths. */
    private static final List<Double> EDGES = List.of(0.5, 0.6, 0.75, 0.9, 1.0);

    private final ClusteredProportion ties = new ClusteredProportion();
    private final ClusteredProportion bothBad = new ClusteredProportion();
    private final ClusteredProportion first = new ClusteredProportion();
    private final ClusteredProportion longer = new ClusteredProportion();
    private final SwapConsistency[] closeness = new SwapConsistency[EDGES.size() - 1];
    private final Map<String, Long> abstentions = new TreeMap<>();
    private SwapConsistency consistency = SwapConsistency.NONE;

    JudgeTally() {
        Arrays.fill(closeness, SwapConsistency.NONE);
    }

    /**
     * A vote.
     *
     * @param score of the first of two; NaN for more
     * @param orderKnown whether the first stood first
     */
    void vote(int matchup, Verdict verdict, double score, boolean orderKnown, long count) {
        boolean bad = verdict instanceof Verdict.BothBad;
        boolean tie = !bad && (score == 0.5 || isTie(verdict));
        bothBad.add(matchup, bad, count);
        ties.add(matchup, tie, count);
        if (orderKnown && !bad && !tie && !Double.isNaN(score)) {
            first.add(matchup, score > 0.5, count);
        }
    }

    private static boolean isTie(Verdict verdict) {
        return verdict instanceof Verdict.Ranking ranking
                && ranking.ranks().stream().allMatch(rank -> rank <= 1)
                && !Outcomes.bestOnly(ranking);
    }

    /** The lengths of the two responses of a vote; NaN or negative where they are not known. */
    void lengths(int matchup, double score, double firstLength, double secondLength, long count) {
        double longest = Math.max(firstLength, secondLength);
        if (firstLength >= 0
                && secondLength >= 0
                && score != 0.5
                && Math.abs(firstLength - secondLength) > LONGER * longest) {
            longer.add(matchup, score > 0.5 == firstLength > secondLength, count);
        }
    }

    /** Both orders of a matchup; the gap between the strengths in natural units where both have one. */
    void pair(double score, double swappedScore, OptionalDouble gap, long count) {
        consistency = consistency.plus(score, swappedScore, count);
        if (gap.isPresent()) {
            double favourite = 1 / (1 + Math.exp(-Math.abs(gap.getAsDouble())));
            int bucket = 0;
            while (bucket < closeness.length - 1 && favourite >= EDGES.get(bucket + 1)) {
                bucket++;
            }
            closeness[bucket] = closeness[bucket].plus(score, swappedScore, count);
        }
    }

    void abstained(String reason, long count) {
        abstentions.merge(reason, count, Long::sum);
    }

    /** Whether anything was seen in both orders. */
    boolean hasPairs() {
        return consistency.pairs() > 0;
    }

    JudgeRow row(String judge, Level level, Leaderboard.@Nullable SelfPreference own) {
        return new JudgeRow(
                judge,
                consistency.pairs(),
                share(consistency.consistency(), level),
                share(consistency.firstBias(), level),
                share(consistency.secondBias(), level),
                share(consistency.flipRate(), level),
                orNull(consistency.biasIndex()),
                orNull(consistency.mcNemarP()),
                habits(level, own));
    }

    private Habits habits(Level level, Leaderboard.@Nullable SelfPreference own) {
        long votes = ties.total().trials();
        long all = votes;
        for (long count : abstentions.values()) {
            all += count;
        }
        List<AbstentionRow> left = new ArrayList<>();
        for (Map.Entry<String, Long> reason : abstentions.entrySet()) {
            Share share = share(new Proportion(reason.getValue(), all), level);
            if (share != null) {
                left.add(new AbstentionRow(reason.getKey(), reason.getValue(), share));
            }
        }
        return new Habits(
                votes,
                share(first, level),
                share(ties, level),
                share(bothBad, level),
                share(longer, level),
                longer.total().trials(),
                closeness(level),
                own,
                null,
                left);
    }

    private List<Closeness> closeness(Level level) {
        List<Closeness> rows = new ArrayList<>();
        for (int bucket = 0; bucket < closeness.length; bucket++) {
            Share held = share(closeness[bucket].consistency(), level);
            Share flipped = share(closeness[bucket].flipRate(), level);
            if (held != null && flipped != null) {
                rows.add(new Closeness(
                        EDGES.get(bucket), EDGES.get(bucket + 1), closeness[bucket].pairs(), held, flipped));
            }
        }
        return rows;
    }

    private static @Nullable Share share(Proportion proportion, Level level) {
        return share(proportion.value(), proportion.interval(level));
    }

    private static @Nullable Share share(ClusteredProportion proportion, Level level) {
        return share(proportion.value(), proportion.interval(level));
    }

    private static @Nullable Share share(OptionalDouble value, Optional<Interval> interval) {
        return value.isEmpty() || interval.isEmpty()
                ? null
                : new Share(
                        value.getAsDouble(),
                        interval.get().lower(),
                        interval.get().upper());
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
