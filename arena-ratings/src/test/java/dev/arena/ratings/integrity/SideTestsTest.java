package dev.arena.ratings.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Exact p-values against counts over all sequences of coins. */
class SideTestsTest {
    private static final int COINS = 12;

    /** A number that a sequence of sides has. */
    private interface Feature {
        int of(boolean[] sides);
    }

    private static boolean[] sides(int number) {
        boolean[] sides = new boolean[COINS];
        for (int i = 0; i < COINS; i++) {
            sides[i] = (number >> i & 1) == 1;
        }
        return sides;
    }

    private static int first(boolean[] sides) {
        int count = 0;
        for (boolean side : sides) {
            count += side ? 1 : 0;
        }
        return count;
    }

    private static int runs(boolean[] sides) {
        int count = 1;
        for (int i = 1; i < sides.length; i++) {
            count += sides[i] == sides[i - 1] ? 0 : 1;
        }
        return count;
    }

    private static int longest(boolean[] sides) {
        int longest = 1;
        int stretch = 1;
        for (int i = 1; i < sides.length; i++) {
            stretch = sides[i] == sides[i - 1] ? stretch + 1 : 1;
            longest = Math.max(longest, stretch);
        }
        return longest;
    }

    private static long[] histogram(Feature feature, int onlyFirst) {
        long[] counts = new long[COINS + 2];
        for (int number = 0; number < 1 << COINS; number++) {
            boolean[] sides = sides(number);
            if (onlyFirst < 0 || first(sides) == onlyFirst) {
                counts[feature.of(sides)]++;
            }
        }
        return counts;
    }

    private static double noLikelier(long[] counts, int found) {
        long all = Arrays.stream(counts).sum();
        return (double) Arrays.stream(counts)
                        .filter(count -> count <= counts[found])
                        .sum()
                / all;
    }

    @Test
    void balance_everyCount_isTheShareOfSequencesNoLikelier() {
        long[] counts = histogram(SideTestsTest::first, -1);
        for (int first = 0; first <= COINS; first++) {
            assertThat(SideTests.balance(first, COINS)).isCloseTo(noLikelier(counts, first), within(1e-12));
        }
        assertThat(SideTests.balance(10, 10)).isCloseTo(2 / 1024.0, within(1e-15));
    }

    @Test
    void runs_everyNumber_isTheShareOfSequencesNoLikelier() {
        for (int first : new int[] {1, 4, 6, 9}) {
            long[] counts = histogram(SideTestsTest::runs, first);
            for (int runs = 2; runs <= COINS; runs++) {
                if (counts[runs] > 0) {
                    assertThat(SideTests.runs(first, COINS - first, runs))
                            .as("%d first, %d runs", first, runs)
                            .isCloseTo(noLikelier(counts, runs), within(1e-12));
                }
            }
        }
        assertThat(SideTests.runs(7, 0, 1)).as("nothing to order").isEqualTo(1);
    }

    @Test
    void stretch_everyLength_isTheShareOfSequencesWithOne() {
        long[] counts = histogram(SideTestsTest::longest, -1);
        for (int length = 1; length <= COINS; length++) {
            double share = (double) Arrays.stream(counts, length, counts.length).sum() / (1 << COINS);
            assertThat(SideTests.stretch(length, COINS, 0.5)).isCloseTo(share, within(1e-12));
        }
        assertThat(SideTests.stretch(5, 5, 0.5)).isCloseTo(0.0625, within(1e-15));
        assertThat(SideTests.stretch(3, 3, 0.25)).isCloseTo(0.0625, within(1e-15));
        assertThat(SideTests.stretch(10_000, 10_000, 0.5)).isBetween(0.0, 1e-12);
    }

    @Test
    void atLeast_binomial_isItsUpperTail() {
        assertThat(SideTests.atLeast(0, 9, 0.3)).isCloseTo(1, within(1e-12));
        assertThat(SideTests.atLeast(9, 9, 0.3)).isCloseTo(Math.pow(0.3, 9), within(1e-15));
        assertThat(SideTests.atLeast(2, 3, 0.5)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void counts_thatCannotBe_areRefused() {
        assertThatThrownBy(() -> SideTests.balance(11, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first 11 is not allowed; use a number from 0 to 10");
        assertThatThrownBy(() -> SideTests.runs(2, 2, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("runs 5 is not allowed; use a number from 2 to 4");
    }

    @Test
    void bets_withinBounds_neverGainWhereTheTruthIsBetweenThem() {
        for (double truth = 0.4; truth <= 0.6; truth += 0.05) {
            BettingProcess won = new BettingProcess();
            BettingProcess lost = new BettingProcess();
            double expected = truth * won.add(1, 0.4, 0.6) + (1 - truth) * lost.add(0, 0.4, 0.6);
            assertThat(expected).isLessThanOrEqualTo(1 + 1e-12);
        }
        BettingProcess exact = new BettingProcess();
        BettingProcess same = new BettingProcess();
        assertThat(exact.add(1, 0.5, 0.5)).isEqualTo(same.add(1, 0.5));
        assertThatThrownBy(() -> exact.add(1, 0.6, 0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected scores from 0.6 to 0.4 are not allowed; give the lower one first");
    }
}
