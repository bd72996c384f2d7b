package dev.arena.ratings.elo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.testing.Fixtures;
import dev.arena.ratings.testing.Golden;
import dev.arena.ratings.testing.RandomArena;
import dev.arena.ratings.testing.Results;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EloTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 16, 32})
    void rate_twelveBattles_givesTheFixture(int k) {
        Golden golden = Golden.read("elo-e12");
        RatingResult result = Elo.withDefaults().withK(k).rate(Fixtures.e12());

        assertThat(Results.displayed(result)).containsExactly(golden.numbers("/k" + k), within(golden.tolerance()));
        assertThat(result.diagnostics().status()).isEqualTo(FitStatus.ONE_PASS);
        assertThat(result.diagnostics().iterations()).isEqualTo(12);
        assertThat(result.uncertainty()).isInstanceOfSatisfying(NoUncertainty.class, none -> {
            assertThat(none.reason()).isEqualTo("Elo gives no interval of its own; use the bootstrap.");
            assertThat(none.forBootstrap()).isTrue();
        });
    }

    @Test
    void rate_sameBattlesReversed_changesTheLeader() {
        Golden golden = Golden.read("elo-e12");
        RatingResult forward = Elo.withDefaults().withK(32).rate(Fixtures.e12());
        RatingResult backward = Elo.withDefaults().withK(32).rate(Fixtures.e12Reversed());

        assertThat(Results.displayed(backward))
                .containsExactly(golden.numbers("/k32_reversed"), within(golden.tolerance()));
        assertThat(leader(forward)).isEqualTo(2);
        assertThat(leader(backward)).isEqualTo(0);
    }

    @Test
    void rate_threeFoods_givesTheNumbersOfEvalica() {
        Evidence evidence = Evidence.builder(3)
                .comparison(0, 1, 1)
                .comparison(2, 1, 1)
                .comparison(0, 2, 0.5)
                .build();

        assertThat(Results.displayed(Elo.withDefaults().withK(30).rate(evidence)))
                .containsExactly(
                        new double[] {1014.9720581625813, 970.6471999915343, 1014.3807418458844}, within(1e-9));
        assertThat(Results.displayed(Elo.withDefaults().rate(evidence)))
                .containsExactly(
                        new double[] {1001.9999337270057, 996.0115127982992, 1001.9885534746951}, within(1e-9));
    }

    @Test
    void rate_averageOfOrders_givesMeanAndOrderSpread() {
        RatingResult result = Elo.withDefaults()
                .withK(32)
                .withOrder(EloOrder.average(5000, 42))
                .rate(Fixtures.e12());

        assertThat(Results.displayed(result))
                .containsExactly(new double[] {1013.9, 1000.0, 1014.0, 972.1}, within(0.25));
        assertThat(result.extras()).hasSize(1);
        assertThat(result.extras().get(0).name()).isEqualTo("order_std_dev");
        double[] spread = result.extras().get(0).values().stream()
                .mapToDouble(OptionalDouble::orElseThrow)
                .toArray();
        assertThat(spread).containsExactly(new double[] {3.9, 3.3, 3.6, 3.2}, within(0.15));
        assertThat(result.settings()).containsEntry("order", "average:5000").containsEntry("seed", "42");
    }

    @Test
    void rate_averageOfOrders_doesNotDependOnTheOrderGivenBeyondChance() {
        Elo method = Elo.withDefaults().withK(32).withOrder(EloOrder.average(4000, 7));

        assertThat(Results.displayed(method.rate(Fixtures.e12())))
                .containsExactly(Results.displayed(method.rate(Fixtures.e12Reversed())), within(0.35));
    }

    @Test
    void rate_otherScale_isTheSameOnThatScale() {
        double[] standard = Results.displayed(Elo.withDefaults().rate(Fixtures.e12()));
        RatingResult wide = Elo.withDefaults().withK(8).withScale(800).rate(Fixtures.e12());
        double points = RatingScale.standard().withSpread(800).pointsPerUnit();
        double[] displayed = Arrays.stream(Results.strengths(wide))
                .map(theta -> 1000 + points * theta)
                .toArray();

        for (int i = 0; i < 4; i++) {
            assertThat(displayed[i] - 1000).isEqualTo(2 * (standard[i] - 1000), within(1e-9));
        }
    }

    @Test
    void rate_weight_multipliesTheStepAndKeepsTheSumZero() {
        Evidence evidence = Evidence.builder(2).comparison(0, 1, 1).weight(2).build();
        double[] strengths = Results.strengths(Elo.withDefaults().withK(16).rate(evidence));
        double[] doubleStep = Results.strengths(Elo.withDefaults()
                .withK(32)
                .rate(Evidence.builder(2).comparison(0, 1, 1).build()));

        assertThat(strengths).containsExactly(doubleStep, within(1e-15));
        assertThat(strengths[0] + strengths[1]).isZero();
    }

    @Test
    void rate_count_isThatManyGamesInARow() {
        Evidence counted = Evidence.builder(2).comparison(0, 1, 1).count(3).build();
        Evidence listed = Evidence.builder(2)
                .comparison(0, 1, 1)
                .comparison(0, 1, 1)
                .comparison(0, 1, 1)
                .build();

        assertThat(Results.strengths(Elo.withDefaults().rate(counted)))
                .containsExactly(Results.strengths(Elo.withDefaults().rate(listed)));
    }

    @Test
    void rate_contestantNeverSeen_hasNoStrength() {
        RatingResult result =
                Elo.withDefaults().rate(Evidence.builder(3).comparison(0, 1, 1).build());

        assertThat(result.rating(2).status()).isEqualTo(ContestantStatus.NO_DATA);
        assertThat(result.rating(2).strength()).isEmpty();
        assertThat(result.rating(0).status()).isEqualTo(ContestantStatus.OK);
    }

    @Test
    void rate_twoIslands_areFlagged() {
        RatingResult result = Elo.withDefaults()
                .rate(Evidence.builder(4)
                        .comparison(0, 1, 1)
                        .comparison(2, 3, 1)
                        .build());

        assertThat(result.ratings()).extracting(Rating::status).containsOnly(ContestantStatus.DISCONNECTED);
        assertThat(Results.codes(result)).containsExactly(WarningCode.DISCONNECTED);
        assertThat(result.rating(0).comparableWith(result.rating(2))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void rate_oneMoreVoteForIOverJ_neverLowersTheirGap(long seed) {
        double[][] rows = new RandomArena(5, 80, seed).rows();
        RatingResult before = Elo.withDefaults().rate(RandomArena.evidence(5, rows, false));
        double[][] more = Arrays.copyOf(rows, rows.length + 1);
        more[rows.length] = new double[] {3, 1, 1, 0, 0};
        RatingResult after = Elo.withDefaults().rate(RandomArena.evidence(5, more, false));

        assertThat(Results.strengths(after)[3] - Results.strengths(after)[1])
                .isGreaterThan(Results.strengths(before)[3] - Results.strengths(before)[1]);
    }

    @Test
    void withK_notPositive_isRefused() {
        assertThatThrownBy(() -> Elo.withDefaults().withK(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("K 0.0 is not allowed; use a finite number above 0");
        assertThatThrownBy(() -> Elo.withDefaults().withScale(Double.NaN)).hasMessageContaining("scale NaN");
        assertThatThrownBy(() -> EloOrder.average(1, 0)).hasMessageContaining("use 2 or more");
    }

    @Test
    void rate_tooManyGames_saysWhatToUse() {
        EvidenceBuilder builder = Evidence.builder(2).comparison(0, 1, 1).count(1L << 40);

        assertThatThrownBy(() -> Elo.withDefaults().rate(builder.build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the most is 2147483647. Use bradley-terry");
    }

    private static int leader(RatingResult result) {
        double[] strengths = Results.strengths(result);
        int best = 0;
        for (int i = 1; i < strengths.length; i++) {
            best = strengths[i] > strengths[best] ? i : best;
        }
        return best;
    }
}
