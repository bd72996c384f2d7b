package dev.arena.ratings.agreement;

/** Sums of numbers that are kept as logarithms. */
final class LogWeights {
    private LogWeights() {}

    /**
     * Turns logarithms into shares that add up to 1, in place.
     *
     * @return the logarithm of the sum that they had
     */
    static double normalise(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.exp(logs[i] - most);
            sum += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
        return most + Math.log(sum);
    }
}
