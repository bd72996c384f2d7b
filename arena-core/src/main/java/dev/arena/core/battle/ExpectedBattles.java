package dev.arena.core.battle;

import dev.arena.core.model.StudySettings;

/**
 * How many battles a voter of a study is likely to be given before the plain ones are used up: gold battles and repeats come beside them by
 * chance. The count depends on the settings and on how much there is to plant, never on what a voter was given, so that counting down from
 * it tells nothing of a battle.
 */
final class ExpectedBattles {
    /** Beyond so many battles the shares go on as they are. */
    private static final int STEPS = 20_000;

    /** Nobody counts further. */
    private static final long COUNTABLE = 1L << 40;

    private ExpectedBattles() {}

    /**
     * The expected count.
     *
     * @param plain matchups
     * @param goldSupply gold battles that one voter can be given at most
     */
    static long of(long plain, StudySettings settings, long goldSupply) {
        double goldShare = settings.gold().share();
        double repeatShare = settings.repeats().share();
        int after = settings.repeats().after();
        if (goldShare + repeatShare == 0 || plain > COUNTABLE) {
            return plain;
        }
        double[] plainAfter = new double[(int) Math.min(STEPS, 4 * plain + after) + 1];
        double gold = 0;
        double repeated = 0;
        double step = 1;
        for (int i = 1; i < plainAfter.length; i++) {
            double goldNow = Math.min(goldShare, goldSupply - gold);
            double old = i > after ? plainAfter[i - 1 - after] : 0;
            double repeatNow = Math.max(0, Math.min(repeatShare, old - repeated));
            gold += goldNow;
            repeated += repeatNow;
            step = 1 - goldNow - repeatNow;
            plainAfter[i] = plainAfter[i - 1] + step;
            if (plainAfter[i] >= plain - 1e-9) {
                return i;
            }
        }
        int steps = plainAfter.length - 1;
        double least = Math.max(step, 1 - goldShare - repeatShare);
        return steps + (long) Math.ceil((plain - plainAfter[steps]) / Math.max(least, 1e-3));
    }
}
