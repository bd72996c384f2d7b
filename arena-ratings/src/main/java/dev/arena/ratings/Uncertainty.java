package dev.arena.ratings;

/** What is known about the error of the strengths: a covariance, draws, or nothing. */
public sealed interface Uncertainty permits Covariance, BootstrapDraws, NoUncertainty {
    /** How it was made, such as {@code sandwich}; {@code none} where there is none. */
    String method();
}
