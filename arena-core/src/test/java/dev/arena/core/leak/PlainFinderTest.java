package dev.arena.core.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The quick finder against the plain one, on random texts put together from the golden ones. */
class PlainFinderTest {
    private static final long SEED = 20261122;
    private static final int TEXTS = 8_000;
    private static final int MORE_TEXTS = 150;
    private static final LeakSpec SPEC = LeakSpec.of(
            contestants(),
            new LeakPolicy(LeakAction.MASK, List.of("zorblex", "★★", "😀", ".."), Map.of()),
            Set.of("alpha"));

    private static List<Contestant> contestants() {
        List<Contestant> contestants = new ArrayList<>(GoldenLeaksTest.contestants());
        for (String name : List.of("o1", "llama 3.1 (70B)", "ソフィア", "qwen2-72b")) {
            Map<String, String> facts = Map.of("organization", name.equals("o1") ? "百度" : "Alibaba Cloud");
            contestants.add(new Contestant(new ContestantId(contestants.size() + 1L), name, facts));
        }
        return contestants;
    }

    @Test
    void find_onRandomTexts_isWhatThePlainDefinitionFinds() {
        LeakTexts texts = new LeakTexts(SEED);
        LeakFinder quick = new LeakFinder(SPEC);
        PlainFinder plain = new PlainFinder(SPEC);
        int leaking = 0;
        for (int i = 0; i < TEXTS; i++) {
            List<String> prompt = List.of(texts.next());
            List<String> turns = i % 5 == 0 ? List.of(texts.next(), texts.next()) : List.of(texts.next());

            List<Leak> found = quick.find(prompt, turns);

            assertThat(found)
                    .as("seed %d, text %d: %s ¦ %s", SEED, i, prompt, turns)
                    .isEqualTo(plain.find(prompt, turns));
            leaking += found.isEmpty() ? 0 : 1;
        }
        assertThat(leaking).isBetween(TEXTS / 5, TEXTS * 19 / 20);
    }

    @Test
    void folded_ofRandomTexts_isWhatThePlainDefinitionFolds() {
        LeakTexts texts = new LeakTexts(SEED + 1);
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.next();
            FoldedText quick = new FoldedText(text);
            PlainText plain = new PlainText(text);

            assertThat(quick.part(0, quick.length()))
                    .as("seed %d, text %d", SEED + 1, i)
                    .isEqualTo(plain.part(0, plain.length()));
            assertThat(places(quick))
                    .as("seed %d, text %d: %s", SEED + 1, i, text)
                    .isEqualTo(places(plain));
        }
    }

    private static List<Integer> places(FoldedText text) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            places.add(text.start(at));
            places.add(text.end(at + 1));
        }
        return places;
    }

    private static List<Integer> places(PlainText text) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            places.add(text.start(at));
            places.add(text.end(at + 1));
        }
        return places;
    }

    @Test
    void patterns_readByTheMachine_findWhatRegularExpressionsFind() {
        Patterns patterns = new Patterns(WordLists.lines("introductions.txt"));
        List<String> names = WordLists.lines("introductions.txt").stream()
                .filter(line -> line.matches("(BEFORE|AFTER)_\\w+ = .*|BETWEEN = .*"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(names).hasSizeGreaterThan(18);
        for (String name : names) {
            LeakTexts texts = new LeakTexts(SEED);
            boolean before = !name.startsWith("AFTER");
            Automaton machine = before ? patterns.backward(name) : patterns.forward(name);
            Pattern pattern = patterns.get(name);
            int found = 0;
            List<String> all = new ArrayList<>(texts.golden());
            for (int i = 0; i < MORE_TEXTS; i++) {
                all.add(texts.next());
            }
            for (String one : all) {
                FoldedText text = new FoldedText(one);
                Tokens tokens = new Tokens(text);
                for (int i = 0; i < tokens.size(); i++) {
                    int at = before ? tokens.start(i) : tokens.end(i);
                    int edge = before ? Math.max(0, at - 120) : Math.min(text.length(), at + 90);
                    String window = before ? text.part(edge, at) : text.part(at, edge);
                    boolean expected = pattern.matcher(window).find();
                    int made = before ? machine.before(text.chars(), at, edge) : machine.after(text.chars(), at, edge);
                    if (expected != (made != 0)) {
                        fail("%s is found by one of the two alone in \"%s\", seed %d", name, window, SEED);
                    }
                    found += expected ? 1 : 0;
                }
            }
            assertThat(found).as(name).isPositive();
        }
    }
}
