package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.store.InMemoryArenaStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformMatchmakerTest {
    private final UniformMatchmaker matchmaker = new UniformMatchmaker();

    private static List<ResponseId> ids(Matchmaker.Pick pick) {
        return pick.matchup().stream().map(ResponseHead::id).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void pick_untilNothingIsLeft_showsEveryMatchupOnceWithItsProbability(int k) {
        try (InMemoryArenaStore store = Catalogs.store(3, 5)) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), k);
            SeenMatchups seen = new SeenMatchups(index);
            Random chance = new Random(k);
            long picks = 0;
            for (Optional<Matchmaker.Pick> next = matchmaker.pick(index, seen, chance);
                    next.isPresent();
                    next = matchmaker.pick(index, seen, chance)) {
                Matchmaker.Pick pick = next.get();
                assertThat(pick.matchup()).hasSize(k);
                assertThat(pick.probability()).isBetween(1.0 / 3 / index.size(), 1.0);
                assertThat(seen.add(pick.prompt(), ids(pick)))
                        .as("pick %d is new", picks)
                        .isTrue();
                picks++;
            }

            assertThat(picks).isEqualTo(index.size()).isEqualTo(seen.size());
        }
    }

    @Test
    void pick_manyDraws_agreeWithTheLoggedProbabilities() {
        // Prompt 0 has one unseen matchup left, prompt 1 all three: ½ against three times 1/6. Seed 11.
        try (InMemoryArenaStore store = Catalogs.store(2, 3)) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), 2);
            SeenMatchups seen = new SeenMatchups(index);
            MatchupSpace first = index.space(0);
            for (long number : new long[] {0, 2}) {
                seen.add(
                        index.prompt(0),
                        first.matchup(number).stream().map(ResponseHead::id).toList());
            }
            Random chance = new Random(11);
            int draws = 12_000;
            Map<String, Integer> counts = new TreeMap<>();
            Map<String, Double> probabilities = new TreeMap<>();
            for (int i = 0; i < draws; i++) {
                Matchmaker.Pick pick = matchmaker.pick(index, seen, chance).orElseThrow();
                counts.merge(ids(pick).toString(), 1, Integer::sum);
                probabilities.put(ids(pick).toString(), pick.probability());
            }
            double chiSquare = 0;
            for (Map.Entry<String, Double> entry : probabilities.entrySet()) {
                double expected = draws * entry.getValue();
                double gap = counts.getOrDefault(entry.getKey(), 0) - expected;
                chiSquare += gap * gap / expected;
            }

            assertThat(probabilities.values()).containsExactlyInAnyOrder(0.5, 1.0 / 2 / 3, 1.0 / 2 / 3, 1.0 / 2 / 3);
            // 99.9 % of chi-square with 3 degrees of freedom.
            assertThat(chiSquare).isLessThan(16.27);
        }
    }

    @Test
    void pick_allOfAlpacaEvalsSize_takesFarLessThanAMillisecond() {
        try (InMemoryArenaStore store = Catalogs.store(805, 16)) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), 2);
            SeenMatchups seen = new SeenMatchups(index);
            Random chance = new Random(3);
            assertThat(index.size()).isEqualTo(805L * 120);
            for (int i = 0; i < 2000; i++) {
                Matchmaker.Pick pick = matchmaker.pick(index, seen, chance).orElseThrow();
                seen.add(pick.prompt(), ids(pick));
            }
            long start = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                assertThat(matchmaker.pick(index, seen, chance)).isPresent();
            }

            assertThat((System.nanoTime() - start) / 1e6 / 1000).as("ms a pick").isLessThan(1.0);
        }
    }

    @Test
    void read_fewerThanTwo_isRefused() {
        try (InMemoryArenaStore store = Catalogs.store(1, 2)) {
            assertThatThrownBy(() -> CandidateIndex.read(store.catalog(), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a battle needs at least two responses, found 1");
        }
    }

    @Test
    void read_promptWithoutTextOrWithOneResponse_takesNoPart() {
        try (InMemoryArenaStore store = Catalogs.store(2, 1)) {
            store.catalog().apply(Catalogs.unknownPrompt("only-a-key"));

            CandidateIndex index = CandidateIndex.read(store.catalog(), 2);

            assertThat(index.size()).isZero();
            assertThat(matchmaker.pick(index, new SeenMatchups(index), new Random(1)))
                    .isEmpty();
        }
    }
}
