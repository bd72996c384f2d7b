package dev.arena.ratings.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.Regularisation;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulated arenas, adaptive against uniform. Seeds are named in the messages. */
class AdaptiveSimulationTest {
    private static final long SEED = 19;
    private static final int BATCH = 25;

    private record Vote(int first, int second, double score, double propensity) {}

    /** Win probabilities of each contestant against each other. */
    private static double[][] bradleyTerry(double... strengths) {
        int n = strengths.length;
        double[][] wins = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                wins[i][j] = 1 / (1 + Math.exp(strengths[j] - strengths[i]));
            }
        }
        return wins;
    }

    private static List<Vote> play(double[][] wins, PairPolicy policy, PickLaw law, int votes, long seed) {
        int n = wins.length;
        SplittableRandom random = new SplittableRandom(seed);
        BlockPicker picker = new BlockPicker(law, 2, random);
        int[] present = IntStream.range(0, n).toArray();
        List<Vote> played = new ArrayList<>();
        PairGains gains = PairGains.flat(n);
        for (int t = 0; t < votes; t++) {
            if (t > 0 && t % BATCH == 0) {
                gains = PairGains.of(fit(n, played, false));
            }
            double[][] gain = new double[n][n];
            for (int[] pair : RoundRobin.pairs(n)) {
                gain[pair[0]][pair[1]] = policy.gain(gains, pair[0], pair[1]);
                gain[pair[1]][pair[0]] = gain[pair[0]][pair[1]];
            }
            BlockPicker.Pick pick = picker.draw(present, List.of(), new BlockPicker.Aims(gain, false, new long[n]))
                    .orElseThrow();
            int first = pick.contestants()[0];
            int second = pick.contestants()[1];
            double score = random.nextDouble() < wins[first][second] ? 1 : 0;
            played.add(new Vote(first, second, score, pick.probability()));
            gains.expect(first, second);
        }
        return played;
    }

    private static RatingResult fit(int n, List<Vote> votes, boolean weighted) {
        EvidenceBuilder builder = Evidence.builder(n);
        for (Vote vote : votes) {
            builder.comparison(vote.first(), vote.second(), vote.score());
            builder.weight(weighted ? 1 / (vote.propensity() * n * (n - 1) / 2) : 1);
        }
        return BradleyTerry.withDefaults()
                .withRegularisation(Regularisation.ghost())
                .withCovariance(CovarianceKind.MODEL)
                .rate(builder.build());
    }

    /** The fit that uniform sampling comes to with ever more votes. */
    private static RatingResult uniformLimit(double[][] wins) {
        EvidenceBuilder builder = Evidence.builder(wins.length);
        for (int[] pair : RoundRobin.pairs(wins.length)) {
            builder.comparison(pair[0], pair[1], wins[pair[0]][pair[1]]).count(1_000_000);
        }
        return BradleyTerry.withDefaults().withCovariance(CovarianceKind.NONE).rate(builder.build());
    }

    private static double strength(RatingResult result, int contestant) {
        return result.rating(contestant).strength().orElseThrow();
    }

    /**
     * Where no strengths fit all pairs, what is estimated depends on which pairs are compared. Weighted by the logged
     * probabilities, adaptive votes estimate what uniform ones do; unweighted they do not.
     */
    @Test
    void weightedByPropensity_adaptiveVotesOfAMisfittingWorld_estimateWhatUniformVotesDo() {
        double[][] bent = {{0.5, 0.85, 0.35, 0.9}, {0.15, 0.5, 0.8, 0.6}, {0.65, 0.2, 0.5, 0.85}, {0.1, 0.4, 0.15, 0.5}
        };
        int runs = 200;
        int n = bent.length;
        RatingResult target = uniformLimit(bent);
        double[] weighted = new double[n];
        double[] weightedSquares = new double[n];
        double[] plain = new double[n];
        for (int run = 0; run < runs; run++) {
            List<Vote> votes = play(bent, PairPolicy.RANK, new PickLaw(0.2, 0.3), 1500, SEED + run);
            RatingResult corrected = fit(n, votes, true);
            RatingResult raw = fit(n, votes, false);
            for (int i = 0; i < n; i++) {
                weighted[i] += strength(corrected, i) / runs;
                weightedSquares[i] += Math.pow(strength(corrected, i), 2) / runs;
                plain[i] += strength(raw, i) / runs;
            }
        }
        double farthest = 0;
        for (int i = 0; i < n; i++) {
            double error = Math.sqrt((weightedSquares[i] - weighted[i] * weighted[i]) / runs);
            assertThat(Math.abs(weighted[i] - strength(target, i)))
                    .as("seeds from %d, contestant %d", SEED, i)
                    .isLessThan(3 * error + 0.005);
            farthest = Math.max(farthest, Math.abs(plain[i] - strength(target, i)));
        }
        assertThat(farthest).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(
            value = PairPolicy.class,
            names = {"INFORMATION", "VARIANCE"})
    void gains_asManyVotes_leaveSmallerErrorsThanUniform(PairPolicy policy) {
        double[] strengths = {-5.5, -4.5, -3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5};
        double[][] wins = bradleyTerry(strengths);
        double adaptive = 0;
        double uniform = 0;
        for (long seed = SEED; seed < SEED + 40; seed++) {
            adaptive += squaredError(strengths, play(wins, policy, new PickLaw(0.1, 0.1), 600, seed));
            uniform += squaredError(strengths, play(wins, policy, new PickLaw(1, 1), 600, seed));
        }
        assertThat(adaptive).as("seeds from %d", SEED).isLessThan(0.8 * uniform);
    }

    @Test
    void rank_asManyVotes_ordersMorePairsRightThanUniform() {
        double[] strengths = {-2, -1.9, -1.2, -1.05, -0.4, -0.2, 0.2, 0.4, 1.05, 1.2, 1.9, 2};
        double[][] wins = bradleyTerry(strengths);
        double adaptive = 0;
        double uniform = 0;
        for (long seed = SEED; seed < SEED + 40; seed++) {
            adaptive += wrongPairs(strengths, play(wins, PairPolicy.RANK, new PickLaw(0.1, 0.1), 600, seed));
            uniform += wrongPairs(strengths, play(wins, PairPolicy.RANK, new PickLaw(1, 1), 600, seed));
        }
        assertThat(adaptive).as("seeds from %d", SEED).isLessThan(0.85 * uniform);
    }

    private static double squaredError(double[] strengths, List<Vote> votes) {
        RatingResult result = fit(strengths.length, votes, false);
        double sum = 0;
        for (int i = 0; i < strengths.length; i++) {
            sum += Math.pow(strength(result, i) - strengths[i], 2);
        }
        return sum;
    }

    private static double wrongPairs(double[] strengths, List<Vote> votes) {
        RatingResult result = fit(strengths.length, votes, false);
        double wrong = 0;
        for (int[] pair : RoundRobin.pairs(strengths.length)) {
            wrong += strength(result, pair[0]) < strength(result, pair[1]) ? 0 : 1;
        }
        return wrong;
    }
}
