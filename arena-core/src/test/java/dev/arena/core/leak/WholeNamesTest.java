package dev.arena.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is masked of names as they were listed, however they are written. */
class WholeNamesTest {
    private static final LeakFinder FINDER = new LeakFinder(LeakSpec.of(contestants(), LeakPolicy.STANDARD, Set.of()));

    private static List<Contestant> contestants() {
        List<Contestant> contestants = new ArrayList<>();
        for (String[] one : new String[][] {
            {"gpt-4o", "OpenAI"},
            {"claude-3-opus", "Anthropic"},
            {"qwen2-72b", "Alibaba Cloud"},
            {"o1", "OpenAI"},
            {"文心一言", "百度"},
            {"ソフィア", "Tsukimi"},
            {"ดาวเหนือ", "Tsukimi"},
            {"llama 3.1 (70B)", "Meta"},
            {"alpha-3", "Tsukimi"},
            {"miklar", "Hesperon"},
            {"Qwertax 7B", "Hesperon"}
        }) {
            Map<String, String> facts = Map.of("organization", one[1]);
            contestants.add(new Contestant(new ContestantId(contestants.size() + 1L), one[0], facts));
        }
        return contestants;
    }

    private static String masked(String text) {
        ResponseText response = ResponseText.of(text);
        return Mask.over(response, FINDER.find(List.of("Why?"), response.turns()))
                .turns()
                .get(0);
    }

    @Test
    void masked_aShortNameWithANumber_isGoneAsAWordAlone() {
        assertThat(masked("o1 is here; O1, (o1) and 2*o1.")).isEqualTo("▮▮▮▮ is here; ▮▮▮▮, (▮▮▮▮) and 2*▮▮▮▮.");
        assertThat(masked("H2O1, o 1, o-1 and my_o1")).isEqualTo("H2O1, o 1, o-1 and my_o1");
        assertThat(masked("alpha-3 and Alpha3, but alpha 3 rays")).isEqualTo("▮▮▮▮ and ▮▮▮▮, but alpha 3 rays");
    }

    @Test
    void masked_aNameInAScriptWithoutSpaces_isGoneWithinASentence() {
        assertThat(masked("由百度开发")).isEqualTo("由▮▮▮▮开发");
        assertThat(masked("我是文心一言。")).isEqualTo("我是▮▮▮▮。");
        assertThat(masked("私はソフィアです")).isEqualTo("私は▮▮▮▮です");
        assertThat(masked("ฉันคือดาวเหนือครับ")).isEqualTo("ฉันคือ▮▮▮▮ครับ");
    }

    @Test
    void masked_aNameWithVersionAndSize_isGoneAsAWhole() {
        assertThat(masked("I am Llama 3.1 (70B)!")).isEqualTo("I am ▮▮▮▮!");
        assertThat(masked("llama-3.1-70b, Llama 3.1.")).isEqualTo("▮▮▮▮, ▮▮▮▮.");
        assertThat(masked("Qwen2, Qwen 2.5, Qwen2-7B-Instruct and qwen (72B)")).isEqualTo("▮▮▮▮, ▮▮▮▮, ▮▮▮▮ and ▮▮▮▮");
        assertThat(masked("GPT-4-0613 and GPT-4.5: 3 of them")).isEqualTo("▮▮▮▮ and ▮▮▮▮: 3 of them");
        assertThat(masked("OpenAI. 2 more; OpenAI 50% off")).isEqualTo("▮▮▮▮. 2 more; ▮▮▮▮ 50% off");
    }

    @Test
    void masked_aNameThatIsSplit_isGoneWithWhatSplitsIt() {
        assertThat(masked("[GPT](http://x)-4o, G-P-T-4-o, G P T - 4 o")).isEqualTo("▮▮▮▮, ▮▮▮▮, ▮▮▮▮");
        assertThat(masked("I am C-l-a-u-d-e.")).isEqualTo("I am ▮▮▮▮.");
        assertThat(masked("Qwertax\n7B, GPT\n-4o, not GPT\n\n4o")).isEqualTo("▮▮▮▮, ▮▮▮▮, not GPT\n\n4o");
        assertThat(masked("<b>GPT</b>-4o and GPT-<span class=\"x\">4o</span>.")).isEqualTo("▮▮▮▮ and ▮▮▮▮.");
        assertThat(masked("[here](https://openai.com/a) I say")).isEqualTo("[here](https://▮▮▮▮.com/a) I say");
    }

    @Test
    void masked_aMakerByHalfItsNameOrInTwoWords_isGoneWhereItCanBeNothingElse() {
        assertThat(masked("Alibaba did. Ali Baba and the forty thieves."))
                .isEqualTo("▮▮▮▮ did. Ali Baba and the forty thieves.");
        assertThat(masked("I was trained by Open AI. An open AI is good."))
                .isEqualTo("I was trained by ▮▮▮▮. An open AI is good.");
    }

