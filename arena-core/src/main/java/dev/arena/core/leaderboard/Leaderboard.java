package dev.arena.core.leaderboard;

import dev.arena.ratings.wording.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of ratings with all that is needed to read and to repeat it. Every writer of a rating table accepts only
 * this, so the browser, the terminal and the paper show the same numbers.
 *
 * @param split what this table is one part of ({@code category=coding}), or empty
 * @param variant what tells it from the tables beside it ({@code swap=tie}, {@code jury=mean}, {@code judge=big}), or empty
 * @param settings every choice that the numbers depend on, filters and seed included, by name
 * @param level coverage of every interval, such as 0.95
 * @param voteCount raw verdicts that were rated, before folding; skips and superseded votes left out
 * @param excluded votes that were not rated, by reason
 * @param judges how each judge judges; empty where it was not asked for
 * @param jury what a jury made of its members' votes; null without one
 * @param rows best first; contestants without a rating last
 * @param warnings what a reader must know
 */
public record Leaderboard(
        String method,
        String split,
        String variant,
        Map<String, String> settings,
        Scale scale,
        double level,
        String ciMethod,
        String rankMethod,
        long voteCount,
        Map<String, Long> excluded,
        Fit fit,
        List<EffectRow> effects,
        List<JudgeRow> judges,
        @Nullable JuryRow jury,
        List<LeaderboardRow> rows,
        Pairs pairs,
        List<Warning> warnings,
        Provenance provenance) {
    public Leaderboard {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
        effects = List.copyOf(effects);
        judges = List.copyOf(judges);
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /** The same table with what tells it from those beside it. */
    public Leaderboard withVariant(String other) {
        return with(other, settings, judges, jury, warnings);
    }

    /** The same table with what is said of judges. */
    Leaderboard withJudges(List<JudgeRow> other) {
        return with(variant, settings, other, jury, warnings);
    }

    /** The same table of a jury. */
    Leaderboard withJury(@Nullable JuryRow other, List<Warning> more) {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(more);
        return with(variant, settings, judges, other, all);
    }

    /** The same table with what there is to say of the view on its votes. */
    Leaderboard withNotes(ViewNotes notes) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.putAll(notes.settings());
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(notes.warnings());
        return with(variant, more, judges, jury, all);
    }

    /** The same table with further things that a reader must know. */
    public Leaderboard withWarnings(List<Warning> more) {
        return withJury(jury, more);
    }

    /** The same table with further settings at the end. */
    public Leaderboard withSettings(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return with(variant, all, judges, jury, warnings);
    }

    private Leaderboard with(
            String otherVariant,
            Map<String, String> otherSettings,
            List<JudgeRow> otherJudges,
            @Nullable JuryRow otherJury,
            List<Warning> otherWarnings) {
        return new Leaderboard(
                method,
                split,
                otherVariant,
                otherSettings,
                scale,
                level,
                ciMethod,
                rankMethod,
                voteCount,
                excluded,
                fit,
                effects,
                otherJudges,
                otherJury,
                rows,
                pairs,
                otherWarnings,
                provenance);
    }

    /**
     * The displayed scale. A method with a scale of its own has {@code own} set, and null elsewhere.
     *
     * @param anchor {@code name=value}, or null
     * @param own what the numbers of the method mean
     */
    public record Scale(
            @Nullable Double base,
            @Nullable Double spread,
            @Nullable Double center,
            @Nullable String anchor,
            @Nullable String own) {}

    /** How the fit ended. */
    public record Fit(
            String status, int iterations, @Nullable Double logLikelihood, int components) {}

    /**
     * A fitted nuisance, in natural units.
     *
     * @param judge the group of judges it belongs to, or {@code all}
     * @param points the estimate on the displayed scale; null where it is no gap between ratings
     */
    public record EffectRow(
            String name,
            String judge,
            @Nullable Double estimate,
            @Nullable Double stdError,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double points) {}

    /**
     * How a judge judges: how its verdicts hold when the order of the responses is swapped, as shares of its matchups that were judged
     * in both orders, and its habits over all of its votes. Shares are null where there is nothing to take them of.
     *
     * @param judge the group of judges; all people are one
     * @param pairs how many matchups were judged in both orders, repeats counted
     * @param consistency the verdict held
     * @param firstBias it changed, in favour of the first position
     * @param secondBias it changed, in favour of the second position
     * @param flipRate each contestant won once
     * @param biasIndex (first − second)/(first + second) over inconsistent pairs; null without any
     * @param mcNemarP exact two-sided p that no position is favoured; null without inconsistent pairs
     */
    public record JudgeRow(
            String judge,
            long pairs,
            @Nullable Share consistency,
            @Nullable Share firstBias,
            @Nullable Share secondBias,
            @Nullable Share flipRate,
            @Nullable Double biasIndex,
            @Nullable Double mcNemarP,
            Habits habits) {
        /** The same judge with its fitted length effect. */
        JudgeRow withLengthEffect(@Nullable EffectRow effect) {
            return new JudgeRow(
                    judge,
                    pairs,
                    consistency,
                    firstBias,
                    secondBias,
                    flipRate,
                    biasIndex,
                    mcNemarP,
                    habits.withLengthEffect(effect));
        }
    }

    /**
     * A judge over all of its votes.
     *
     * @param votes verdicts, repeats counted
     * @param firstRate share of its decisive verdicts on two that went to the first position; one half is fair where orders are
     *     balanced
     * @param tieRate share of its verdicts that are ties
     * @param bothBadRate share of its verdicts that say both bad
     * @param longerRate share of its decisive verdicts on two of which one is over 10 % longer that went to the longer one; null also
     *     where lengths were not read
     * @param longerOf how many such verdicts there are
     * @param closeness how verdicts hold by how close the contestants are; empty where the table has no strengths
     * @param selfPreference how much more it gives its own than others do; null where it never met its own
     * @param lengthEffect the length effect fitted to its votes alone; null where it was not asked for or cannot be fitted
     * @param abstentions by reason
     */
    public record Habits(
            long votes,
            @Nullable Share firstRate,
            @Nullable Share tieRate,
            @Nullable Share bothBadRate,
            @Nullable Share longerRate,
            long longerOf,
            List<Closeness> closeness,
            @Nullable SelfPreference selfPreference,
            @Nullable EffectRow lengthEffect,
            List<AbstentionRow> abstentions) {
        public Habits {
            closeness = List.copyOf(closeness);
            abstentions = List.copyOf(abstentions);
        }

        private Habits withLengthEffect(@Nullable EffectRow effect) {
            return new Habits(
                    votes,
                    firstRate,
                    tieRate,
                    bothBadRate,
                    longerRate,
                    longerOf,
                    closeness,
                    selfPreference,
                    effect,
                    abstentions);
        }
    }

    /**
     * How verdicts hold among contestants that are about as close.
     *
     * @param from least probability that the stronger one wins, by the table's strengths
     * @param to where the bucket ends
     * @param pairs matchups in both orders
     */
    public record Closeness(double from, double to, long pairs, Share consistency, Share flipRate) {}

    /**
     * How much more a judge gives to its own than the other judges do on the same matchups.
     *
     * @param family of the judge; empty where it only met itself
     * @param matchups on which exactly one contestant is its own, and another judge voted
     * @param excess mean difference of scores, in [−1, 1]
     * @param lower bound at the table's level; null with fewer than two matchups
     */
    public record SelfPreference(
            String family,
            long matchups,
            double excess,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /**
     * What a judge abstained from for a reason.
     *
     * @param rate among its verdicts and abstentions
     */
    public record AbstentionRow(String reason, long count, Share rate) {}

    /**
     * What a jury made of its members' votes.
     *
     * @param rule how verdicts were folded
     * @param verdicts of the jury; those are the table's votes, beside those of people
     * @param votes of the members that were folded
     * @param inconclusive verdicts that are ties because no verdict led
     * @param missing votes that members did not cast on battles of the jury
     * @param effectiveJudges how many independent judges the members are worth at least; null where no two can be compared
     * @param members by name
     */
    public record JuryRow(
            String rule,
            long verdicts,
            long votes,
            long inconclusive,
            long missing,
            @Nullable Double effectiveJudges,
            List<JuryMember> members) {
        public JuryRow {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of a jury.
     *
     * @param votes that were folded
     * @param accuracy estimated share of battles on which it says what is true; null but for a weighted jury
     * @param position estimated pull to the first position in log-odds; null but for a weighted jury
     */
    public record JuryMember(
            String judge,
            long votes,
            @Nullable Double accuracy,
            @Nullable Double position) {}

    /** A share with its interval at the table's level (Wilson). */
    public record Share(double value, double lower, double upper) {}

    /**
     * Probability that one contestant is stronger than another.
     *
     * @param models in the order of the rows
     * @param pBeats {@code pBeats[i][j]}; null on the diagonal and where nothing is known
     */
    public record Pairs(List<String> models, List<List<@Nullable Double>> pBeats) {
        public Pairs {
            models = List.copyOf(models);
            pBeats = Collections.unmodifiableList(pBeats);
        }
    }

    /**
     * Something a reader must know.
     *
     * @param code the kind
     * @param message in English
     * @param reasons the sentences of the message with their codes and values; empty where it has none
     */
    public record Warning(String code, String message, List<Sentence> reasons) {
        public Warning {
            reasons = List.copyOf(reasons);
        }

        /** One that is said in English only. */
        public Warning(String code, String message) {
            this(code, message, List.of());
        }

        /** One of some sentences. */
        static Warning of(String code, List<Sentence> reasons) {
            return new Warning(code, reasons.stream().map(Sentence::message).collect(Collectors.joining(" ")), reasons);
        }
    }

    /**
     * What was rated.
     *
     * @param source {@code database} or the names of the files
     * @param revision of the store; null for files
     * @param votesSha256 over the votes that were rated, in any order (see VoteDigest)
     * @param simulated whether any of them came from a scripted judge
     */
    public record Provenance(
            String source, @Nullable Long revision, String votesSha256, boolean simulated, String version) {}
}
