package dev.arena.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever contestants, makers and words of a study are called, responses are looked through. */
class OddNamesTest {
    private static final long SEED = 20261123;
    private static final int RANDOM_NAMES = 400;
    private static final List<String> PARTS = List.of(
            "😀", "..", "★", "\u200B", "\u202E", "\u0301", "7", "a", "-", "/", "//", " ", "\n", "\\", "[", "(", ")*",
            "$1", "^", "{2", "|", "<b>", "&#97;", "&", "\uD83D", "百度", "ソフィア", "ไทย", "שלום", "مرحبا", "Я", "ﬁ", "gpt",
            "B", "70b", "_", "*", "`", "#", "x");
    private static final List<String> NAMES = List.of(
            "😀😀",
            "..",
            "★★",
            "★",
            "-",
            "7",
            "\u200B",
            "\u0301",
            "\u202Eevil",
            "a",
            "/",
            "a/",
            "/a",
            "//",
            "***",
            "```",
            ".*+?^${}()|[]\\",
            "\\E\\Q",
            "x".repeat(200),
            "★".repeat(200),
            "שלום",
            "\uD83D",
            "\uDE00",
            "<b>",
            "&#9999999;",
            "_",
            "#",
            "# #",
            "𠀀𠀁",
            "١٢");

    private static LeakSpec spec(List<String> names) {
        List<Contestant> contestants = new ArrayList<>();
        for (String name : names) {
            Map<String, String> facts = Map.of("organization", name, "family", name);
            contestants.add(new Contestant(new ContestantId(contestants.size() + 1L), name, facts));
        }
        LeakPolicy policy = new LeakPolicy(LeakAction.MASK, List.of(), Map.of());
        return LeakSpec.of(contestants, policy, Set.of());
    }

    private static List<String> randomNames() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < RANDOM_NAMES; i++) {
            StringBuilder name = new StringBuilder();
            for (int part = random.nextInt(6); part >= 0; part--) {
                name.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            if (!name.toString().isBlank()) {
                names.add(name.toString());
            }
        }
        return names;
    }

    private static String masked(String name, String text) {
        ResponseText response = ResponseText.of(text);
        List<Leak> leaks = new LeakFinder(spec(List.of(name))).find(List.of("Why?"), response.turns());
        return Mask.over(response, leaks).turns().get(0);
    }

    @Test
    void find_oddNames_isWhatThePlainDefinitionFinds() {
        List<String> names = new ArrayList<>(NAMES);
        names.addAll(randomNames());
        for (String name : names) {
            LeakSpec spec = spec(List.of(name, "gpt-4o"));
            for (String text :
                    List.of(name, "I am " + name + ", hello. " + name + name, "x" + name + "y (" + name + ")")) {
                assertThat(new LeakFinder(spec).find(List.of(name), List.of(text)))
                        .as("seed %d, name %s", SEED, name)
                        .isEqualTo(new PlainFinder(spec).find(List.of(name), List.of(text)));
            }
        }
        LeakSpec all = spec(names);
        assertThat(new LeakFinder(all).find(List.of(), names)).isEqualTo(new PlainFinder(all).find(List.of(), names));
    }

    @Test
    void find_aNameWithoutLettersAndDigits_isMaskedAsItIsWritten() {
        assertThat(masked("😀😀", "Hi from 😀😀!")).isEqualTo("Hi from ▮▮▮▮!");
        assertThat(masked("★★", "It was★★. Of five: ★★★☆☆.")).isEqualTo("It was▮▮▮▮. Of five: ★★★☆☆.");
    }

    @Test
    void find_aNameOfPunctuation_countsOnlyWhereTheWriterIsCalledSo() {
        assertThat(masked("..", "Well .. I am .. and so on ...")).isEqualTo("Well .. I am ▮▮▮▮ and so on ...");
        assertThat(masked("-", "- one\n- two")).isEqualTo("- one\n- two");
    }

    @Test
    void find_aWordOfAStudyWithoutLetters_counts() {
        LeakPolicy policy = new LeakPolicy(LeakAction.MASK, List.of("★"), Map.of("x", List.of("☂☂")));
        LeakSpec spec = LeakSpec.of(List.of(), policy, Set.of());

        assertThat(new LeakFinder(spec).find(List.of("Why?"), List.of("a ★ b ☂☂ c")))
                .containsExactly(new Leak(0, 2, 3, Leak.Reason.CONTESTANT), new Leak(0, 6, 8, Leak.Reason.CONTESTANT));
    }
}
