package dev.arena.ratings.agreement;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.internal.NormalLaw;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well one board (a judge's) stands for another (people's), over all pairs of contestants.
 *
 * <p><b>Model.</b> Two contestants are told apart by a board where their intervals share no point. Separability is the share of pairs
 * told apart. Agreement is the mean over pairs of +1 where both boards tell them apart and agree, −1 where they do and disagree, and
 * 0 otherwise. The Brier score is the mean of (P(i below j) − 1{i is below j in the reference})² with P = Φ((μ_j − μ_i)/√(s_i² + s_j²)).
 *
 * <p><b>Input.</b> Estimates of the same contestants in the same order, with standard errors above 0, on any scale of each board.
 *
 * <p><b>Edge cases.</b> Absent below two contestants. Equal reference values count half in the Brier score's truth.
 *
 * <p><b>Source.</b> Li et al. 2024 (Arena-Hard), arXiv 2406.11939, section 3.
 *
 * @param judge the board in question
 * @param reference the board it is held against
 */
public record BoardAgreement(List<Estimate> judge, List<Estimate> reference, Level level) {
    /** A number and its standard error. */
    public record Estimate(double value, double stdError) {
        /** Refuses a number that is not finite, or an error that is not above 0. */
        public Estimate {
            if (!Double.isFinite(value) || !(stdError > 0) || Double.isInfinite(stdError)) {
                throw new IllegalArgumentException("estimate " + value + " with error " + stdError
                        + " is not allowed; use finite numbers and an error above 0");
            }
        }

        private Interval interval(Level level) {
            double half = level.z() * stdError;
            return new Interval(value - half, value + half, level);
        }
    }

    /** Refuses boards of different contestants. */
    public BoardAgreement {
        judge = List.copyOf(judge);
        reference = List.copyOf(reference);
        if (judge.size() != reference.size()) {
            throw new IllegalArgumentException(
                    "both boards need the same contestants, found " + judge.size() + " and " + reference.size());
        }
    }

    /** Share of pairs that the judge's board tells apart. */
    public OptionalDouble judgeSeparability() {
        return mean((i, j) -> order(judge, i, j) == 0 ? 0 : 1);
    }

    /** Share of pairs that the reference tells apart. */
    public OptionalDouble referenceSeparability() {
        return mean((i, j) -> order(reference, i, j) == 0 ? 0 : 1);
    }

    /** Mean agreement over pairs, in [−1, 1]. */
    public OptionalDouble agreement() {
        return mean((i, j) -> order(judge, i, j) * order(reference, i, j));
    }

    /** Mean squared error of the judge's probabilities that one contestant is below another; 0 is best. */
    public OptionalDouble brier() {
        return mean((i, j) -> {
            Estimate one = judge.get(i);
            Estimate other = judge.get(j);
            double below =
                    NormalLaw.cumulative((other.value() - one.value()) / Math.hypot(one.stdError(), other.stdError()));
            int truth =
                    Double.compare(reference.get(j).value(), reference.get(i).value());
            double error = below - (1 + Integer.signum(truth)) / 2.0;
            return error * error;
        });
    }

    private int order(List<Estimate> board, int i, int j) {
        Interval one = board.get(i).interval(level);
        Interval other = board.get(j).interval(level);
        return one.disjointFrom(other) ? Double.compare(one.lower(), other.lower()) : 0;
    }

    @FunctionalInterface
    private interface OfPair {
        double value(int i, int j);
    }

    private OptionalDouble mean(OfPair ofPair) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < judge.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += ofPair.value(i, j);
                pairs++;
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
    }
}
