package dev.arena.ratings.internal;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeded random streams that do not depend on the thread that reads them. */
public final class Streams {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private Streams() {}

    /** The stream of a seed with a number; different numbers give unrelated streams. */
    public static RandomGenerator of(long seed, long stream) {
        long mixed = seed + GOLDEN * (stream + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new SplittableRandom(mixed ^ (mixed >>> 31));
    }

    /** A uniform number strictly between 0 and 1. */
    public static double open(RandomGenerator random) {
        return ((random.nextLong() >>> 11) + 0.5) * UNIT;
    }

    /** A standard normal number. */
    public static double normal(RandomGenerator random) {
        return NormalLaw.quantile(open(random));
    }
}
