package dev.arena.ratings.internal;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.Uncertainty;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.wording.RatingPhrase;
import dev.arena.ratings.wording.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The errors of a finished fit as a result shows them. An estimate whose variance is nothing, because all the evidence
 * that bears on it fits exactly, gets no error: a width of zero would claim certainty.
 */
public final class FitErrors {
    /** A variance below this share of the model's own counts as none. */
    private static final double NOTHING_VARIES = 1e-12;

    private static final int FEW_CLUSTERS = 20;

    private final Uncertainty uncertainty;
    private final OptionalDouble[] errors;
    private final List<RatingWarning> warnings = new ArrayList<>();

    private FitErrors(Uncertainty uncertainty, OptionalDouble[] errors) {
        this.uncertainty = uncertainty;
        this.errors = errors;
    }

    /**
     * A covariance of all parameters, strengths first.
     *
     * @param method how it was made
     * @param clusters how many clusters a small-sample factor saw; 0 where none was applied
     * @param values the covariance
     * @param varies whether the variance of each parameter is more than nothing
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Estimate(String method, int clusters, double[][] values, boolean[] varies) {
        /** Whether variances are more than a rounding error beside the model's own. */
        public static boolean[] varies(double[][] covariance, double[][] model) {
            boolean[] varies = new boolean[covariance.length];
            for (int k = 0; k < varies.length; k++) {
                varies[k] = covariance[k][k] > NOTHING_VARIES * model[k][k];
            }
            return varies;
        }
    }

    /** No errors, with the reason. */
    public static FitErrors without(Sentence why) {
        return new FitErrors(NoUncertainty.because(why), new OptionalDouble[0]);
    }

    /**
     * Errors from a covariance.
     *
     * @param contestants how many contestants the evidence has
     * @param covered the contestants behind the first parameters
     */
    public static FitErrors of(Estimate estimate, int contestants, int[] covered) {
        double[][] values = estimate.values();
        OptionalDouble[] errors = new OptionalDouble[values.length];
        List<Integer> without = new ArrayList<>();
        boolean effectWithout = false;
        for (int k = 0; k < errors.length; k++) {
            boolean varies = estimate.varies()[k];
            errors[k] = varies ? OptionalDouble.of(Math.sqrt(Math.max(0, values[k][k]))) : OptionalDouble.empty();
            if (!varies && k < covered.length) {
                without.add(covered[k]);
            }
            effectWithout |= !varies && k >= covered.length;
        }
        FitErrors result = new FitErrors(uncertainty(estimate, contestants, covered, errors), errors);
        result.warnAboutClusters(estimate.clusters());
        result.warnAboutNothing(without, effectWithout);
        return result;
    }

    /** The covariance of the contestants that have an error. */
    private static Uncertainty uncertainty(Estimate estimate, int contestants, int[] covered, OptionalDouble[] errors) {
        int[] from = new int[covered.length];
        int[] kept = new int[covered.length];
        int count = 0;
        for (int k = 0; k < covered.length; k++) {
            if (errors[k].isPresent()) {
                kept[count] = covered[k];
                from[count++] = k;
            }
        }
        if (count == 0) {
            return NoUncertainty.because(RatingPhrase.FITS_SAY_NOTHING.say());
        }
        double[][] values = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                values[i][j] = estimate.values()[from[i]][from[j]];
            }
        }
        return Covariance.of(estimate.method(), contestants, Arrays.copyOf(kept, count), values);
    }

    private void warnAboutClusters(int clusters) {
        if (clusters > 0 && clusters < FEW_CLUSTERS) {
            warnings.add(RatingWarning.of(WarningCode.FEW_CLUSTERS, RatingPhrase.FEW_CLUSTERS.say("count", clusters)));
        }
    }

    private void warnAboutNothing(List<Integer> contestants, boolean effect) {
        if (contestants.isEmpty() && !effect) {
            return;
        }
        warnings.add(new RatingWarning(WarningCode.NOTHING_VARIES, exactly(contestants.size(), effect), contestants));
    }

    private static Sentence exactly(int contestants, boolean effect) {
        if (contestants == 0) {
            return RatingPhrase.EXACT_EFFECT.say();
        }
        RatingPhrase phrase = effect ? RatingPhrase.EXACT_CONTESTANTS_AND_EFFECT : RatingPhrase.EXACT_CONTESTANTS;
        return phrase.say("count", contestants);
    }

    /** The error of a parameter, where it has one; a negative number is no parameter. */
    public OptionalDouble of(int parameter) {
        return parameter < 0 || errors.length == 0 ? OptionalDouble.empty() : errors[parameter];
    }

    /** The error of the strengths. */
    public Uncertainty uncertainty() {
        return uncertainty;
    }

    /** What a reader must know about the errors. */
    public List<RatingWarning> warnings() {
        return List.copyOf(warnings);
    }
}
