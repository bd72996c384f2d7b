package dev.arena.core.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.testing.InterruptedStore;
import dev.arena.core.testing.VotedArena;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MatchupIndexTest {
    private final ArenaStore store = new InMemoryArenaStore(new Random(3));
    private final VotedArena arena = new VotedArena(store);
    private final Judge judge = arena.judge(JudgeKind.LLM, "big");
    private int prompts;

    @AfterEach
    void close() {
        store.close();
    }

    private void votes(int count) {
        for (int k = 0; k < count; k++) {
            String key = "p" + prompts++;
            arena.prompt(key, "facts", "a", "b");
            arena.vote(judge, key, Verdict.first(), "a", "b");
        }
    }

    @Test
    void refresh_ofALogThatGrows_holdsAboutTwiceTheWantedVotesAtMost() {
        MatchupIndex index = new MatchupIndex(store, 10);
        for (int round = 0; round < 40; round++) {
            votes(3);
            index.refresh();
            assertThat(index.taken()).as("round %d", round).isBetween(3L, 20L);
            assertThat(index.all()).hasSize((int) index.taken());
            assertThat(index.ofBattle(store.votes().count())).isNotNull();
        }
        assertThat(index.ofBattle(1)).isNull();
        assertThat(index.taken()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void refresh_afterManyVotesAtOnce_readsTheNewestAlone() {
        MatchupIndex index = new MatchupIndex(store, 10);
        votes(3);
        index.refresh();
        votes(50);
        index.refresh();

        assertThat(index.taken()).isEqualTo(10);
        assertThat(index.all())
                .extracting(matchup -> matchup.id.value())
                .containsExactly(44L, 45L, 46L, 47L, 48L, 49L, 50L, 51L, 52L, 53L);
    }

    /** One change of the catalog, and one vote that came after the revision was asked for: together they look like one vote. */
    @Test
    void refresh_aContestantAndAVoteMeanwhile_knowsBoth() {
        votes(2);
        ArenaStore raced = InterruptedStore.after(store, "revision", 2, () -> {
            arena.vote(judge, "p0", Verdict.first(), "c", "a");
        });
        MatchupIndex index = new MatchupIndex(raced, 10);
        index.refresh();
        arena.prompt("p0", "facts", "c");
        long before = store.revision();

        index.refresh();

        assertThat(store.revision()).isEqualTo(before + 1);
        assertThat(index.contestants()).extracting(Contestant::name).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(index.taken()).isEqualTo(3);
    }
}
