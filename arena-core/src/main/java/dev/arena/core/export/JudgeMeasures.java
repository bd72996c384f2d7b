package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** What a table says of a judge as a list of named numbers, the same names for every judge of the table. */
final class JudgeMeasures {
    private static final int PERCENT_DECIMALS = 1;
    private static final int DECIMALS = 3;

    private JudgeMeasures() {}

    /** What a number is, and how people read it. */
    enum Unit {
        COUNT,
        SHARE,
        SCORE,
        LOG_ODDS,
        P_VALUE
    }

    /**
     * One number.
     *
     * @param n what it was taken over; null where that is not a count of its own
     */
    record Measure(
            String name,
            Unit unit,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Long n) {
        /** For people: a percentage or a rounded number with its interval, or a dash. */
        String text() {
            if (value == null) {
                return "–";
            }
            return switch (unit) {
                case COUNT -> Rounded.number(value, 0);
                case SHARE -> percent(value) + " %" + interval(JudgeMeasures::percent);
                case SCORE, LOG_ODDS ->
                    Rounded.number(value, DECIMALS) + interval(bound -> Rounded.number(bound, DECIMALS));
                case P_VALUE -> String.format(Locale.ROOT, "%.2g", value);
            };
        }

        private String interval(DoubleFunction<String> text) {
            return lower == null || upper == null ? "" : " [" + text.apply(lower) + ", " + text.apply(upper) + "]";
        }
    }

    private static String percent(double share) {
        return Rounded.number(100 * share, PERCENT_DECIMALS);
    }

    /** All numbers of a judge, in the order in which they are read. */
    static List<Measure> of(Leaderboard board, Leaderboard.JudgeRow judge) {
        Leaderboard.Habits habits = judge.habits();
        List<Measure> all = new ArrayList<>();
        all.add(count("votes", habits.votes()));
        all.add(count("pairs", judge.pairs()));
        all.add(share("consistency", judge.consistency(), judge.pairs()));
        all.add(share("first_bias", judge.firstBias(), judge.pairs()));
        all.add(share("second_bias", judge.secondBias(), judge.pairs()));
        all.add(share("flip_rate", judge.flipRate(), judge.pairs()));
        for (double[] bucket : BUCKETS) {
            all.add(closeness(habits, bucket[0], bucket[1]));
        }
        all.add(new Measure("mcnemar_p", Unit.P_VALUE, judge.mcNemarP(), null, null, judge.pairs()));
        all.add(share("first_rate", habits.firstRate(), null));
        all.add(effect("position_effect", position(board, judge.judge())));
        all.add(share("longer_rate", habits.longerRate(), habits.longerOf()));
        all.add(effect("length_effect", habits.lengthEffect()));
        all.add(own(habits.selfPreference()));
        all.add(share("tie_rate", habits.tieRate(), habits.votes()));
        all.add(share("both_bad_rate", habits.bothBadRate(), habits.votes()));
        for (String reason : REASONS) {
            all.add(abstained(habits, reason));
        }
        return all;
    }

    private static final List<double[]> BUCKETS =
            List.of(new double[] {0.5, 0.6}, new double[] {0.6, 0.75}, new double[] {0.75, 0.9}, new double[] {0.9, 1});
    private static final List<String> REASONS =
            List.of("failed", "refused", "unparsed", "not_applicable", "skipped", "withdrawn");

    private static Measure count(String name, long value) {
        return new Measure(name, Unit.COUNT, (double) value, null, null, null);
    }

    private static Measure share(String name, Leaderboard.@Nullable Share share, @Nullable Long n) {
        return share == null
                ? new Measure(name, Unit.SHARE, null, null, null, n)
                : new Measure(name, Unit.SHARE, share.value(), share.lower(), share.upper(), n);
    }

    private static Measure closeness(Leaderboard.Habits habits, double from, double to) {
        String name = "flip_rate_" + from + "_to_" + to;
        return habits.closeness().stream()
                .filter(bucket -> bucket.from() == from)
                .findFirst()
                .map(bucket -> share(name, bucket.flipRate(), bucket.pairs()))
                .orElse(share(name, null, 0L));
    }

    private static Leaderboard.@Nullable EffectRow position(Leaderboard board, String judge) {
        return board.effects().stream()
                .filter(effect ->
                        effect.name().equals("position") && effect.judge().equals(judge))
                .findFirst()
                .orElse(null);
    }

    private static Measure effect(String name, Leaderboard.@Nullable EffectRow effect) {
        return effect == null
                ? new Measure(name, Unit.LOG_ODDS, null, null, null, null)
                : new Measure(name, Unit.LOG_ODDS, effect.estimate(), effect.lower(), effect.upper(), null);
    }

    private static Measure own(Leaderboard.@Nullable SelfPreference own) {
        return own == null
                ? new Measure("self_preference", Unit.SCORE, null, null, null, 0L)
                : new Measure("self_preference", Unit.SCORE, own.excess(), own.lower(), own.upper(), own.matchups());
    }

    private static Measure abstained(Leaderboard.Habits habits, String reason) {
        String name = "abstained_" + reason;
        return habits.abstentions().stream()
                .filter(row -> row.reason().equals(reason))
                .findFirst()
                .map(row -> share(name, row.rate(), row.count()))
                .orElse(new Measure(name, Unit.SHARE, null, null, null, 0L));
    }
}
