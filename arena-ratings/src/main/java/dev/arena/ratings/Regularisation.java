package dev.arena.ratings;

/** A penalty that keeps strengths finite. A regularised strength always carries {@link ContestantStatus#REGULARISED}. */
public sealed interface Regularisation {
    /** No penalty. */
    record None() implements Regularisation {}

    /**
     * {@code λ/2 · |θ|²} added to the total (not mean) loss in natural units: a normal prior with variance 1/λ.
     *
     * @param lambda above 0, finite
     */
    record L2(double lambda) implements Regularisation {
        /** Refuses a λ that is no precision. */
        public L2 {
            requirePositive("l2", lambda);
        }
    }

    /**
     * Every contestant wins and loses {@code games} against one virtual contestant of strength 0.
     *
     * @param games above 0, finite; 0.5 is usual
     */
    record Ghost(double games) implements Regularisation {
        /** Refuses a number of games that is none. */
        public Ghost {
            requirePositive("ghost", games);
        }
    }

    /** No penalty. */
    static Regularisation none() {
        return new None();
    }

    /** Half a win and half a loss against a virtual contestant of strength 0. */
    static Regularisation ghost() {
        return new Ghost(0.5);
    }

    /** A normal prior with precision {@code lambda} on every strength. */
    static Regularisation l2(double lambda) {
        return new L2(lambda);
    }

    /** How it is written on the command line: {@code none}, {@code ghost}, {@code l2:LAMBDA}. */
    default String label() {
        if (this instanceof L2 ridge) {
            return "l2:" + ridge.lambda();
        }
        if (this instanceof Ghost ghost) {
            return ghost.games() == 0.5 ? "ghost" : "ghost:" + ghost.games();
        }
        return "none";
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what + " " + value + " is not allowed; use a finite number above 0, or no regularisation");
        }
    }
}
