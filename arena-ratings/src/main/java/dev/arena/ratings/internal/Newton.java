package dev.arena.ratings.internal;

import java.util.Optional;

/**
 * Newton's method with step halving on a convex loss.
 *
 * <p>Stops when the largest absolute entry of the gradient of the total loss is at most 1e-9 (or at its rounding error,
 * where that is larger) and the step at most 1e-8; that last step is taken, so the error of the parameters is about the
 * square of it. A loss without a minimum shows in steps that stay large: the step is then checked to be a direction of
 * recession.
 */
public final class Newton {
    /** The stop rule on the gradient of the total loss. */
    public static final double GRADIENT_TOLERANCE = 1e-9;

    private static final double STEP_TOLERANCE = 1e-8;
    private static final int MAX_ITERATIONS = 100;
    private static final int MAX_HALVINGS = 40;
    private static final int FIRST_RECESSION_CHECK = 8;
    private static final double LARGE_STEP = 0.1;

    /** How a run ended. */
    public enum End {
        /** At the minimum. */
        CONVERGED,
        /** There is no minimum: {@link Result#step} is a direction along which the loss falls without end. */
        RECEDING,
        /** Neither; the parameters are where it stopped. */
        STUCK
    }

    /**
     * Where a run ended.
     *
     * @param end how
     * @param parameters there
     * @param step the last Newton step, downhill
     * @param value the loss there
     * @param gradient largest absolute entry of the gradient there
     * @param iterations steps taken
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Result(End end, double[] parameters, double[] step, double value, double gradient, int iterations) {}

    private final Loss loss;
    private double[] x;
    private double[] gradient;
    private double[] step;
    private double value;

    private Newton(Loss loss, double[] start) {
        this.loss = loss;
        x = start.clone();
        gradient = new double[start.length];
        step = new double[start.length];
    }

    /** Minimises a loss from a start. */
    public static Result minimise(Loss loss, double[] start) {
        return new Newton(loss, start).run();
    }

    private Result run() {
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double tolerance = Math.max(GRADIENT_TOLERANCE, loss.gradientRounding(x));
            if (!computeStep()) {
                return result(loss.recedesAlong(Vectors.negated(step)) ? End.RECEDING : End.STUCK, iteration);
            }
            double stepNorm = Vectors.maxAbs(step);
            if (Vectors.maxAbs(gradient) <= tolerance && stepNorm <= STEP_TOLERANCE) {
                return finish(iteration);
            }
            if (iteration >= FIRST_RECESSION_CHECK
                    && stepNorm > LARGE_STEP
                    && loss.recedesAlong(Vectors.negated(step))) {
                return result(End.RECEDING, iteration);
            }
            if (!descend()) {
                boolean there = Vectors.maxAbs(gradient) <= tolerance;
                return result(there ? End.CONVERGED : End.STUCK, iteration);
            }
        }
        return result(End.STUCK, MAX_ITERATIONS);
    }

    /** Takes the last tiny step where it helps and measures the gradient where it lands. */
    private Result finish(int iteration) {
        double before = Vectors.maxAbs(gradient);
        double[] here = x;
        x = Vectors.minus(x, step, 1);
        double[] moved = new double[x.length];
        value = loss.derivatives(x, moved, new double[x.length][x.length]);
        if (Vectors.maxAbs(moved) > before) {
            x = here;
            value = loss.value(x);
            return result(End.CONVERGED, iteration);
        }
        gradient = moved;
        return result(End.CONVERGED, iteration + 1);
    }

    private boolean computeStep() {
        int n = x.length;
        double[][] hessian = new double[n][n];
        gradient = new double[n];
        value = loss.derivatives(x, gradient, hessian);
        Optional<Cholesky> factor = Cholesky.of(hessian);
        if (factor.isEmpty()) {
            return false;
        }
        step = factor.get().solve(gradient);
        return true;
    }

    private boolean descend() {
        double slack = 1e-13 * Math.abs(value);
        double share = 1;
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            double[] candidate = Vectors.minus(x, step, share);
            if (loss.value(candidate) <= value + slack) {
                x = candidate;
                return true;
            }
            share /= 2;
        }
        return false;
    }

    private Result result(End end, int iterations) {
        return new Result(end, x, Vectors.negated(step), value, Vectors.maxAbs(gradient), iterations);
    }
}
