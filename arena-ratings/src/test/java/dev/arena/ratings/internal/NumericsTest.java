package dev.arena.ratings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericsTest {
    @Test
    void log1pExp_farOut_neitherOverflowsNorVanishes() {
        assertThat(Logistic.log1pExp(1000)).isEqualTo(1000);
        assertThat(Logistic.log1pExp(-700)).isEqualTo(Math.exp(-700));
        assertThat(Logistic.log1pExp(0)).isEqualTo(Math.log(2), within(1e-16));
    }

    @Test
    void sigma_bothEnds_keepsItsDigits() {
        assertThat(Logistic.sigma(-700)).isEqualTo(Math.exp(-700), within(1e-310));
        assertThat(Logistic.sigma(3) + Logistic.sigma(-3)).isEqualTo(1, within(1e-15));
        assertThat(Logistic.sigma(1000)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-10,-6.361340902404056",
        "0.01,-2.3263478740408408",
        "0.075,-1.4395314709384557",
        "0.3,-0.5244005127080407",
        "0.5,0.0",
        "0.7,0.5244005127080407",
        "0.925,1.439531470938456",
        "0.999999,4.753424308817089"
    })
    void quantile_probability_agreesWithPythonAndInverts(double p, double expected) {
        assertThat(NormalLaw.quantile(p)).isEqualTo(expected, within(1e-14));
        assertThat(NormalLaw.cumulative(NormalLaw.quantile(p))).isEqualTo(p, within(1e-14));
    }

    @Test
    void quantile_farTail_isThePublishedValue() {
        assertThat(NormalLaw.quantile(1e-20)).isEqualTo(-9.26234008979841, within(1e-12));
    }

    @Test
    void streams_sameSeedAndNumber_areTheSameAndOthersAreNot() {
        assertThat(Streams.of(42, 7).nextLong()).isEqualTo(Streams.of(42, 7).nextLong());
        assertThat(Streams.of(42, 7).nextLong()).isNotEqualTo(Streams.of(42, 8).nextLong());
        assertThat(Streams.of(43, 7).nextLong()).isNotEqualTo(Streams.of(42, 7).nextLong());
    }

    @Test
    void normal_manyDraws_haveMeanZeroAndVarianceOne() {
        var random = Streams.of(1, 0);
        double sum = 0;
        double squares = 0;
        int n = 200_000;
        for (int k = 0; k < n; k++) {
            double x = Streams.normal(random);
            sum += x;
            squares += x * x;
        }

        assertThat(sum / n).isEqualTo(0, within(0.01));
        assertThat(squares / n).isEqualTo(1, within(0.015));
    }

    @ParameterizedTest
    @CsvSource({"10,0.3", "1000,0.002", "1000,0.4", "100000,0.97", "9007199254740992,0.5", "40,0.5", "1,0.25"})
    void binomial_manyDraws_haveTheRightMeanVarianceAndSkew(double n, double p) {
        BinomialSampler sampler = new BinomialSampler(Streams.of(5, 0));
        int draws = 100_000;
        double mean = 0;
        double variance = 0;
        double cubes = 0;
        double deviation = Math.sqrt(n * p * (1 - p));
        for (int k = 0; k < draws; k++) {
            double drawn = sampler.sample(n, p);
            assertThat(drawn).isBetween(0.0, n);
            double x = (drawn - n * p) / deviation;
            mean += x / draws;
            variance += x * x / draws;
            cubes += x * x * x / draws;
        }

        assertThat(mean).isEqualTo(0, within(0.015));
        assertThat(variance).isEqualTo(1, within(0.03));
        assertThat(cubes).isEqualTo((1 - 2 * p) / deviation, within(0.1));
    }

    @Test
    void binomial_smallCase_hasTheExactFrequencies() {
        BinomialSampler sampler = new BinomialSampler(Streams.of(6, 0));
        double[] share = new double[5];
        int draws = 200_000;
        for (int k = 0; k < draws; k++) {
            share[(int) sampler.sample(4, 0.6)] += 1.0 / draws;
        }

        assertThat(share).containsExactly(new double[] {.0256, .1536, .3456, .3456, .1296}, within(0.004));
    }

    @Test
    void binomial_largeMean_hasTheExactFrequencyAtTheMode() {
        BinomialSampler sampler = new BinomialSampler(Streams.of(7, 0));
        int draws = 400_000;
        int hits = 0;
        for (int k = 0; k < draws; k++) {
            hits += sampler.sample(100, 0.5) == 50 ? 1 : 0;
        }

        assertThat((double) hits / draws).isEqualTo(0.0795892, within(0.002));
    }

    @Test
    void cholesky_randomMatrix_solvesAndInverts() {
        double[][] matrix = positive(12, 3);
        RealMatrix expected = new LUDecomposition(new Array2DRowRealMatrix(matrix))
                .getSolver()
                .getInverse();
        Cholesky factor = Cholesky.of(matrix).orElseThrow();
        double[] b = {1, -2, 3, 0, 1, 5, -1, 2, 2, 0, 1, 1};

        for (int i = 0; i < 12; i++) {
            assertThat(factor.inverse()[i]).containsExactly(expected.getRow(i), within(1e-9));
        }
        assertThat(factor.solve(b)).containsExactly(expected.operate(b), within(1e-9));
    }

    @Test
    void cholesky_singularOrIndefinite_isEmpty() {
        assertThat(Cholesky.of(new double[][] {{1, 1}, {1, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{0}})).isEmpty();
    }

    @Test
    void semidefiniteFactor_rankDeficient_givesTheMatrixBack() {
        double[][] centred = Vectors.sandwich(centring(6), positive(6, 4));
        SemidefiniteFactor factor = SemidefiniteFactor.of(centred);

        assertThat(factor.rank()).isEqualTo(5);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double sum = 0;
                for (int k = 0; k < factor.rank(); k++) {
                    sum += factor.get(i, k) * factor.get(j, k);
                }
                assertThat(sum).isEqualTo(centred[i][j], within(1e-9));
            }
        }
    }

    @Test
    void quantiles_fewValues_interpolate() {
        double[] sorted = Quantiles.sorted(new double[] {4, 1, 3, 2});

        assertThat(Quantiles.ofSorted(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.ofSorted(sorted, 0.5)).isEqualTo(2.5);
        assertThat(Quantiles.ofSorted(sorted, 0.9)).isEqualTo(3.7, within(1e-12));
        assertThat(Quantiles.standardDeviation(sorted).orElseThrow()).isEqualTo(Math.sqrt(5.0 / 3), within(1e-12));
        assertThat(Quantiles.standardDeviation(new double[] {1})).isEmpty();
    }

    @Test
    void longIndex_manyKeys_numbersThemInOrderOfFirstSight() {
        LongIndex index = new LongIndex();
        for (long key = 0; key < 10_000; key++) {
            assertThat(index.add(key * 7919)).isEqualTo((int) key);
        }
        for (long key = 0; key < 10_000; key++) {
            assertThat(index.add(key * 7919)).isEqualTo((int) key);
            assertThat(index.key((int) key)).isEqualTo(key * 7919);
        }
        assertThat(index.size()).isEqualTo(10_000);
    }

    private static double[][] positive(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] factor = new double[n][n];
        for (double[] row : factor) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextDouble() - 0.5;
            }
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = i == j ? 0.1 : 0;
                for (int k = 0; k < n; k++) {
                    matrix[i][j] += factor[i][k] * factor[j][k];
                }
            }
        }
        return matrix;
    }

    private static double[][] centring(int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(matrix[i], -1.0 / n);
            matrix[i][i] += 1;
        }
        return matrix;
    }
}
