package dev.arena.ratings.bradleyterry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.testing.ArenaBoard;
import dev.arena.ratings.testing.Golden;
import dev.arena.ratings.testing.ReferenceData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The board of 129 models from 1,670,250 votes of Chatbot Arena, 14 August 2024. */
@ReferenceData.Required
class ArenaBoardReferenceTest {
    private final ArenaBoard board = ArenaBoard.read();
    private final List<String> names = board.names();
    private final RatingResult result = BradleyTerry.withDefaults().rate(board.evidence());

    @Test
    void rate_wholeBoard_givesTheRatingsAndSandwichErrors() {
        Golden golden = Golden.read("chatbot-arena-20240814");
        double points = RatingScale.standard().pointsPerUnit();
        Covariance covariance = (Covariance) result.uncertainty();
        double offset = RatingScale.standard()
                .withAnchor(names.indexOf("mixtral-8x7b-instruct-v0.1"), 1114)
                .offset(result);
        String[] top = {
            "chatgpt-4o-latest",
            "gemini-1.5-pro-exp-0801",
            "gpt-4o-2024-05-13",
            "gpt-4o-mini-2024-07-18",
            "claude-3-5-sonnet-20240620"
        };
        for (int k = 0; k < top.length; k++) {
            int i = names.indexOf(top[k]);
            double theta = result.rating(i).strength().orElseThrow();
            assertThat(1000 + points * theta).as(top[k]).isEqualTo(golden.numbers("/centred")[k], within(1e-6));
            assertThat(offset + points * theta).as(top[k]).isEqualTo(golden.numbers("/anchored")[k], within(1e-6));
            assertThat(points * Math.sqrt(covariance.variance(i)))
                    .as(top[k])
                    .isEqualTo(golden.numbers("/sandwich_error")[k], within(1e-6));
        }
        int last = names.indexOf("llama-13b");
        assertThat(1000 + points * result.rating(last).strength().orElseThrow())
                .isEqualTo(golden.number("/last_centred"), within(1e-6));
    }

    @Test
    void rate_wholeBoard_agreesWithEveryRecomputedRating() {
        double points = RatingScale.standard().pointsPerUnit();
        double offset = RatingScale.standard()
                .withAnchor(names.indexOf("mixtral-8x7b-instruct-v0.1"), 1114)
                .offset(result);
        List<String[]> expected = ReferenceData.csv("chatbot_arena/arena_bt_recomputed.csv");

        assertThat(expected).hasSize(129);
        for (String[] row : expected) {
            double theta = result.rating(names.indexOf(row[0])).strength().orElseThrow();
            assertThat(offset + points * theta).as(row[0]).isEqualTo(Double.parseDouble(row[1]), within(6e-4));
        }
    }

    @Test
    void rate_wholeBoard_isAtTheOptimum() {
        assertThat(result.diagnostics().gradient().orElseThrow()).isLessThanOrEqualTo(1e-9);
        assertThat(result.diagnostics().iterations()).isLessThanOrEqualTo(8);
        assertThat(result.diagnostics().components()).isEqualTo(1);
        assertThat(result.contestants()).isEqualTo(129);
    }
}
