package dev.arena.ratings.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Covariance;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import dev.arena.ratings.testing.Results;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PredictionPoweredTest {
    private static final Offset<Double> DIGITS = within(1e-9);

    private static final double[] PEOPLE = {1, 0, 1, 1, .5, 1, 0, 1, 0, 1};
    private static final double[] JUDGE = {1, 0, 1, .5, .5, 1, .5, 1, 0, 1};
    private static final double[] FURTHER = {
        1, 1, .5, 0, 1, 1, 0, 1, .5, 1, 1, 0, 1, 1, .5, 1, 0, 1, 1, .5, 1, 0, 1, 1, .5, 0, 1, 1, .5, 1
    };

    /** The example of ratings.md 8.4: score of people, of the judge, count. */
    private static final double[][][] SHARED = {
        {{1, 1, 8}, {1, 0, 2}, {0, 1, 3}, {0, 0, 5}, {.5, 1, 2}},
        {{1, 1, 9}, {1, 0, 1}, {0, 0, 4}, {0, 1, 3}, {.5, .5, 3}},
        {{1, 1, 7}, {1, 0, 2}, {0, 0, 6}, {0, 1, 3}, {.5, 0, 2}}
    };

    private static final int[][] JUDGE_ONLY = {{130, 60, 10}, {140, 45, 15}, {115, 75, 10}};
    private static final int[][] PAIRS = {{0, 1}, {0, 2}, {1, 2}};

    private static PairedScores example() {
        return example(3);
    }

    private static PairedScores example(int contestants) {
        PairedScores scores = new PairedScores(contestants);
        for (int pair = 0; pair < 3; pair++) {
            int i = PAIRS[pair][0];
            int j = PAIRS[pair][1];
            for (double[] row : SHARED[pair]) {
                for (int k = 0; k < row[2]; k++) {
                    scores.both(i, j, row[0], row[1]);
                }
            }
            double[] score = {1, 0, .5};
            for (int outcome = 0; outcome < 3; outcome++) {
                for (int k = 0; k < JUDGE_ONLY[pair][outcome]; k++) {
                    // named the other way round: the order of the two means nothing
                    scores.judge(j, i, 1 - score[outcome]);
                }
            }
        }
        return scores;
    }

    @Test
    void mean_exampleOfTheSpecification_isThatOfPpiPy() {
        PredictionPoweredMean tuned = PredictionPoweredMean.tuned(PEOPLE, JUDGE, FURTHER);
        assertThat(tuned.lambda()).isEqualTo(.703152709, DIGITS);
        assertThat(tuned.value()).isEqualTo(.685157635, DIGITS);
        assertThat(tuned.stdError()).isEqualTo(.094766718, DIGITS);
        assertThat(tuned.essMultiplier()).isEqualTo(2.254827620, DIGITS);
        Interval interval = tuned.interval(Level.standard());
        assertThat(interval.lower()).isEqualTo(.499418281, DIGITS);
        assertThat(interval.upper()).isEqualTo(.870896990, DIGITS);
        PredictionPoweredMean alone = PredictionPoweredMean.of(PEOPLE, JUDGE, FURTHER, 0);
        assertThat(alone.value()).isEqualTo(.65, DIGITS);
        assertThat(alone.stdError()).isEqualTo(.142302495, DIGITS);
        PredictionPoweredMean full = PredictionPoweredMean.of(PEOPLE, JUDGE, FURTHER, 1);
        assertThat(full.value()).isEqualTo(.70, DIGITS);
        assertThat(full.stdError()).isEqualTo(.101653005, DIGITS);
    }

    @Test
    void mean_badInput_isRefused() {
        double[] one = {1};
        assertThatThrownBy(() -> PredictionPoweredMean.tuned(PEOPLE, one, FURTHER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 10, 1 and 30");
        assertThatThrownBy(() -> PredictionPoweredMean.of(PEOPLE, JUDGE, FURTHER, 1.5))
                .hasMessageContaining("lambda 1.5");
        double[] constant = new double[10];
        assertThat(PredictionPoweredMean.tuned(PEOPLE, constant, new double[30]).lambda())
                .isZero();
    }

    @Test
    void pooled_exampleOfTheSpecification_hasItsNumbers() {
        PredictionPowered pooled = PredictionPowered.pooled();
        requireNumbers(pooled.withLambda(0), new double[] {.167554650, -.067022212, -.100532438}, new double[] {
            .200180680, .202569361, .199397802
        });
        requireNumbers(pooled.withLambda(1), new double[] {.289995622, .034132186, -.324127808}, new double[] {
            .224072566, .236662603, .228526295
        });
        requireNumbers(pooled, new double[] {.219110114, -.023976844, -.195133270}, new double[] {
            .182750426, .187683979, .182133856
        });
        PredictionPowered.Answer answer = pooled.rate(example());
        assertThat(answer.lambda()).isEqualTo(.429476180, DIGITS);
        double[] ess = {1.199851560, 1.164911973, 1.198558869};
        for (int i = 0; i < 3; i++) {
            assertThat(multiplier(answer, i)).isEqualTo(ess[i], DIGITS);
        }
    }

    private static void requireNumbers(PredictionPowered method, double[] strengths, double[] errors) {
        RatingResult result = method.rate(example()).results().get(0);
        Covariance covariance = (Covariance) result.uncertainty();
        for (int i = 0; i < 3; i++) {
            assertThat(result.rating(i).strength().orElseThrow()).isEqualTo(strengths[i], DIGITS);
            assertThat(Math.sqrt(covariance.variance(i))).isEqualTo(errors[i], DIGITS);
        }
    }

    private static double multiplier(PredictionPowered.Answer answer, int contestant) {
        return answer.results().get(0).extras().get(0).values().get(contestant).orElseThrow();
    }

    @Test
    void byPair_lambdaZero_isBradleyTerryOfPeopleWithItsSandwich() {
        EvidenceBuilder builder = Evidence.builder(3);
        for (int pair = 0; pair < 3; pair++) {
            for (double[] row : SHARED[pair]) {
                builder.comparison(PAIRS[pair][0], PAIRS[pair][1], row[0]).count((long) row[2]);
            }
        }
        RatingResult people = BradleyTerry.withDefaults()
                .withCovariance(CovarianceKind.SANDWICH)
                .rate(builder.build());
        RatingResult same = PredictionPowered.byPair()
                .withLambda(0)
                .rate(example())
                .results()
                .get(0);
        for (int i = 0; i < 3; i++) {
            assertThat(same.rating(i).strength().orElseThrow())
                    .isEqualTo(people.rating(i).strength().orElseThrow(), DIGITS);
            for (int j = 0; j < 3; j++) {
                assertThat(((Covariance) same.uncertainty()).get(i, j))
                        .isEqualTo(((Covariance) people.uncertainty()).get(i, j), DIGITS);
            }
        }
    }

    @Test
    void byPair_judgeThatEqualsPeople_isWorthAllItsMatchups() {
        // seed 17; 60 shared and 540 further matchups a pair: ten times the information
        SplittableRandom random = new SplittableRandom(17);
        PairedScores scores = new PairedScores(3);
        for (int[] pair : PAIRS) {
            for (int k = 0; k < 600; k++) {
                double score = random.nextInt(3) < 2 ? 1 : 0;
                if (k < 60) {
                    scores.both(pair[0], pair[1], score, score);
                } else {
                    scores.judge(pair[0], pair[1], score);
                }
            }
        }
        PredictionPowered.Answer answer = PredictionPowered.byPair().rate(scores);
        assertThat(answer.lambda()).isGreaterThan(0.8);
        assertThat(multiplier(answer, 0)).isBetween(7.0, 11.0);
    }

    @Test
    void byPair_judgeBiasedForOneContestant_isCoveredAsOftenAsClaimed() {
        // seed 23; the judge gives contestant 0 30 % of what it loses; 300 arenas of 4 contestants, strengths .8 .2 -.3
        // -.7
        double[] truth = {.8, .2, -.3, -.7};
        int covered = 0;
        int trials = 300;
        double worth = 0;
        for (int trial = 0; trial < trials; trial++) {
            PredictionPowered.Answer answer =
                    PredictionPowered.byPair().rate(biased(truth, new SplittableRandom(23 + trial)));
            RatingResult result = answer.results().get(0);
            double gap = result.rating(0).strength().orElseThrow()
                    - result.rating(3).strength().orElseThrow();
            double error = Math.sqrt(((Covariance) result.uncertainty()).differenceVariance(0, 3));
            covered += Math.abs(gap - 1.5) <= Level.standard().z() * error ? 1 : 0;
            worth += multiplier(answer, 0) / trials;
        }
        assertThat(covered / (double) trials).isBetween(0.915, 0.98);
        assertThat(worth).isGreaterThan(1.2);
    }

    private static PairedScores biased(double[] truth, SplittableRandom random) {
        PairedScores scores = new PairedScores(4);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                for (int k = 0; k < 400; k++) {
                    double human = random.nextDouble() < 1 / (1 + Math.exp(truth[j] - truth[i])) ? 1 : 0;
                    double judge = random.nextDouble() < 0.85 ? human : 1 - human;
                    if (j == 0 && random.nextDouble() < 0.3) {
                        judge = 0;
                    }
                    if (k < 60) {
                        scores.both(i, j, human, judge);
                    } else {
                        scores.judge(i, j, judge);
                    }
                }
            }
        }
        return scores;
    }

    @Test
    void byPair_pairsOfOneSideOnly_arePeopleAloneOrLeftOut() {
        PairedScores scores = example(5);
        scores.human(2, 3, 1);
        scores.human(2, 3, 0);
        scores.judge(3, 4, 1);
        PredictionPowered.Answer answer = PredictionPowered.byPair().rate(scores);
        RatingResult result = answer.results().get(0);
        assertThat(result.rating(3).status()).isEqualTo(ContestantStatus.OK);
        assertThat(result.rating(3).strength().orElseThrow())
                .isEqualTo(result.rating(2).strength().orElseThrow(), within(1e-6));
        assertThat(result.rating(4).status()).isEqualTo(ContestantStatus.NO_DATA);
        assertThat(Results.warning(result, WarningCode.PPI_PAIRS_LEFT_OUT).detail())
                .startsWith("1 pairs");
        assertThat(Results.warning(result, WarningCode.PPI_FEW_MATCHUPS).detail())
                .startsWith("4 of 4 pairs have fewer than 30");
        assertThat(result.settings())
                .containsEntry("ppi_strata", "pair")
                .containsEntry("ppi_human_matchups", "62")
                .containsEntry("ppi_shared_matchups", "60")
                .containsEntry("ppi_judge_only_matchups", "601");
    }

    @Test
    void byPair_judgeThatFlipsCoins_isWorthNothing() {
        SplittableRandom random = new SplittableRandom(29);
        PairedScores scores = new PairedScores(2);
        for (int k = 0; k < 2000; k++) {
            double human = random.nextInt(10) < 6 ? 1 : 0;
            double coin = random.nextInt(2);
            if (k < 100) {
                scores.both(0, 1, human, human == 1 ? Math.min(coin, random.nextInt(2)) : coin);
            } else {
                scores.judge(0, 1, coin);
            }
        }
        PredictionPowered.Answer answer = PredictionPowered.byPair().rate(scores);
        assertThat(answer.lambda()).isZero();
        assertThat(Results.codes(answer.results().get(0))).contains(WarningCode.PPI_NO_GAIN);
    }

    @Test
    void rate_noFiniteMaximum_saysWhyAndGivesNothing() {
        PairedScores winless = new PairedScores(2);
        for (int k = 0; k < 5; k++) {
            winless.both(0, 1, 1, 1);
            winless.judge(0, 1, 1);
        }
        assertThat(PredictionPowered.byPair().rate(winless).results()).isEmpty();
        assertThat(PredictionPowered.byPair().rate(winless).reason())
                .isEqualTo("the corrected scores have no finite maximum");
        PairedScores apart = new PairedScores(4);
        apart.human(0, 1, 0.5);
        apart.human(2, 3, 0.5);
        assertThat(PredictionPowered.byPair().rate(apart).reason()).contains("do not link all contestants");
        PairedScores judged = new PairedScores(2);
        judged.judge(0, 1, 1);
        assertThat(PredictionPowered.byPair().rate(judged).reason()).contains("no matchup that people scored");
        assertThat(PredictionPowered.pooled().rate(judged).reason()).contains("both people and the judge");
    }

    @Test
    void scores_badInput_areRefused() {
        PairedScores scores = new PairedScores(2);
        assertThatThrownBy(() -> scores.human(0, 1, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("score 1.5");
        assertThatThrownBy(() -> scores.judge(0, 2, 1)).hasMessageContaining("contestants 0 and 2");
        assertThatThrownBy(() -> PredictionPowered.byPair().withLambda(-0.1)).hasMessageContaining("lambda -0.1");
        assertThat(Arrays.asList(scores.humanMatchups(), scores.sharedMatchups(), scores.judgeMatchups()))
                .containsOnly(0L);
    }
}
