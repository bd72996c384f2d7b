package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.EffectRow;
import dev.arena.core.leaderboard.Leaderboard.Fit;
import dev.arena.core.leaderboard.Leaderboard.Pairs;
import dev.arena.core.leaderboard.Leaderboard.Scale;
import dev.arena.core.leaderboard.Leaderboard.Warning;
import dev.arena.core.leaderboard.LeaderboardRequest.CiMethod;
import dev.arena.ratings.BootstrapDraws;
import dev.arena.ratings.Effect;
import dev.arena.ratings.Extra;
import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.uncertainty.DisplayedRating;
import dev.arena.ratings.uncertainty.Intervals;
import dev.arena.ratings.uncertainty.RankMethod;
import dev.arena.ratings.uncertainty.RankOptions;
import dev.arena.ratings.uncertainty.RankSet;
import dev.arena.ratings.uncertainty.RankSets;
import dev.arena.ratings.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/** Puts names on a rating result and freezes it. */
final class Snapshot {
    private final RatingResult result;
    private final List<String> contestants;
    private final RatingScale scale;
    private final LeaderboardRequest request;
    private final Level level;
    private final List<DisplayedRating> displayed;
    private final List<RankSet> ranks;
    private final List<Integer> order;
    private final Tally tally;

    Snapshot(Named named, RatingResult result, RatingScale scale, LeaderboardRequest request) {
        this.result = result;
        this.contestants = named.contestants();
        this.tally = named.tally();
        this.scale = scale;
        this.request = request;
        this.level = LeaderboardFactory.level(request);
        // independent of the rank sets, so a processor that these leave idle does it meanwhile
        ForkJoinTask<List<DisplayedRating>> shown =
                ForkJoinPool.commonPool().submit(() -> DisplayedRating.of(result, scale, level));
        RankMethod method = RankMethod.valueOf(request.inference().rankMethod().name());
        RankSets sets = RankSets.of(
                result,
                RankOptions.of(method)
                        .withLevel(level)
                        .withSeed(request.inference().seed())
                        .sizedFor(result.contestants()));
        this.displayed = shown.join();
        this.ranks = sets.sets();
        this.order = sets.order();
    }

    /**
     * Who was rated.
     *
     * @param contestants names by dense index
     * @param tally of their votes
     */
    record Named(List<String> contestants, Tally tally) {
        static Named of(VoteSet votes) {
            return new Named(votes.contestants(), Tally.of(votes));
        }
    }

    /** What the table needs beside the fit. */
    record Surroundings(
            String split, Map<String, Long> excluded, long oneOrderOnly, Leaderboard.Provenance provenance) {}

    Leaderboard leaderboard(Surroundings around) {
        return new Leaderboard(
                result.method(),
                around.split(),
                "",
                settings(),
                scale(),
                level.value(),
                result.uncertainty().method(),
                request.inference().rankMethod().name().toLowerCase(Locale.ROOT),
                tally.total(),
                around.excluded(),
                new Fit(
                        result.diagnostics().status().label(),
                        result.diagnostics().iterations(),
                        orNull(result.diagnostics().logLikelihood()),
                        result.diagnostics().components()),
                result.effects().stream().map(this::effect).toList(),
                List.of(),
                null,
                order.stream().map(this::row).toList(),
                pairs(),
                warnings(around.oneOrderOnly()),
                around.provenance());
    }

    private LeaderboardRow row(int i) {
        DisplayedRating shown = displayed.get(i);
        RankSet rank = ranks.get(i);
        Double error = orNull(shown.standardError());
        return new LeaderboardRow(
                orNull(rank.rank()),
                orNull(rank.best()),
                orNull(rank.worst()),
                contestants.get(i),
                natural() ? orNull(result.rating(i).strength()) : null,
                orNull(shown.rating()),
                shown.interval().map(Interval::lower).orElse(null),
                shown.interval().map(Interval::upper).orElse(null),
                error == null ? null : error * error,
                error,
                orNull(shown.quasiStandardError()),
                orNull(rank.bestProbability()),
                orNull(rank.tieGroup()),
                tally.counts(i),
                result.rating(i).status().label(),
                extras(i));
    }

