package dev.arena.ratings.uncertainty;

import dev.arena.ratings.BootstrapDraws;
import dev.arena.ratings.Effect;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.RatingMethod;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.Aggregation;
import dev.arena.ratings.internal.Quantiles;
import dev.arena.ratings.internal.Refit;
import dev.arena.ratings.internal.Refitting;
import dev.arena.ratings.internal.ResamplingUnits;
import dev.arena.ratings.internal.Streams;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The bootstrap for any method: rate resamples of the evidence.
 *
 * <p><b>Model.</b> Units are clusters (a comparison without a cluster id is its own); how they are drawn is the
 * {@link BootstrapKind}. A method that depends on the order gets the rows in their own order. Each resample has a
 * random stream of its own, so threads change nothing.
 *
 * <p><b>Input.</b> Whole counts. With clusters in two ways a row is drawn as often as the product of its two clusters
 * (Owen 2007), which is somewhat too wide.
 *
 * <p><b>Output.</b> One row of strengths a resample, shifted as {@link BootstrapDraws} says. The point estimate stays
 * that of the evidence itself. Bounds are percentiles, or BCa with the bias z₀ = Φ⁻¹(share of draws below the point)
 * and the acceleration from the jackknife over units ({@link Acceleration}).
 *
 * <p><b>Edge cases.</b> In a degenerate resample some contestants have no finite strength; the largest group of
 * comparable contestants is kept, the others are absent, and the share of such resamples is a warning and a setting.
 *
 * <p><b>Cost.</b> One refit a resample on joined rows, from a warm start where the method offers one; for BCa one more
 * a unit.
 *
 * <p><b>Source.</b> Efron 1979, doi 10.1214/aos/1176344552; Rubin 1981, doi 10.1214/aos/1176345338; Efron 1987, doi
 * 10.2307/2289144; Owen 2007, doi 10.1214/07-AOAS122.
 */
public final class Bootstrap {
    private final int resamples;
    private final long seed;
    private final BootstrapKind kind;
    private final BootstrapInterval interval;

    private Bootstrap(int resamples, long seed, BootstrapKind kind, BootstrapInterval interval) {
        if (resamples < 2) {
            throw new IllegalArgumentException(resamples + " resamples are not allowed; use 2 or more");
        }
        this.resamples = resamples;
        this.seed = seed;
        this.kind = kind;
        this.interval = interval;
    }

    /** 1000 multinomial resamples, seed 42, percentile intervals. */
    public static Bootstrap withDefaults() {
        return new Bootstrap(1000, 42, BootstrapKind.MULTINOMIAL, BootstrapInterval.PERCENTILE);
    }

    /** How many resamples are drawn. */
    public Bootstrap withResamples(int other) {
        return new Bootstrap(other, seed, kind, interval);
    }

    /** The seed of the resamples. */
    public Bootstrap withSeed(long other) {
        return new Bootstrap(resamples, other, kind, interval);
    }

    /** How a resample is drawn. */
    public Bootstrap withKind(BootstrapKind other) {
        return new Bootstrap(resamples, seed, other, interval);
    }

    /** How bounds are read off the draws. */
    public Bootstrap withInterval(BootstrapInterval other) {
        return new Bootstrap(resamples, seed, kind, other);
    }

    /** Rates the evidence and gives the result the bootstrap as its uncertainty. */
    public RatingResult rate(RatingMethod method, Evidence evidence) {
        RatingResult point = method.forRefits().rate(evidence);
        // A method that reads rows one by one gets them in their own order, so that its draws gather around its rating.
        Aggregation joined = method.orderMatters() ? Aggregation.none(evidence) : Aggregation.of(evidence);
        ResamplingUnits units = ResamplingUnits.of(evidence, joined, kind == BootstrapKind.POISSON);
        Refit refit = refit(method, joined.evidence());
        Refit.Fitted[] fits = new Refit.Fitted[resamples];
        IntStream.range(0, resamples).parallel().forEach(b -> fits[b] = refit.fit(counts(units, b)));
        BootstrapDraws draws = draws(point, fits);
        List<RatingWarning> warnings = new ArrayList<>();
        if (draws.degenerate() > 0) {
            warnings.add(RatingWarning.of(
                    WarningCode.DEGENERATE_RESAMPLES,
                    RatingPhrase.RESAMPLES_DEGENERATE.say("count", draws.degenerate(), "of", resamples)));
        }
        List<Integer> constant = constant(point, draws);
        if (!constant.isEmpty()) {
            warnings.add(new RatingWarning(WarningCode.NOTHING_VARIES, RatingPhrase.RESAMPLES_ALIKE.say(), constant));
        }
        if (interval == BootstrapInterval.BCA) {
            Acceleration acceleration = Acceleration.of(units, refit, point);
            draws = draws.withAccelerations(acceleration.values());
            warnings.addAll(acceleration.warnings());
        }
        return point.withUncertainty(draws)
                .withEffects(effectsWithErrors(point, fits))
                .withSettings(settings(point, draws))
                .withWarnings(warnings);
    }