    @Test
    void masked_namesOfWordsOfEverySentence_stayThere() {
        LeakFinder finder = new LeakFinder(LeakSpec.of(
                List.of(
                        new Contestant(new ContestantId(1), "the-best", Map.of("organization", "May Inc")),
                        new Contestant(new ContestantId(2), "may", Map.of())),
                LeakPolicy.STANDARD,
                Set.of()));
        String text = "It may rain in May, the best of months. I was made by the company.";

        assertThat(finder.find(List.of("Why?"), List.of(text))).isEmpty();
        assertThat(finder.find(List.of("Why?"), List.of("I am May."))).hasSize(1);
    }

    @Test
    void masked_termsOfOtherPeople_stay() {
        String text = "The anthropic principle, in cosmology. A llama (3 years old). Weapons: harmless.";

        assertThat(masked(text)).isEqualTo(text);
    }

    @Test
    void masked_whatModelsSayOfThemselvesWordForWord_isGone() {
        assertThat(masked("I was created to be helpful, harmless, and honest.")).isEqualTo("I was created to be ▮▮▮▮.");
        assertThat(masked("I am a large language model, trained on a massive amount of text data."))
                .isEqualTo("I am a large language model, ▮▮▮▮.");
        assertThat(masked("You may use my full name, LLaMA.")).isEqualTo("You may use my full name, ▮▮▮▮.");
        assertThat(masked("A guide should be helpful, harmless, and honest."))
                .isEqualTo("A guide should be helpful, harmless, and honest.");
    }

    @Test
    void masked_aNumberBehindAName_isGoneOnlyWhereItIsAVersion() {
        assertThat(masked("<think>I am Miklar</think>42")).isEqualTo("<think>I am ▮▮▮▮</think>42");
        assertThat(masked("I am Miklar</b> 42 is the answer")).isEqualTo("I am ▮▮▮▮</b> 42 is the answer");
        assertThat(masked("Miklar **42**, <p>Miklar</p>3.14, `Miklar`17"))
                .isEqualTo("▮▮▮▮ **42**, <p>▮▮▮▮</p>3.14, `▮▮▮▮`17");
        assertThat(masked("Miklar<br>17 is prime; gpt-4o 5 points; Miklar 42 apples"))
                .isEqualTo("▮▮▮▮<br>17 is prime; ▮▮▮▮ 5 points; ▮▮▮▮ 42 apples");
        assertThat(masked("Miklar 1,000,000 people; Miklar 12:30; Miklar 3 + 4"))
                .isEqualTo("▮▮▮▮ 1,000,000 people; ▮▮▮▮ 12:30; ▮▮▮▮ 3 + 4");
        assertThat(masked("Miklar 2. Miklar v2 is good, Miklar 1.5 too, Miklar_v2 and Miklar-3"))
                .isEqualTo("▮▮▮▮. ▮▮▮▮ is good, ▮▮▮▮ too, ▮▮▮▮ and ▮▮▮▮");
        assertThat(masked("I am Miklar 2 and I help.")).isEqualTo("I am ▮▮▮▮ and I help.");
    }

    @Test
    void masked_aNameThatOnlyTheSourceShows_isGoneToo() {
        assertThat(masked("<!-- Qwertax 7B -->hello")).isEqualTo("<!-- ▮▮▮▮ -->hello");
        assertThat(masked("<span title=\"qwertax-7b\">hi</span>")).isEqualTo("<span title=\"▮▮▮▮\">hi</span>");
        assertThat(masked("<Miklar>hi</miklar> <img alt='Miklar'>")).isEqualTo("<▮▮▮▮>hi</▮▮▮▮> <img alt='▮▮▮▮'>");
        assertThat(masked("<a href=\"https://openai.com\">here</a>"))
                .isEqualTo("<a href=\"https://openai.com\">here</a>");
        assertThat(masked("ԌРТ-4о")).isEqualTo("▮▮▮▮");
        assertThat(masked("Miklar™ helps")).isEqualTo("▮▮▮▮™ helps");
    }

    @Test
    void masked_aWholeNameInCode_isGoneThereToo() {
        assertThat(masked("```json\n{\"model\": \"qwertax-7b\"}\n```"))
                .isEqualTo("```json\n{\"model\": \"▮▮▮▮\"}\n```");
        assertThat(masked("~~~\nQwertax 7B by Hesperon\n~~~")).isEqualTo("~~~\n▮▮▮▮ by Hesperon\n~~~");
        assertThat(masked("```\nmiklar = o1 + openai\n```")).isEqualTo("```\nmiklar = o1 + openai\n```");
    }
}
