package dev.arena.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeakFinderTest {
    private static List<Leak> find(LeakPolicy policy, Set<String> promptWords, String name, String text) {
        Contestant contestant = new Contestant(new ContestantId(1), name, Map.of());
        LeakSpec spec = LeakSpec.of(List.of(contestant), policy, promptWords);
        return new LeakFinder(spec).find(List.of("Why?"), List.of(text));
    }

    private static List<Leak> find(String name, String text) {
        return find(LeakPolicy.STANDARD, Set.of(), name, text);
    }

    @Test
    void find_spansAndReasons_arePlacesInTheOriginal() {
        String text = "Hi! I'm **Cl**aude, and OpenAI is not my maker; tersk is.";

        List<Leak> leaks = find("tersk", text);

        assertThat(leaks)
                .extracting(Leak::reason)
                .containsExactly(Leak.Reason.SELF, Leak.Reason.VENDOR, Leak.Reason.CONTESTANT);
        assertThat(leaks.stream().map(leak -> text.substring(leak.start(), leak.end())))
                .containsExactly("**Cl**aude", "OpenAI", "tersk");
    }

    @Test
    void find_inSeveralTurns_saysWhich() {
        LeakSpec spec = LeakSpec.of(List.of(), LeakPolicy.STANDARD, Set.of());

        List<Leak> leaks = new LeakFinder(spec).find(List.of("a", "b"), List.of("Fine.", "I am Claude."));

        assertThat(leaks).containsExactly(new Leak(1, 5, 11, Leak.Reason.SELF));
    }

    @Test
    void find_aNameThatIsAWord_countsOnlyWhereTheWriterIsCalledSo() {
        assertThat(find("length", "The length is 3.")).isEmpty();
        assertThat(find("length", "My name is length.")).hasSize(1);
        assertThat(find(LeakPolicy.STANDARD, Set.of("quorble"), "quorble", "A quorble is a thing."))
                .isEmpty();
        assertThat(find("quorble", "A quorble is a thing.")).hasSize(1);
    }

    @Test
    void find_wordsAndAliasesOfAStudy_countWhereverTheyStand() {
        LeakPolicy policy = new LeakPolicy(LeakAction.MASK, List.of("bluebird"), Map.of("x", List.of("Old Faithful")));

        assertThat(find(policy, Set.of(), "x", "A bluebird sat on old faithful."))
                .hasSize(2);
        assertThat(find("x", "A bluebird sat on old faithful.")).isEmpty();
    }

    @Test
    void find_aNameWithinAWord_isNone() {
        assertThat(find("tersk", "Kterska and terskian are no names.")).isEmpty();
        assertThat(find("tersk", "The variable tersk_count and my_tersk are none."))
                .isEmpty();
        assertThat(find("tersk", "Tersk's answer, (tersk), tersk.")).hasSize(3);
    }

    @Test
    void hash_ofASpec_dependsOnWhatIsLookedForAlone() {
        Contestant one = new Contestant(new ContestantId(1), "one-1", Map.of());
        Contestant other = new Contestant(new ContestantId(2), "zorble", Map.of("license", "MIT"));
        LeakSpec spec = LeakSpec.of(List.of(one, other), LeakPolicy.STANDARD, Set.of());

        assertThat(LeakSpec.of(List.of(other, one), LeakPolicy.STANDARD, Set.of("why"))
                        .hash())
                .isEqualTo(spec.hash());
        assertThat(LeakSpec.of(List.of(one), LeakPolicy.STANDARD, Set.of()).hash())
                .isNotEqualTo(spec.hash());
        assertThat(LeakSpec.of(List.of(one, other), LeakPolicy.STANDARD, Set.of("zorble"))
                        .hash())
                .isNotEqualTo(spec.hash());
    }

    @Test
    void mask_longAndShortNames_lookAlike() {
        ResponseText text = new ResponseText(List.of("I am Claude 3 Opus.", "I am GPT-4."), List.of());
        LeakSpec spec = LeakSpec.of(List.of(), LeakPolicy.STANDARD, Set.of());

        ResponseText masked = Mask.over(text, new LeakFinder(spec).find(List.of("Why?"), text.turns()));

        assertThat(masked.turns()).containsExactly("I am ▮▮▮▮.", "I am ▮▮▮▮.");
    }

    @Test
    void spans_writtenAndRead_areTheSame() {
        List<Leak> leaks = List.of(new Leak(0, 1, 5, Leak.Reason.SELF), new Leak(2, 7, 9, Leak.Reason.VENDOR));

        assertThat(Spans.read(Spans.write(leaks))).isEqualTo(leaks);
        assertThat(Spans.read("")).isEmpty();
    }

    @Test
    void find_hostileTexts_endSoon() {
        for (String part :
                List.of("i am ", "<", "&#", "`", "I am an ai model ", "a,", "claude ", "\\", "**", "I am a,the,")) {
            String text = part.repeat(200_000 / part.length());

            assertThat(find("tersk", text + " I am tersk")).isNotEmpty();
        }
    }
}
