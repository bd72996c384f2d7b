package dev.arena.core.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.explore.ContestantView.Part;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.VoteStore;
import dev.arena.core.testing.VotedArena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pages of contestants whose strengths were planted. */
class ContestantPageTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<String> CATEGORIES = List.of("coding", "facts", "writing");

    /** Games with planted strengths; {@code a} is that much stronger at coding. */
    private static Explorer planted(long seed, double codingBonus, int games) {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(seed));
        VotedArena arena = new VotedArena(store);
        Random chance = new Random(seed);
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        List<VoteStore.NewVote> votes = new ArrayList<>();
        for (int k = 0; k < games; k++) {
            String category = CATEGORIES.get(k % CATEGORIES.size());
            int one = chance.nextInt(NAMES.size());
            int other = (one + 1 + chance.nextInt(NAMES.size() - 1)) % NAMES.size();
            double gap = strength(one, category, codingBonus) - strength(other, category, codingBonus);
            boolean first = chance.nextDouble() < 1 / (1 + Math.exp(-gap));
            arena.prompt("p" + k, category, NAMES.get(one), NAMES.get(other));
            votes.add(arena.draft(
                    judge,
                    "p" + k,
                    first ? Verdict.first() : Verdict.second(),
                    null,
                    NAMES.get(one),
                    NAMES.get(other)));
        }
        store.votes().appendAll(votes);
        return new Explorer(store, new LeaderboardService(store, "test"));
    }

    private static double strength(int contestant, String category, double codingBonus) {
        return -0.3 * contestant + (contestant == 0 && category.equals("coding") ? codingBonus : 0);
    }

    private static Part part(ContestantView view, String name) {
        return view.categories().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void view_ofAPlantedStrength_findsIt() {
        ContestantView view = planted(11, 1.5, 3000).contestant("a").orElseThrow();

        assertThat(part(view, "coding").verdict()).isEqualTo("strength");
        assertThat(part(view, "coding").difference()).isPositive();
        assertThat(part(view, "coding").differenceLower()).isPositive();
        assertThat(part(view, "facts").verdict()).isEqualTo("weakness");
        assertThat(view.overall().modelName()).isEqualTo("a");
        assertThat(view.languages()).extracting(Part::name).containsExactly("en");
        assertThat(view.languages().get(0).verdict()).isEqualTo("not_told_apart");
        // three categories and one language
        assertThat(view.differenceLevel()).isEqualTo(1 - 0.05 / 4);
    }

    /** 40 arenas without any difference: a page of four contestants in 160 tells one at 5 % or so. */
    @Test
    void view_withoutAnyDifference_rarelyFindsOne() {
        int pages = 0;
        int wrong = 0;
        for (long seed = 100; seed < 140; seed++) {
            Explorer explorer = planted(seed, 0, 600);
            for (String name : NAMES) {
                ContestantView view = explorer.contestant(name).orElseThrow();
                pages++;
                wrong += view.categories().stream()
                                .anyMatch(part -> !part.verdict().equals("not_told_apart"))
                        ? 1
                        : 0;
            }
        }
        assertThat(pages).isEqualTo(160);
        assertThat(wrong).isLessThanOrEqualTo(16);
    }

    @Test
    void view_ofRealMatchups_tellsWhatItFailsAndWhere() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(7));
        VotedArena arena = new VotedArena(store);
        arena.contestant("a", Map.of("organization", "Here"));
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        arena.prompt("hard", "facts", Map.of("a", "short", "b", "a much longer text", "c", "c c c"));
        arena.prompt("own", "facts", Map.of("a", "long enough to be the longer one", "b", "tiny", "c", "small"));
        arena.prompt("good", "facts", Map.of("a", "twelve chars", "b", "twelve signs", "c", "x"));
        arena.vote(judge, "hard", Verdict.bothBad(), "a", "b");
        arena.vote(judge, "hard", Verdict.bothBad(), "a", "c");
        arena.vote(judge, "own", Verdict.second(), "a", "b");
        arena.vote(judge, "own", Verdict.first(), "c", "a");
        arena.vote(judge, "good", Verdict.first(), "a", "b");
        arena.vote(judge, "good", Verdict.second(), "b", "a");
        arena.vote(judge, "own", Verdict.first(), "b", "a");
        arena.vote(judge, "good", Verdict.first(), "b", "c");
        Explorer explorer = new Explorer(store, new LeaderboardService(store, "test"));

        ContestantView view = explorer.contestant("a").orElseThrow();

        assertThat(view.facts()).containsEntry("organization", "Here");
        assertThat(view.failedPrompts())
                .extracting(failed -> failed.promptKey() + " " + failed.score() + " " + failed.failShare())
                .containsExactly("own 0.0 0.0", "hard 0.0 1.0");
        assertThat(view.byLength())
                .extracting(bucket -> bucket.bucket() + " " + bucket.battles() + " " + bucket.winRate())
                .containsExactly("shorter 1 0.5", "similar 3 " + 2.5 / 3, "longer 3 0.0");
        assertThat(view.byLengthOf()).isEqualTo(5);
        assertThat(view.best()).extracting(BattlesView.Entry::promptKey).containsExactly("good");
        assertThat(view.worst()).as("its losses were to be expected").isEmpty();
        assertThat(view.selfPreference()).isNull();
        assertThat(explorer.contestant("nobody")).isEmpty();
        assertThat(explorer.contestants().contestants())
                .extracting(ContestantView.Standing::modelName)
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    /** a wins four of five games in either order: those are no surprise, and its losses are. */
    @Test
    void view_ofResultsThatWereExpected_listsNoneOfThem() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(7));
        VotedArena arena = new VotedArena(store);
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        for (int k = 0; k < 10; k++) {
            arena.prompt("p" + k, "facts", "a", "b");
            boolean swapped = k % 2 == 1;
            Verdict verdict = (k == 4 || k == 5) == swapped ? Verdict.first() : Verdict.second();
            arena.vote(judge, "p" + k, verdict, swapped ? "b" : "a", swapped ? "a" : "b");
        }
        Explorer explorer = new Explorer(store, new LeaderboardService(store, "test"));

        ContestantView a = explorer.contestant("a").orElseThrow();
        ContestantView b = explorer.contestant("b").orElseThrow();

        assertThat(a.best()).isEmpty();
        assertThat(a.worst()).extracting(BattlesView.Entry::promptKey).containsExactlyInAnyOrder("p4", "p5");
        assertThat(b.best()).extracting(BattlesView.Entry::promptKey).containsExactlyInAnyOrder("p4", "p5");
        assertThat(b.worst()).isEmpty();
    }

    /** Ten faces are ten characters, though Java keeps twenty; read in several goes. */
    @Test
    void view_ofLengths_countsCharactersOfAllTexts() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(7));
        VotedArena arena = new VotedArena(store);
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        for (int k = 0; k < 300; k++) {
            arena.prompt("p" + k, "facts", Map.of("a", "\uD83D\uDE00".repeat(10), "b", "ten signs!"));
            arena.vote(judge, "p" + k, k % 3 == 0 ? Verdict.second() : Verdict.first(), "a", "b");
        }

        ContestantView view = new Explorer(store, new LeaderboardService(store, "test"))
                .contestant("a")
                .orElseThrow();

        assertThat(view.byLength())
                .extracting(bucket -> bucket.bucket() + " " + bucket.battles())
                .containsExactly("shorter 0", "similar 300", "longer 0");
    }
}
