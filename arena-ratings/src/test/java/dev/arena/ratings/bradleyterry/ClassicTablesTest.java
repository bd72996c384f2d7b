package dev.arena.ratings.bradleyterry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Effect;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.PositionModel;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.testing.Golden;
import dev.arena.ratings.testing.Results;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published tables: American League baseball 1987, citations between journals, the example of Wikipedia. */
class ClassicTablesTest {
    private static final BradleyTerry MODEL = BradleyTerry.withDefaults().withCovariance(CovarianceKind.MODEL);

    @Test
    void rate_baseball_givesAbilitiesAndErrorsOfR() {
        Golden golden = Golden.read("baseball-1987");
        RatingResult plain = MODEL.rate(baseball(golden));
        RatingResult home = MODEL.withPosition(PositionModel.GLOBAL).rate(baseball(golden));

        assertContrasts(plain, golden, "/no_home", 0);
        assertContrasts(home, golden, "/home", 0);
        assertThat(deviance(plain, golden)).isEqualTo(golden.number("/no_home/deviance"), within(1e-6));
        assertThat(deviance(home, golden)).isEqualTo(golden.number("/home/deviance"), within(1e-6));
    }

    @Test
    void rate_baseball_givesTheHomeAdvantage() {
        Golden golden = Golden.read("baseball-1987");
        Effect home = MODEL.withPosition(PositionModel.GLOBAL)
                .rate(baseball(golden))
                .effects()
                .get(0);

        assertThat(home.estimate().orElseThrow()).isEqualTo(golden.number("/home/advantage"), within(1e-6));
        assertThat(home.stdError().orElseThrow()).isEqualTo(golden.number("/home/advantage_se"), within(1e-6));
    }

    @Test
    void rate_citations_givesAbilitiesAndErrorsOfR() {
        Golden golden = Golden.read("citations");
        EvidenceBuilder builder = Evidence.builder(4);
        for (int cited = 0; cited < 4; cited++) {
            double[] row = golden.numbers("/counts/" + cited);
            for (int citing = 0; citing < 4; citing++) {
                if (cited != citing) {
                    builder.comparison(cited, citing, 1).count((long) row[citing]);
                }
            }
        }

        assertContrasts(MODEL.rate(builder.build()), golden, "", 0);
    }

    @Test
    void rate_exampleOfWikipedia_givesItsWorths() {
        Evidence evidence = Evidence.builder(4)
                .comparison(0, 1, 1)
                .count(2)
                .comparison(0, 1, 0)
                .count(3)
                .comparison(0, 3, 1)
                .count(1)
                .comparison(0, 3, 0)
                .count(4)
                .comparison(1, 2, 1)
                .count(5)
                .comparison(1, 2, 0)
                .count(3)
                .comparison(2, 3, 1)
                .count(1)
                .comparison(2, 3, 0)
                .count(3)
                .build();
        double[] strengths = Results.strengths(BradleyTerry.withDefaults().rate(evidence));
        double[] worths = Arrays.stream(strengths).map(Math::exp).toArray();

        assertThat(worths)
                .containsExactly(new double[] {.639834815, 1.043314403, .659810196, 2.270376628}, within(1e-9));
    }

    private static Evidence baseball(Golden golden) {
        EvidenceBuilder builder = Evidence.builder(7, List.of("ground"));
        for (int home = 0; home < 7; home++) {
            double[] won = golden.numbers("/home_wins/" + home);
            double[] lost = golden.numbers("/away_wins/" + home);
            for (int away = 0; away < 7; away++) {
                if (home != away) {
                    builder.comparison(home, away, 1).count((long) won[away]).judge(0);
                    builder.comparison(home, away, 0).count((long) lost[away]).judge(0);
                }
            }
        }
        return builder.build();
    }

    /** Abilities and errors as differences from a reference contestant, as R prints them. */
    private static void assertContrasts(RatingResult result, Golden golden, String path, int reference) {
        Covariance covariance = (Covariance) result.uncertainty();
        double[] abilities = golden.numbers(path + "/abilities");
        double[] errors = golden.numbers(path + "/errors");
        double[] strengths = Results.strengths(result);
        for (int i = 0; i < abilities.length; i++) {
            assertThat(strengths[i] - strengths[reference])
                    .as(path + " ability " + i)
                    .isEqualTo(abilities[i], within(golden.tolerance()));
            assertThat(Math.sqrt(covariance.differenceVariance(i, reference)))
                    .as(path + " error " + i)
                    .isEqualTo(errors[i], within(golden.tolerance()));
        }
    }

    /** Residual deviance over pairs of home and away team: twice the gap to the saturated likelihood. */
    private static double deviance(RatingResult result, Golden golden) {
        double saturated = 0;
        for (int home = 0; home < 7; home++) {
            double[] won = golden.numbers("/home_wins/" + home);
            double[] lost = golden.numbers("/away_wins/" + home);
            for (int away = 0; away < 7; away++) {
                double games = won[away] + lost[away];
                saturated += won[away] > 0 ? won[away] * Math.log(won[away] / games) : 0;
                saturated += lost[away] > 0 ? lost[away] * Math.log(lost[away] / games) : 0;
            }
        }
        return 2 * (saturated - result.diagnostics().logLikelihood().orElseThrow());
    }
}
