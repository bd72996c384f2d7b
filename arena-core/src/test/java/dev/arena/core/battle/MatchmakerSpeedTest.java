package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.ResponseHead;
import dev.arena.core.store.InMemoryArenaStore;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 300 contestants: a pick costs far less than the 0.5 ms that 2,000 a second leave. */
class MatchmakerSpeedTest {
    private static final int PICKS = 300;

    /** Time of this thread alone: other builds on the machine do not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @ParameterizedTest
    @CsvSource({"uniform, 2", "information, 2", "rank-aware, 4", "ucb, 2", "ucb, 8", "information, 8"})
    void pick_of300Contestants_takesLessThanHalfAMillisecond(String word, int k) {
        MatchmakerSettings settings =
                new MatchmakerSettings(MatchmakerType.of(word).orElseThrow(), 0.1, 1, true);
        try (InMemoryArenaStore store = Catalogs.store(100, 300)) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), k);
            Matchmaker matchmaker = Matchmakers.of(settings, MatchmakerState.empty());
            SeenMatchups seen = new SeenMatchups(index);
            Random chance = new Random(4);
            long start = 0;
            for (int i = 0; i < 3 * PICKS; i++) {
                if (i == 2 * PICKS) {
                    start = cpu();
                }
                Matchmaker.Pick pick = matchmaker.pick(index, seen, chance).orElseThrow();
                seen.add(
                        pick.prompt(),
                        pick.matchup().stream().map(ResponseHead::id).toList());
            }

            assertThat((cpu() - start) / 1e6 / PICKS).as("ms a pick").isLessThan(0.5);
        }
    }
}
