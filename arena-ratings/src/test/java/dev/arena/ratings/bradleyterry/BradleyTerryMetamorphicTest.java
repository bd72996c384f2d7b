package dev.arena.ratings.bradleyterry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.PositionModel;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.testing.RandomArena;
import dev.arena.ratings.testing.Results;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relations that hold whatever the right numbers are; seeds are in the tests. */
class BradleyTerryMetamorphicTest {
    private static final Offset<Double> NANO = within(1e-9);
    private static final int N = 7;
    private static final BradleyTerry METHOD = BradleyTerry.withDefaults().withPosition(PositionModel.PER_JUDGE);

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void rate_contestantsRelabelled_permutesEverything(long seed) {
        double[][] rows = rows(seed);
        int[] newLabel = {3, 6, 0, 5, 1, 4, 2};
        double[][] relabelled = rows(seed);
        for (double[] row : relabelled) {
            row[0] = newLabel[(int) row[0]];
            row[1] = newLabel[(int) row[1]];
        }
        RatingResult one = METHOD.rate(RandomArena.evidence(N, rows, true));
        RatingResult other = METHOD.rate(RandomArena.evidence(N, relabelled, true));

        for (int i = 0; i < N; i++) {
            assertThat(strength(other, newLabel[i])).isEqualTo(strength(one, i), NANO);
            assertThat(variance(other, newLabel[i])).isEqualTo(variance(one, i), NANO);
        }
        assertEffects(other, one, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void rate_sidesSwapped_negatesOnlyThePositionEffect(long seed) {
        double[][] swapped = rows(seed);
        for (double[] row : swapped) {
            double first = row[0];
            row[0] = row[1];
            row[1] = first;
            row[2] = 1 - row[2];
        }
        RatingResult one = METHOD.rate(RandomArena.evidence(N, rows(seed), true));
        RatingResult other = METHOD.rate(RandomArena.evidence(N, swapped, true));

        assertSameStrengthsAndErrors(other, one);
        assertEffects(other, one, -1);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void rate_rowsShuffledSplitOrJoined_isUnchanged(long seed) {
        double[][] rows = rows(seed);
        double[][] shuffled = rows(seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int last = shuffled.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            double[] kept = shuffled[last];
            shuffled[last] = shuffled[other];
            shuffled[other] = kept;
        }
        RatingResult one = METHOD.rate(RandomArena.evidence(N, rows, true));
        RatingResult other = METHOD.rate(RandomArena.evidence(N, shuffled, true));
        assertSameStrengthsAndErrors(other, one);

        RatingResult split = METHOD.rate(counted(rows, 3, 2));
        RatingResult joined = METHOD.rate(counted(rows, 5, 0));
        assertSameStrengthsAndErrors(split, joined);
        assertEffects(split, joined, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void rate_dataDoubled_halvesThePlainVarianceAndKeepsTheClusteredOne(long seed) {
        double[][] rows = rows(seed);
        double[][] twice = new double[rows.length * 2][];
        for (int r = 0; r < twice.length; r++) {
            twice[r] = rows[r % rows.length];
        }
        BradleyTerry plain = METHOD.withCovariance(CovarianceKind.SANDWICH);
        RatingResult once = plain.rate(RandomArena.evidence(N, rows, true));
        RatingResult doubled = plain.rate(RandomArena.evidence(N, twice, true));
        RatingResult clustered = METHOD.rate(RandomArena.evidence(N, rows, true));
        RatingResult clusteredTwice = METHOD.rate(RandomArena.evidence(N, twice, true));

        for (int i = 0; i < N; i++) {
            assertThat(strength(doubled, i)).isEqualTo(strength(once, i), NANO);
            assertThat(variance(doubled, i)).isEqualTo(variance(once, i) / 2, NANO);
            assertThat(variance(clusteredTwice, i)).isEqualTo(variance(clustered, i), within(4e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62})
    void rate_everyRowItsOwnCluster_equalsThePlainSandwich(long seed) {
        double[][] rows = rows(seed);
        for (int r = 0; r < rows.length; r++) {
            rows[r][4] = rows.length - r;
        }
        RatingResult own = METHOD.rate(RandomArena.evidence(N, rows, true));
        RatingResult none = METHOD.rate(RandomArena.evidence(N, rows, false));
        RatingResult plain = METHOD.withCovariance(CovarianceKind.SANDWICH).rate(RandomArena.evidence(N, rows, true));

        assertThat(own.uncertainty().method()).isEqualTo("sandwich");
        assertThat(Results.errors(own)).containsExactly(Results.errors(plain));
        assertThat(Results.errors(none)).containsExactly(Results.errors(plain));
    }

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73, 74})
    void rate_oneMoreVoteForIOverJ_neverLowersTheirGap(long seed) {
        double[][] rows = rows(seed);
        RatingResult before = METHOD.rate(RandomArena.evidence(N, rows, false));
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                if (i != j) {
                    double[][] more = Arrays.copyOf(rows, rows.length + 1);
                    more[rows.length] = new double[] {i, j, 1, 0, 0};
                    RatingResult after = METHOD.rate(RandomArena.evidence(N, more, false));
                    assertThat(strength(after, i) - strength(after, j))
                            .isGreaterThan(strength(before, i) - strength(before, j) - 1e-12);
                }
            }
        }
    }

    @Test
    void rate_weightedRows_countTwiceInTheFitAndFourTimesInTheMeat() {
        Evidence weighted = Evidence.builder(2)
                .comparison(0, 1, 1)
                .count(30)
                .weight(2)
                .comparison(0, 1, 0)
                .count(20)
                .weight(2)
                .build();
        Evidence plain = Evidence.builder(2)
                .comparison(0, 1, 1)
                .count(30)
                .comparison(0, 1, 0)
                .count(20)
                .build();
        RatingResult one = BradleyTerry.withDefaults().rate(weighted);
        RatingResult other = BradleyTerry.withDefaults().rate(plain);

        assertSameStrengthsAndErrors(one, other);
    }

    private static double[][] rows(long seed) {
        return new RandomArena(N, 420, seed).rows();
    }

    private static Evidence counted(double[][] rows, int firstCount, int secondCount) {
        EvidenceBuilder builder = Evidence.builder(N, List.of("p", "q"));
        for (double[] row : rows) {
            for (int count : new int[] {firstCount, secondCount}) {
                if (count > 0) {
                    builder.comparison((int) row[0], (int) row[1], row[2])
                            .judge((int) row[3])
                            .cluster((int) row[4])
                            .count(count);
                }
            }
        }
        return builder.build();
    }

    private static void assertSameStrengthsAndErrors(RatingResult actual, RatingResult expected) {
        assertThat(Results.strengths(actual)).containsExactly(Results.strengths(expected), NANO);
        assertThat(Results.errors(actual)).containsExactly(Results.errors(expected), NANO);
    }

    private static void assertEffects(RatingResult actual, RatingResult expected, int sign) {
        assertThat(actual.effects()).hasSize(2);
        for (int e = 0; e < 2; e++) {
            assertThat(actual.effects().get(e).estimate().orElseThrow())
                    .isEqualTo(sign * expected.effects().get(e).estimate().orElseThrow(), NANO);
            assertThat(actual.effects().get(e).stdError().orElseThrow())
                    .isEqualTo(expected.effects().get(e).stdError().orElseThrow(), NANO);
        }
    }

    private static double strength(RatingResult result, int contestant) {
        return result.rating(contestant).strength().orElseThrow();
    }

    private static double variance(RatingResult result, int contestant) {
        return ((Covariance) result.uncertainty()).variance(contestant);
    }
}
