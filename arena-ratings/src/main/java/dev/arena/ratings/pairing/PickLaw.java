package dev.arena.ratings.pairing;

import java.util.random.RandomGenerator;

/**
 * How gains become probabilities: P = ε/m + (1 − ε)·softmax(gain / (T·largest gain)) over m choices.
 *
 * <p>Gains shrink as votes come in; measuring the temperature in the largest of them keeps its meaning. Since ε is above 0 every choice
 * stays possible, which is what weighting by 1/P needs.
 *
 * @param temperature T above 0; the smaller, the more often the largest gain is taken
 * @param epsilon ε in (0, 1]; 1 looks at no gain
 */
public record PickLaw(double temperature, double epsilon) {
    /** Refuses what gives no probabilities. */
    public PickLaw {
        if (!(temperature > 0) || !Double.isFinite(temperature) || !(epsilon > 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("temperature " + temperature + " with epsilon " + epsilon
                    + " is not allowed; use a finite temperature above 0 and an epsilon in (0, 1]");
        }
    }

    /**
     * Probabilities, one a gain.
     *
     * @param gains 0 or more and finite; a negative one marks what cannot be chosen
     * @return sums to 1; all 0 where nothing can be chosen
     */
    public double[] probabilities(double[] gains) {
        double largest = 0;
        int open = 0;
        for (double gain : gains) {
            largest = Math.max(largest, gain);
            open += gain >= 0 ? 1 : 0;
        }
        double unit = largest > 0 ? temperature * largest : 1;
        double[] p = new double[gains.length];
        double sum = 0;
        for (int k = 0; k < gains.length; k++) {
            p[k] = gains[k] >= 0 ? Math.exp((gains[k] - largest) / unit) : 0;
            sum += p[k];
        }
        for (int k = 0; k < gains.length && open > 0; k++) {
            p[k] = gains[k] >= 0 ? epsilon / open + (1 - epsilon) * p[k] / sum : 0;
        }
        return p;
    }

    /** Draws one of the choices that have a probability above 0. */
    static int draw(double[] probabilities, RandomGenerator random) {
        double left = random.nextDouble();
        int last = -1;
        for (int k = 0; k < probabilities.length; k++) {
            if (probabilities[k] > 0) {
                last = k;
                left -= probabilities[k];
                if (left < 0) {
                    return k;
                }
            }
        }
        return last;
    }
}
