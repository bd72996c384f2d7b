package dev.arena.ratings.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTest {
    @Test
    void say_oneAndMany_takesTheFormOfTheCount() {
        assertThat(RatingPhrase.FEW_COMPARISONS.say("count", 1, "limit", 20).message())
                .isEqualTo("1 contestant has fewer than 20 comparisons.");
        Sentence many = RatingPhrase.FEW_COMPARISONS.say("count", 1200, "limit", 20);
        assertThat(many.message()).isEqualTo("1200 contestants have fewer than 20 comparisons.");
        assertThat(many.code()).isEqualTo("few_comparisons");
        assertThat(many.params()).isEqualTo(Map.of("count", 1200L, "limit", 20L));
    }

    @Test
    void say_listsSharesAndNumbers_areWrittenAsEnglish() {
        assertThat(RatingPhrase.TIES_OF_SIZES.say("sizes", List.of("2", "3")).message())
                .isEqualTo("The tie parameter has no finite estimate for ties of 2, 3.");
        assertThat(RatingPhrase.LENGTH_CONTROL_FAR
                        .say("controlled", 0.5, "raw", 0.12345)
                        .message())
                .isEqualTo("The length-controlled win rate 50.0 % is very far from the raw one, 12.3 %.");
        assertThat(RatingPhrase.STOPPED_AT.say("gradient", 1.5e-7).message())
                .isEqualTo("The fit stopped with gradient 1.5E-7.");
    }

    @Test
    void say_numberThatIsNotFinite_isKeptAsText() {
        Sentence said = RatingPhrase.STOPPED_AT.say("gradient", Double.NaN);

        assertThat(said.params()).isEqualTo(Map.of("gradient", "NaN"));
        assertThat(said.message()).isEqualTo("The fit stopped with gradient NaN.");
    }

    @Test
    void say_textWithDollarsAndBraces_isTakenAsItIs() {
        assertThat(RatingPhrase.STYLES_REGULARISED.say("how", "$1 {how} \\").message())
                .isEqualTo("Style effects are regularised ($1 {how} \\).");
    }

    @Test
    void say_withoutAValueOrWithOneTooMany_isRefused() {
        assertThatThrownBy(() -> RatingPhrase.FEW_CLUSTERS.say())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("few_clusters has the gaps [count], given were []");
        assertThatThrownBy(() -> RatingPhrase.NOT_SETTLED.say("count", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not_settled has the gaps [], given were [count]");
        assertThatThrownBy(() -> RatingPhrase.NOT_SETTLED.say("count"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a name without a value for not_settled");
        assertThatThrownBy(() -> RatingPhrase.FEW_CLUSTERS.say("count", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no value for a sentence: {}");
    }
}
