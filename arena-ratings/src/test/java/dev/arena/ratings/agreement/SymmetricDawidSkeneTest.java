package dev.arena.ratings.agreement;

import static dev.arena.ratings.agreement.SymmetricDawidSkene.FIRST;
import static dev.arena.ratings.agreement.SymmetricDawidSkene.SECOND;
import static dev.arena.ratings.agreement.SymmetricDawidSkene.TIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricDawidSkeneTest {
    private static final int ITEMS = 6000;
    private static final int JUDGES = 4;
    private static final double[] ALPHA = {2.5, 1.5, 0.8, 1.2};
    private static final double[] GAMMA = {0.0, 0.6, -0.4, 1.0};
    private static final double TIE_SHARE = 0.2;
    private static final long SEED = 20261122;

    /** Verdicts drawn from the model itself. */
    private static final class World {
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final int[] truth = new int[ITEMS];
        private final int[][] said = new int[ITEMS][];

        World(boolean ties) {
            for (int i = 0; i < ITEMS; i++) {
                truth[i] = ties && random.nextDouble() < TIE_SHARE ? TIE : random.nextInt(2);
                said[i] = new int[JUDGES];
                for (int j = 0; j < JUDGES; j++) {
                    said[i][j] = said(j, truth[i], ties);
                }
            }
        }

        private int said(int judge, int trueClass, boolean ties) {
            double[] odds = {
                Math.exp((trueClass == FIRST ? ALPHA[judge] : 0) + GAMMA[judge] / 2),
                Math.exp((trueClass == SECOND ? ALPHA[judge] : 0) - GAMMA[judge] / 2),
                ties ? Math.exp(trueClass == TIE ? 1.2 : -0.5) : 0
            };
            double draw = random.nextDouble() * (odds[0] + odds[1] + odds[2]);
            return draw < odds[0] ? FIRST : draw < odds[0] + odds[1] ? SECOND : TIE;
        }

        double share(int judge) {
            int right = 0;
            for (int i = 0; i < ITEMS; i++) {
                right += said[i][judge] == truth[i] ? 1 : 0;
            }
            return (double) right / ITEMS;
        }
    }

    @Test
    void fit_verdictsOfTheModelWithTies_recoversAccuraciesAndPositionTerms() {
        recovers(true);
    }

    @Test
    void fit_verdictsOfTheModelWithoutTies_recoversAccuraciesAndPositionTerms() {
        recovers(false);
    }

    private static void recovers(boolean ties) {
        World world = new World(ties);
        VotePatterns votes = new VotePatterns(JUDGES, 3);
        int[] patterns = new int[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            patterns[i] = votes.add(world.said[i], 1);
        }

        SymmetricDawidSkene.Fit fit = SymmetricDawidSkene.fit(votes);

        assertThat(fit.converged()).isTrue();
        for (int j = 0; j < JUDGES; j++) {
            // the accuracies' standard errors are near 0.01 and the position terms' near 0.06 at 6,000 battles
            assertThat(fit.judges().get(j).accuracy()).as("accuracy " + j).isEqualTo(world.share(j), within(0.04));
            assertThat(fit.judges().get(j).position()).as("position " + j).isEqualTo(GAMMA[j], within(0.2));
        }
        assertThat(right(world, patterns, fit)).isGreaterThan(world.share(0));
    }

    /** Share of decisive battles whose better side the posterior names. */
    private static double right(World world, int[] patterns, SymmetricDawidSkene.Fit fit) {
        int right = 0;
        int decisive = 0;
        for (int i = 0; i < ITEMS; i++) {
            if (world.truth[i] != TIE) {
                decisive++;
                right += fit.preferences().get(patterns[i]) > 0.5 == (world.truth[i] == FIRST) ? 1 : 0;
            }
        }
        return (double) right / decisive;
    }

    @Test
    void fit_sidesNamedTheOtherWayRound_negatesPositionAndSwapsPosteriorsOnly() {
        World world = new World(true);
        VotePatterns votes = new VotePatterns(JUDGES, 3);
        VotePatterns mirrored = new VotePatterns(JUDGES, 3);
        for (int i = 0; i < ITEMS; i++) {
            votes.add(world.said[i], 1);
            int[] other = new int[JUDGES];
            for (int j = 0; j < JUDGES; j++) {
                other[j] = world.said[i][j] == TIE ? TIE : 1 - world.said[i][j];
            }
            mirrored.add(other, 1);
        }

        SymmetricDawidSkene.Fit fit = SymmetricDawidSkene.fit(votes);
        SymmetricDawidSkene.Fit mirror = SymmetricDawidSkene.fit(mirrored);

        for (int p = 0; p < votes.size(); p++) {
            assertThat(mirror.preferences().get(p))
                    .isEqualTo(1 - fit.preferences().get(p), within(1e-9));
        }
        for (int j = 0; j < JUDGES; j++) {
            assertThat(mirror.judges().get(j).position())
                    .isEqualTo(-fit.judges().get(j).position(), within(1e-9));
            assertThat(mirror.judges().get(j).accuracy())
                    .isEqualTo(fit.judges().get(j).accuracy(), within(1e-9));
        }
    }

    @Test
    void fit_anyVotes_neverLowersItsObjective() {
        VotePatterns votes = new VotePatterns(3, 3);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            int[] said = random.ints(3, -1, 3).toArray();
            votes.add(said, random.nextInt(4) > 0, 1 + random.nextInt(3));
        }

        List<Double> objective = SymmetricDawidSkene.fit(votes).objective();

        assertThat(objective).hasSizeGreaterThan(2);
        for (int i = 1; i < objective.size(); i++) {
            assertThat(objective.get(i)).isGreaterThanOrEqualTo(objective.get(i - 1) - 1e-8);
        }
    }

    @Test
    void fit_judgeWithoutKnownOrders_hasNoPositionTerm() {
        VotePatterns votes = new VotePatterns(3, 3);
        World world = new World(false);
        for (int i = 0; i < ITEMS; i++) {
            int[] said = world.said[i];
            votes.add(new int[] {said[0], said[1], said[3]}, false, 1);
        }

        SymmetricDawidSkene.Fit fit = SymmetricDawidSkene.fit(votes);

        assertThat(fit.judges())
                .allSatisfy(judge -> assertThat(judge.position()).isEqualTo(0, within(1e-9)));
    }

    @Test
    void fit_oneGoodJudgeAgainstTwoPoorOnes_isBelieved() {
        VotePatterns votes = new VotePatterns(3, 3);
        // judge 0 agrees with either of the others far more often than they agree with each other
        votes.add(new int[] {FIRST, FIRST, FIRST}, 30);
        votes.add(new int[] {SECOND, SECOND, SECOND}, 30);
        votes.add(new int[] {FIRST, FIRST, SECOND}, 18);
        votes.add(new int[] {FIRST, SECOND, FIRST}, 18);
        votes.add(new int[] {SECOND, SECOND, FIRST}, 18);
        votes.add(new int[] {SECOND, FIRST, SECOND}, 18);
        int split = votes.add(new int[] {FIRST, SECOND, SECOND}, 2);

        SymmetricDawidSkene.Fit fit = SymmetricDawidSkene.fit(votes);

        assertThat(fit.preferences().get(split)).isGreaterThan(0.5);
        assertThat(fit.judges().get(0).accuracy())
                .isGreaterThan(fit.judges().get(1).accuracy());
    }

    @Test
    void fit_otherLabels_areRefused() {
        assertThatThrownBy(() -> SymmetricDawidSkene.fit(new VotePatterns(3, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 labels are not allowed; use three: first, second and tie");
    }
}