    /** Contestants whose strength is the same in every resample that has one. */
    private static List<Integer> constant(RatingResult point, BootstrapDraws draws) {
        List<Integer> constant = new ArrayList<>();
        for (int i = 0; i < point.contestants(); i++) {
            if (point.rating(i).strength().isPresent() && !draws.varies(i)) {
                constant.add(i);
            }
        }
        return constant;
    }

    private static Refit refit(RatingMethod method, Evidence evidence) {
        if (method.forRefits() instanceof Refitting refitting) {
            return refitting.refits(evidence).orElseGet(() -> new RateRefit(method, evidence));
        }
        return new RateRefit(method, evidence);
    }

    private double[] counts(ResamplingUnits units, int resample) {
        if (kind == BootstrapKind.POISSON) {
            return units.poisson(Streams.hash(seed, resample));
        }
        return kind == BootstrapKind.BAYESIAN
                ? units.exponential(Streams.of(seed, resample))
                : units.multinomial(Streams.of(seed, resample));
    }

    private BootstrapDraws draws(RatingResult point, Refit.Fitted[] fits) {
        double[][] aligned = new double[resamples][];
        for (int b = 0; b < resamples; b++) {
            aligned[b] = aligned(fits[b].strengths(), point);
        }
        String name = kind == BootstrapKind.MULTINOMIAL ? "bootstrap" : "bootstrap (" + kind.label() + ")";
        return BootstrapDraws.of(name, point.contestants(), aligned);
    }

    private Map<String, String> settings(RatingResult point, BootstrapDraws draws) {
        Map<String, String> settings = new LinkedHashMap<>(point.settings());
        settings.put("covariance", "bootstrap");
        settings.put("bootstrap_kind", kind.label());
        settings.put("bootstrap_interval", interval.label());
        settings.put("resamples", Integer.toString(resamples));
        settings.put("bootstrap_seed", Long.toString(seed));
        settings.put("degenerate_share", Double.toString((double) draws.degenerate() / resamples));
        return settings;
    }

    /** Effects with the standard deviation of their estimates over the resamples that have one. */
    private static List<Effect> effectsWithErrors(RatingResult point, Refit.Fitted[] fits) {
        List<Effect> effects = new ArrayList<>();
        for (int e = 0; e < point.effects().size(); e++) {
            Effect effect = point.effects().get(e);
            int number = e;
            double[] estimates = Arrays.stream(fits)
                    .filter(fit -> number < fit.effects().length)
                    .mapToDouble(fit -> fit.effects()[number])
                    .filter(Double::isFinite)
                    .toArray();
            OptionalDouble error =
                    effect.estimate().isPresent() ? Quantiles.standardDeviation(estimates) : OptionalDouble.empty();
            effects.add(new Effect(effect.name(), effect.judge(), effect.estimate(), error, effect.comparisons()));
        }
        return effects;
    }

    /** Strengths shifted to the mean that the same contestants have in the point estimate, NaN where they have none. */
    static double[] aligned(double[] strengths, RatingResult point) {
        double[] draw = strengths.clone();
        double shift = 0;
        int count = 0;
        for (int i = 0; i < draw.length; i++) {
            OptionalDouble reference = point.rating(i).strength();
            if (Double.isFinite(draw[i]) && reference.isPresent()) {
                shift += reference.getAsDouble() - draw[i];
                count++;
            } else {
                draw[i] = Double.NaN;
            }
        }
        // a scale of its own (a win rate, points) has a zero that means something: its draws stay where they are
        boolean movable = point.unit() instanceof StrengthUnit.Natural;
        for (int i = 0; movable && i < draw.length; i++) {
            draw[i] += shift / Math.max(1, count);
        }
        return draw;
    }
}
