package dev.arena.ratings.agreement;

/**
 * People's scores corrected by a judge's, with λ from 0 (people alone) to 1, as masses and targets of pairs: the loss is
 * Σ mass·ln(1 + e^d) − target·d over pairs, d = θ_low − θ_high, divided by the number of people's matchups.
 */
interface Correction {
    /** The λ of the fit whose probabilities λ is tuned with. */
    double pilot();

    /** Mass of every cell; sums to 1. */
    double[] masses(double lambda);

    /** Corrected share of the lower contestant of every cell, times its mass. */
    double[] targets(double lambda);

    /** Masses for the Hessian that stands in the covariance. */
    double[] curvatures();

    /**
     * Covariance of the gradient at given win probabilities of the lower contestants.
     *
     * @param contestants the size of the matrix
     */
    double[][] gradientCovariance(double[] probabilities, double lambda, int contestants);

    /**
     * The λ with the least total variance of the strengths, in [0, 1].
     *
     * @param inverse inverse Hessian in the sum-zero gauge
     */
    double tuned(double[] probabilities, double[][] inverse);
}