    private Map<String, Double> extras(int contestant) {
        Map<String, Double> extras = new TreeMap<>();
        for (Extra extra : result.extras()) {
            OptionalDouble value = extra.values().get(contestant);
            if (value.isPresent()) {
                extras.put(extra.name(), value.getAsDouble());
            }
        }
        return extras;
    }

    private boolean natural() {
        return result.unit() instanceof StrengthUnit.Natural;
    }

    private Scale scale() {
        if (result.unit() instanceof StrengthUnit.Own own) {
            return new Scale(null, null, null, null, own.name() + ": " + own.meaning());
        }
        return new Scale(
                scale.base(),
                scale.spread(),
                scale.centre(),
                request.display().anchor().orElse(null),
                null);
    }

    private EffectRow effect(Effect effect) {
        Optional<Interval> interval = effect.interval(level);
        Double estimate = orNull(effect.estimate());
        return new EffectRow(
                effect.name(),
                effect.judge(),
                estimate,
                orNull(effect.stdError()),
                interval.map(Interval::lower).orElse(null),
                interval.map(Interval::upper).orElse(null),
                estimate == null || effect.name().equals(Effect.TIE) ? null : estimate * scale.pointsPerUnit());
    }

    private Pairs pairs() {
        List<List<@Nullable Double>> pBeats = order.stream().map(this::beats).toList();
        return new Pairs(order.stream().map(contestants::get).toList(), pBeats);
    }

    private List<@Nullable Double> beats(int contestant) {
        List<@Nullable Double> line = new ArrayList<>();
        for (int other : order) {
            line.add(contestant == other ? null : orNull(Intervals.probabilityAbove(result, contestant, other)));
        }
        return line;
    }

    private List<Warning> warnings(long oneOrderOnly) {
        List<Warning> warnings = new ArrayList<>();
        for (RatingWarning warning : result.warnings()) {
            warnings.add(Warning.of(warning.code().label(), reasons(warning)));
        }
        boolean rated =
                result.ratings().stream().anyMatch(rating -> rating.strength().isPresent());
        if (rated && request.inference().ci() != CiMethod.NONE && result.uncertainty() instanceof NoUncertainty none) {
            warnings.add(Warning.of("no_interval", List.of(none.why())));
        }
        if (oneOrderOnly > 0) {
            warnings.add(Warning.of(
                    "swap_incomplete",
                    List.of(BoardPhrase.SWAP_INCOMPLETE.say(
                            "count",
                            oneOrderOnly,
                            "policy",
                            request.fitting().swap().word()))));
        }
        return warnings;
    }

    private List<Sentence> reasons(RatingWarning warning) {
        List<Sentence> reasons =
                new ArrayList<>(List.of(warning.found(), warning.code().say()));
        if (!warning.contestants().isEmpty()) {
            reasons.add(BoardPhrase.CONCERNED.say(
                    "names",
                    warning.contestants().stream().map(contestants::get).toList()));
        }
        return reasons;
    }

    private Map<String, String> settings() {
        LeaderboardRequest.Fitting fitting = request.fitting();
        LeaderboardRequest.Inference inference = request.inference();
        Map<String, String> settings = new LinkedHashMap<>(result.settings());
        settings.put("ties", fitting.ties().word());
        settings.put("both_bad", fitting.bothBad().word());
        settings.put("swap", fitting.swap().word());
        settings.put("cluster", inference.cluster().word());
        settings.put("seed", Long.toString(inference.seed()));
        if (result.uncertainty() instanceof BootstrapDraws draws) {
            settings.put("resamples", Integer.toString(draws.resamples()));
        }
        settings.putAll(request.jury().settings());
        result.extras().forEach(extra -> settings.put(extra.name(), extra.meaning()));
        request.filter().settings().forEach((name, value) -> settings.put("filter_" + name, value));
        return settings;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
