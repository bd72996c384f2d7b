package dev.arena.ratings.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockPickerTest {
    private static final long SEED = 20261122;
    private static final int DRAWS = 40_000;
    private static final PickLaw LAW = new PickLaw(0.5, 0.2);
    private static final int[] PRESENT = {0, 1, 2, 3, 4, 5};

    private static BlockPicker.Aims aims(boolean flat) {
        double[][] gains = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                gains[i][j] = i == j ? 0 : flat ? (i + j) % 2 : 1 / (1.0 + Math.abs(i - j)) + 0.01 * (i + j);
            }
        }
        return new BlockPicker.Aims(gains, flat, new long[] {3, 1, 4, 0, 5, 2});
    }

    /** Every battle is drawn as often as its logged probability says, and the probabilities of all battles sum to 1. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void draw_manyTimes_isAsLikelyAsLogged(int size) {
        for (boolean flat : new boolean[] {true, false}) {
            for (List<int[]> excluded : List.of(List.<int[]>of(), excluded(size, flat))) {
                BlockPicker picker = new BlockPicker(LAW, size, new SplittableRandom(SEED));
                Map<String, Integer> drawn = new TreeMap<>();
                Map<String, Double> logged = new TreeMap<>();
                for (int i = 0; i < DRAWS; i++) {
                    Optional<BlockPicker.Pick> pick = picker.draw(PRESENT, excluded, aims(flat));
                    if (pick.isEmpty()) {
                        assertThat(size).isEqualTo(6);
                        continue;
                    }
                    assertThat(pick.get().contestants())
                            .hasSize(size)
                            .isSorted()
                            .doesNotHaveDuplicates();
                    assertThat(excluded).doesNotContain(pick.get().contestants());
                    String block = Arrays.toString(pick.get().contestants());
                    drawn.merge(block, 1, Integer::sum);
                    logged.put(block, pick.get().probability());
                }
                if (drawn.isEmpty()) {
                    continue;
                }
                assertThat(logged.values().stream().mapToDouble(p -> p).sum()).isEqualTo(1, within(1e-9));
                logged.forEach((block, p) -> assertThat((double) drawn.getOrDefault(block, 0) / DRAWS)
                        .as("seed %d, %s", SEED, block)
                        .isEqualTo(p, within(5 * Math.sqrt(p * (1 - p) / DRAWS) + 1e-9)));
            }
        }
    }

    private static List<int[]> excluded(int size, boolean flat) {
        BlockPicker picker = new BlockPicker(LAW, size, new SplittableRandom(1));
        return List.of(picker.draw(PRESENT, List.of(), aims(flat)).orElseThrow().contestants());
    }

    @Test
    void draw_everythingExcluded_isEmpty() {
        List<int[]> excluded = new ArrayList<>(List.of(RoundRobin.pairs(3)));
        BlockPicker picker = new BlockPicker(LAW, 2, new SplittableRandom(SEED));
        assertThat(picker.draw(new int[] {0, 1, 2}, excluded, aims(false))).isEmpty();
        excluded.remove(1);
        BlockPicker.Pick last =
                picker.draw(new int[] {0, 1, 2}, excluded, aims(false)).orElseThrow();
        assertThat(last.probability()).isEqualTo(1, within(1e-12));
        assertThat(picker.draw(new int[] {4}, List.of(), aims(false))).isEmpty();
    }

    @Test
    void probabilities_ofGains_areSoftmaxInUnitsOfTheLargestMixedWithUniform() {
        double[] p = new PickLaw(0.5, 0.1).probabilities(new double[] {2, 1, -1, 0});
        double sum = 1 + Math.exp(-1) + Math.exp(-2);
        assertThat(p[0]).isEqualTo(0.1 / 3 + 0.9 / sum, within(1e-15));
        assertThat(p[1]).isEqualTo(0.1 / 3 + 0.9 * Math.exp(-1) / sum, within(1e-15));
        assertThat(p[2]).isZero();
        assertThat(p[3]).isEqualTo(0.1 / 3 + 0.9 * Math.exp(-2) / sum, within(1e-15));
        double[] scaled = new PickLaw(0.5, 0.1).probabilities(new double[] {2e-9, 1e-9, -1, 0});
        assertThat(scaled).containsExactly(p, within(1e-12));
    }

    @Test
    void probabilities_noGain_areUniform() {
        assertThat(new PickLaw(0.1, 0.1).probabilities(new double[] {0, 0, -1, 0}))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 0, 1 / 3.0}, within(1e-15));
        assertThat(new PickLaw(0.1, 0.1).probabilities(new double[] {-1, -1})).containsExactly(0, 0);
    }

    @Test
    void pickLaw_epsilonZero_isRefused() {
        assertThatThrownBy(() -> new PickLaw(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("temperature 1.0 with epsilon 0.0 is not allowed; use a finite temperature above 0 and an"
                        + " epsilon in (0, 1]");
    }
}
