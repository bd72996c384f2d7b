package dev.arena.ratings.lengthcontrol;

import dev.arena.ratings.lengthcontrol.Design.Term;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.Optional;

/**
 * Win rate against a baseline at equal lengths, as AlpacaEval 2 defines it.
 *
 * <p><b>Model.</b> logit P(contestant preferred on x) = φ·tanh((len_b(x) − len_c(x))/s) + ψ·γ_x + θ, with s the sample
 * standard deviation of the difference over prompts. The length-controlled win rate is 100 · mean_x σ(θ + ψ·γ_x).
 *
 * <p><b>Input.</b> Soft scores in [0, 1] a prompt, the two lengths, and the difficulty γ_x where it is known (custom
 * prompts have none: the term is left out then). The loss is Σ [ln(1 + e^η) − y·η]; a score of 0.8 counts as 0.8 wins
 * and 0.2 losses.
 *
 * <p><b>Output.</b> Percent, the standard error in points over prompts (prompts are a sample; sandwich and delta
 * method), weights that may be subtracted to compare with another baseline.
 *
 * <p><b>Edge cases.</b> Responses that are always as long as the baseline's need no length term. A constant difference
 * cannot be told from the constant: no number, unless a prior holds φ. Hard scores that the terms separate perfectly: no number, unless a
 * penalty holds the weights.
 *
 * <p><b>Cost.</b> Five to ten Newton steps of O(n); cross-validation takes 51 fits.
 *
 * <p><b>Accuracy.</b> Gradient of the total loss at most 1e-9 in the maximum norm.
 *
 * <p><b>Source.</b> Dubois, Galambosi, Liang and Hashimoto 2024, arXiv 2404.04475, equation 2.
 */
public final class LengthControl {
    private final Optional<BaselinePrior> prior;
    private final Lasso lasso;

    private LengthControl(Optional<BaselinePrior> prior, Lasso lasso) {
        this.prior = prior;
        this.lasso = lasso;
    }

    /** No penalty. */
    public static LengthControl withDefaults() {
        return new LengthControl(Optional.empty(), Lasso.none());
    }

    /**
     * Penalised as AlpacaEval 2 does: what the two gamed baselines teach as a prior, and an L1 penalty chosen by
     * cross-validation. For the 805 prompts, the judge and the difficulties of that benchmark.
     */
    public static LengthControl alpacaEval2() {
        return new LengthControl(Optional.of(BaselinePrior.alpacaEval2()), Lasso.crossValidated());
    }

    /** A prior on the weights of length and difficulty. */
    public LengthControl withPrior(BaselinePrior other) {
        return new LengthControl(Optional.of(other), lasso);
    }

    /** An L1 penalty on all weights. */
    public LengthControl withLasso(Lasso other) {
        return new LengthControl(prior, other);
    }

    /** The prior, if there is one. */
    public Optional<BaselinePrior> prior() {
        return prior;
    }

    /** The L1 penalty. */
    public Lasso lasso() {
        return lasso;
    }

    /** Fits one contestant. Trouble in the numbers is a status and a warning, never NaN. */
    public LengthControlled fit(Preferences preferences) {
        LengthControlReport report = new LengthControlReport(this, preferences);
        if (preferences.size() == 0) {
            return report.withoutData();
        }
        Design design = Design.of(preferences);
        if (design.indexOf(Term.DIFFICULTY) < 0) {
            report.warnWithoutDifficulty(RatingPhrase.DIFFICULTIES_NOT_KNOWN.say());
        } else if (!design.identifies(Term.DIFFICULTY)) {
            report.warnWithoutDifficulty(RatingPhrase.DIFFICULTIES_NOT_TOLD.say());
            design = design.without(Term.DIFFICULTY);
        }
        boolean held = prior.map(BaselinePrior::lengthPrecision).orElse(0.0) > 0;
        if (!held && !design.identifies(Term.LENGTH)) {
            return report.withoutLength();
        }
        return report.of(new LengthFit(design, prior, lasso));
    }
}
