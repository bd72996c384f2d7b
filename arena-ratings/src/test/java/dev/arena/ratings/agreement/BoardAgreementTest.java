package dev.arena.ratings.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Level;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.agreement.BoardAgreement.Estimate;
import dev.arena.ratings.agreement.CyclicTriples.Triple;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import dev.arena.ratings.testing.Fixtures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoardAgreementTest {
    /** ratings.md 9: people's board is Bradley-Terry on T4 with the sandwich. */
    private static List<Estimate> people() {
        RatingResult result = BradleyTerry.withDefaults()
                .withCovariance(CovarianceKind.SANDWICH)
                .rate(Fixtures.t4());
        Covariance covariance = (Covariance) result.uncertainty();
        double points = RatingScale.standard().pointsPerUnit();
        List<Estimate> board = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double strength = result.rating(i).strength().orElseThrow();
            board.add(new Estimate(1000 + points * strength, points * Math.sqrt(covariance.variance(i))));
        }
        return board;
    }

    private static final List<Estimate> JUDGE =
            List.of(new Estimate(1120, 15), new Estimate(1010, 14), new Estimate(1025, 14), new Estimate(845, 16));

    @Test
    void boards_ofTheSpecification_agreeAsItSays() {
        BoardAgreement boards = new BoardAgreement(JUDGE, people(), Level.standard());
        assertThat(boards.judgeSeparability().orElseThrow()).isEqualTo(5.0 / 6, within(1e-12));
        assertThat(boards.referenceSeparability()).hasValue(0.5);
        assertThat(boards.agreement()).hasValue(0.5);
        assertThat(boards.brier().orElseThrow()).isEqualTo(.100274500, within(1e-8));
    }

    @Test
    void boards_opposite_disagreeFully() {
        List<Estimate> up = List.of(new Estimate(0, 1), new Estimate(100, 1), new Estimate(200, 1));
        List<Estimate> down = List.of(new Estimate(2, .01), new Estimate(1, .01), new Estimate(0, .01));
        BoardAgreement boards = new BoardAgreement(up, down, Level.standard());
        assertThat(boards.agreement()).hasValue(-1);
        assertThat(boards.brier().orElseThrow()).isEqualTo(1, within(1e-9));
        assertThat(new BoardAgreement(List.of(), List.of(), Level.standard()).agreement())
                .isEmpty();
    }

    @Test
    void boards_thatDoNotFit_areRefused() {
        assertThatThrownBy(() -> new BoardAgreement(JUDGE, List.of(), Level.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 4 and 0");
        assertThatThrownBy(() -> new Estimate(1, 0)).hasMessageContaining("error 0.0");
    }

    @Test
    void cyclicTriples_planted_areFoundOnce() {
        // 0 beats 1 beats 2 beats 0 clearly; 3 loses to all, and is not compared with 4
        double[][] score = new double[5][5];
        for (double[] row : score) {
            Arrays.fill(row, Double.NaN);
        }
        set(score, 0, 1, 0.8);
        set(score, 1, 2, 0.7);
        set(score, 2, 0, 0.6);
        for (int i = 0; i < 3; i++) {
            set(score, i, 3, 0.9);
        }
        double[][] errors = new double[5][5];
        for (double[] row : errors) {
            Arrays.fill(row, 0.04);
        }
        CyclicTriples found = CyclicTriples.of(score, errors, Level.standard());
        assertThat(found).isEqualTo(new CyclicTriples(4, 1, 1, List.of(new Triple(0, 1, 2))));
        assertThat(found.share()).isEqualTo(new Proportion(1, 4));
        // 0.6 is 1.67 errors above a half: the circle is there, but not supported
        errors[2][0] = 0.06;
        assertThat(CyclicTriples.of(score, errors, Level.standard())).isEqualTo(new CyclicTriples(4, 1, 0, List.of()));
        // the other way round is the same circle
        double[][] turned = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                turned[i][j] = score[j][i];
            }
        }
        errors[2][0] = 0.04;
        assertThat(CyclicTriples.of(turned, errors, Level.standard()).examples())
                .containsExactly(new Triple(0, 2, 1));
    }

    @Test
    void cyclicTriples_coinFlips_areAQuarter() {
        // seed 11: 40 contestants whose pairs are decided by a coin
        SplittableRandom random = new SplittableRandom(11);
        double[][] score = new double[40][40];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < i; j++) {
                set(score, i, j, random.nextBoolean() ? 1 : 0);
            }
        }
        CyclicTriples found = CyclicTriples.of(score, new double[40][40], Level.standard());
        assertThat(found.triples()).isEqualTo(40 * 39 * 38 / 6);
        assertThat(found.share().value().orElseThrow()).isEqualTo(0.25, within(0.02));
    }

    private static void set(double[][] score, int i, int j, double value) {
        score[i][j] = value;
        score[j][i] = 1 - value;
    }

    @Test
    void clusterBootstrap_meanOfClusters_hasTheNormalWidth() {
        // seed 5: 400 clusters of one coin each, counted twice: the copies are no evidence
        SplittableRandom random = new SplittableRandom(5);
        List<double[]> clusters = new ArrayList<>();
        for (int k = 0; k < 400; k++) {
            clusters.add(new double[] {random.nextBoolean() ? 2 : 0, 2});
        }
        ClusterBootstrap bootstrap = new ClusterBootstrap(4000, 42, Level.standard());
        var intervals = bootstrap.intervals(clusters, sum -> new double[] {sum[0] / sum[1], 1, Double.NaN});
        var share = intervals.get(0).orElseThrow();
        assertThat(share.upper() - share.lower()).isEqualTo(2 * 1.96 * 0.5 / 20, within(0.006));
        assertThat(intervals.get(1)).as("a constant has no interval").isEmpty();
        assertThat(intervals.get(2)).as("nor has what has no value").isEmpty();
        assertThat(bootstrap.intervals(clusters, sum -> new double[] {sum[0] / sum[1], 1, Double.NaN}))
                .isEqualTo(intervals);
        assertThat(bootstrap.intervals(clusters.subList(0, 1), sum -> sum).get(0))
                .isEmpty();
        assertThatThrownBy(() -> new ClusterBootstrap(1, 42, Level.standard())).hasMessageContaining("1 resamples");
    }
}
