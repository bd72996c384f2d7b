package dev.arena.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The finder against texts written for it: what it misses, what it takes for a leak and is none. */
class GoldenLeaksTest {
    private static final List<Case> CASES = cases();
    private static final LeakFinder FINDER = new LeakFinder(LeakSpec.of(contestants(), LeakPolicy.STANDARD, Set.of()));

    private record Case(boolean leaking, String prompt, String text, List<String> gone) {}

    static List<Contestant> contestants() {
        List<Contestant> contestants = new ArrayList<>();
        add(contestants, "claude-3-opus-20240229", Map.of("organization", "Anthropic", "family", "Claude"));
        add(contestants, "gpt-4o-2024-05-13", Map.of("organization", "OpenAI"));
        add(contestants, "google/gemini-1.5-pro", Map.of("organization", "Google"));
        add(contestants, "meta-llama/Llama-3-70b-chat-hf", Map.of("organization", "Meta"));
        add(contestants, "mistral-large-latest", Map.of("organization", "Mistral AI"));
        add(contestants, "zephyrine-7b-instruct-v0.2", Map.of("organization", "Aurelis Labs"));
        add(contestants, "tersk", Map.of("organization", "Brindle & Co"));
        for (String word : List.of("length", "mean", "alpha", "always-first")) {
            add(contestants, word, Map.of());
        }
        return contestants;
    }

    private static void add(List<Contestant> contestants, String name, Map<String, String> facts) {
        contestants.add(new Contestant(new ContestantId(contestants.size() + 1L), name, facts));
    }

    private static List<Case> cases() {
        try (InputStream input =
                Objects.requireNonNull(GoldenLeaksTest.class.getResourceAsStream("golden.txt"), "golden.txt")) {
            List<Case> cases = new ArrayList<>();
            for (String line : new String(input.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("L¦") || line.startsWith("I¦")) {
                    String[] parts = line.replace("\\n", "\n").split("¦", -1);
                    List<String> gone = parts.length > 3 ? List.of(parts[3].split(";", -1)) : List.of();
                    cases.add(new Case(line.startsWith("L"), parts[1], parts[2], gone));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Leak> find(Case golden) {
        return FINDER.find(List.of(golden.prompt()), List.of(golden.text()));
    }

    private static String masked(Case golden) {
        ResponseText text = ResponseText.of(golden.text());
        return Mask.over(text, find(golden)).turns().get(0);
    }

    private static String folded(String text) {
        FoldedText folded = new FoldedText(text);
        return folded.part(0, folded.length());
    }

    private static long count(boolean leaking, boolean found) {
        return CASES.stream()
                .filter(golden -> golden.leaking() == leaking && find(golden).isEmpty() != found)
                .count();
    }

    @Test
    void golden_holdsEnoughOfBoth() {
        assertThat(CASES.stream().filter(Case::leaking)).hasSizeGreaterThanOrEqualTo(150);
        assertThat(CASES.stream().filter(golden -> !golden.leaking())).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void masked_everyLeakingText_showsNoNameThatGivesItAway() {
        List<String> shown = new ArrayList<>();
        for (Case golden : CASES) {
            String rest = folded(masked(golden));
            for (String name : golden.gone()) {
                if (rest.contains(folded(name))) {
                    shown.add(golden.text() + " → " + masked(golden));
                }
            }
        }

        assertThat(shown).isEmpty();
    }

    @Test
    void find_everyInnocentText_findsNothing() {
        List<String> mistaken = new ArrayList<>();
        for (Case golden : CASES) {
            if (!golden.leaking() && !find(golden).isEmpty()) {
                mistaken.add(golden.text() + " → " + masked(golden));
            }
        }

        assertThat(mistaken).isEmpty();
    }

    @Test
    void precisionAndRecall_onTheGoldenTexts_areOne() {
        long hits = count(true, true);
        long misses = count(true, false);
        long mistakes = count(false, true);

        assertThat((double) hits / (hits + misses)).as("recall").isEqualTo(1.0);
        assertThat((double) hits / (hits + mistakes)).as("precision").isEqualTo(1.0);
    }
}
