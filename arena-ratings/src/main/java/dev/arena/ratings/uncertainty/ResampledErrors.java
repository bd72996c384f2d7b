package dev.arena.ratings.uncertainty;

import dev.arena.ratings.BootstrapDraws;
import dev.arena.ratings.RatingResult;

/** Errors seen in resamples: refitted strength minus point estimate. One block holds them all. */
final class ResampledErrors implements JointErrors {
    private final double[][] errors;
    private final int degenerate;

    ResampledErrors(BootstrapDraws source, RatingResult result, int[] contestants) {
        degenerate = source.degenerate();
        errors = new double[contestants.length][source.resamples()];
        for (int i = 0; i < contestants.length; i++) {
            double point = result.rating(contestants[i]).strength().orElseThrow();
            for (int b = 0; b < source.resamples(); b++) {
                errors[i][b] = source.draw(b, contestants[i]).orElse(Double.NaN) - point;
            }
        }
    }

    @Override
    public double standardError(int i, int j) {
        double sum = 0;
        int count = 0;
        for (int b = 0; b < errors[i].length; b++) {
            double difference = errors[i][b] - errors[j][b];
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        double mean = sum / Math.max(1, count);
        double squares = 0;
        for (int b = 0; b < errors[i].length; b++) {
            double difference = errors[i][b] - errors[j][b] - mean;
            if (!Double.isNaN(difference)) {
                squares += difference * difference;
            }
        }
        return Math.sqrt(squares / Math.max(1, count - 1));
    }

    @Override
    public boolean complete() {
        return degenerate == 0;
    }

    @Override
    public int blocks() {
        return 1;
    }

    @Override
    public double[][] block(int block) {
        double[][] copy = new double[errors.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = errors[i].clone();
        }
        return copy;
    }
}
