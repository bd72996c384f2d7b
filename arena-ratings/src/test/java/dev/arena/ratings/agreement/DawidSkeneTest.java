package dev.arena.ratings.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden numbers: ratings.md 8.3, computed there independently of this code. */
class DawidSkeneTest {
    private static final List<String> ITEMS =
            List.of("000", "001", "000", "010", "111", "110", "111", "101", "001", "111", "000", "100");
    private static final Offset<Double> PRINTED = within(5e-10);

    private final VotePatterns votes = new VotePatterns(3, 2);
    private final int[] patterns = ITEMS.stream().mapToInt(this::add).toArray();

    private int add(String item) {
        return votes.add(item.chars().map(c -> c - '0').toArray(), 1);
    }

    @Test
    void fit_unsmoothed_hasThePublishedIterations() {
        DawidSkene.Fit one = DawidSkene.fit(votes, 0, 0, 1);
        assertFirst(
                one,
                0.978180719,
                0.831265955,
                0.978180719,
                0.777897408,
                0.021519949,
                0.166762839,
                0.021519949,
                0.219672676,
                0.831265955,
                0.021519949,
                0.978180719,
                0.719240939);
        assertThat(one.logLikelihood()).isEqualTo(-22.870904372, PRINTED);
        assertThat(one.converged()).isFalse();

        assertThat(DawidSkene.fit(votes, 0, 0, 2).logLikelihood()).isEqualTo(-22.624059542, PRINTED);
    }

    @Test
    void fit_unsmoothed_collapsesToTheBoundaryAsPublished() {
        DawidSkene.Fit fit = DawidSkene.fit(votes, 0, 1e-15, 5000);

        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isEqualTo(-22.294938379, PRINTED);
        double[] expected = {1, 1, 1, 1, 1.0 / 36, 1.0 / 6, 1.0 / 36, 0.416666667, 1, 1.0 / 36, 1, 0.833333333};
        for (int i = 0; i < expected.length; i++) {
            assertThat(fit.posterior()[patterns[i]][0]).isEqualTo(expected[i], within(1e-6));
        }
        assertThat(fit.confusion()[0][1][1]).as("judge 1 seems infallible on B").isEqualTo(1, within(1e-6));
    }

    @Test
    void fit_smoothed_hasThePublishedPosteriorPriorAndConfusions() {
        DawidSkene.Fit fit = DawidSkene.fit(votes, 1, 1e-14, 5000);

        assertFirst(
                fit,
                0.914886158,
                0.790222009,
                0.914886158,
                0.683815897,
                0.106355799,
                0.253511350,
                0.106355799,
                0.371667056,
                0.790222009,
                0.106355799,
                0.914886158,
                0.627959761);
        assertThat(fit.prior()[0]).isEqualTo(0.541508854, within(1e-6));
        double[][] right = {{0.700248408, 0.731619507}, {0.737051387, 0.639396767}, {0.618793705, 0.637404035}};
        for (int judge = 0; judge < right.length; judge++) {
            assertThat(fit.confusion()[judge][0][0]).isEqualTo(right[judge][0], within(1e-6));
            assertThat(fit.confusion()[judge][1][1]).isEqualTo(right[judge][1], within(1e-6));
        }
    }

    @Test
    void fit_settingsThatAreNone_areRefused() {
        assertThatThrownBy(() -> DawidSkene.fit(votes, -1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("smoothing -1.0, tolerance 0.0, 1 iterations are not allowed; use at least 0, 0 and 1");
        assertThatThrownBy(() -> votes.add(new int[] {0, 1, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label 2 is not allowed; use -1 (absent) or 0 to 1");
    }

    private void assertFirst(DawidSkene.Fit fit, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(fit.posterior()[patterns[i]][0]).as(ITEMS.get(i)).isEqualTo(expected[i], within(1e-6));
        }
    }
}
