package dev.arena.ratings.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignsTest {
    private static Set<List<Integer>> pairsOf(int[][] blocks) {
        Set<List<Integer>> pairs = new HashSet<>();
        for (int[] block : blocks) {
            for (int i = 0; i < block.length; i++) {
                for (int j = i + 1; j < block.length; j++) {
                    pairs.add(List.of(block[i], block[j]));
                }
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 9, 16, 25, 32})
    void roundRobin_anyNumber_hasEveryPairOnceAndIsBalancedFromTheStart(int contestants) {
        int[][] pairs = RoundRobin.pairs(contestants);
        assertThat(pairs).hasDimensions(contestants * (contestants - 1) / 2, 2);
        assertThat(pairsOf(pairs)).hasSize(pairs.length);
        int[] battles = new int[contestants];
        ComparisonGraph graph = new ComparisonGraph(contestants);
        for (int t = 0; t < pairs.length; t++) {
            assertThat(graph.link(pairs[t]) || t >= contestants - 1)
                    .as("one of the first pairs links nobody new")
                    .isTrue();
            battles[pairs[t][0]]++;
            battles[pairs[t][1]]++;
            int spread = Arrays.stream(battles).max().orElseThrow()
                    - Arrays.stream(battles).min().orElseThrow();
            assertThat(spread).isLessThanOrEqualTo(2);
        }
        assertThat(graph.components()).isEqualTo(1);
    }

    @Test
    void roundRobin_fewerThanTwo_isEmpty() {
        assertThat(RoundRobin.pairs(0)).isEmpty();
        assertThat(RoundRobin.pairs(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4,3", "5,3", "6,3", "7,3", "9,3", "10,4", "13,4", "21,5", "12,8", "20,6", "30,8", "40,3", "70,4"})
    void covering_anySizes_letsEveryPairMeetInFewBlocks(int contestants, int size) {
        int[][] blocks = CoveringDesign.of(contestants, size, new SplittableRandom(7));
        assertThat(pairsOf(blocks)).hasSize(contestants * (contestants - 1) / 2);
        assertThat(List.of(blocks))
                .allSatisfy(block ->
                        assertThat(block).hasSize(size).doesNotHaveDuplicates().isSorted());
        int each = (contestants - 2 + size - 1) / (size - 1);
        int bound = (contestants * each + size - 1) / size;
        boolean all = size == contestants - 1;
        assertThat(blocks.length)
                .isGreaterThanOrEqualTo(bound)
                .isLessThanOrEqualTo(all ? contestants : (int) Math.ceil(1.6 * bound));
    }

    @Test
    void covering_sameChance_isTheSameDesign() {
        int[][] one = CoveringDesign.of(17, 4, new SplittableRandom(3));
        int[][] other = CoveringDesign.of(17, 4, new SplittableRandom(3));
        assertThat(one).isDeepEqualTo(other);
        assertThat(Arrays.deepToString(CoveringDesign.of(17, 4, new SplittableRandom(4))))
                .isNotEqualTo(Arrays.deepToString(one));
    }

    @Test
    void covering_blockOfAllOrMore_isOneBlock() {
        assertThat(CoveringDesign.of(4, 8, new SplittableRandom(1))).isDeepEqualTo(new int[][] {{0, 1, 2, 3}});
        assertThat(CoveringDesign.of(3, 3, new SplittableRandom(1))).isDeepEqualTo(new int[][] {{0, 1, 2}});
    }

    @Test
    void covering_allButOne_isAllCombinations() {
        assertThat(CoveringDesign.of(4, 3, new SplittableRandom(1)))
                .isDeepEqualTo(new int[][] {{0, 1, 2}, {0, 1, 3}, {0, 2, 3}, {1, 2, 3}});
    }

    @Test
    void covering_ofOne_isRefused() {
        assertThatThrownBy(() -> CoveringDesign.of(1, 3, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a covering design needs at least two contestants in all and in a block, found 1 and 3");
    }

    @Test
    void swiss_freshStanding_pairsNeighbours() {
        int[] standing = {3, 1, 0, 2};
        assertThat(SwissPairing.blocks(standing, new int[4][4], new int[4], 2))
                .containsExactly(new int[] {1, 3}, new int[] {0, 2});
    }

    @Test
    void swiss_neighboursHaveMet_pairsThoseWhoHaveNot() {
        int[][] meetings = new int[4][4];
        meetings[0][1] = 1;
        meetings[1][0] = 1;
        assertThat(SwissPairing.blocks(new int[] {0, 1, 2, 3}, meetings, new int[4], 2))
                .containsExactly(new int[] {0, 2}, new int[] {1, 3});
    }

    @ParameterizedTest
    @CsvSource({"8,2", "9,2", "12,3", "13,3", "14,4", "20,8", "5,8"})
    void swiss_manyRounds_playsEveryoneRestsFairlyAndAvoidsMeetingAgain(int contestants, int size) {
        int[][] meetings = new int[contestants][contestants];
        int[] rests = new int[contestants];
        int[] standing = new int[contestants];
        Arrays.setAll(standing, i -> i);
        for (int round = 0; round < 4; round++) {
            boolean[] plays = new boolean[contestants];
            for (int[] block : SwissPairing.blocks(standing, meetings, rests, size)) {
                assertThat(block.length).isBetween(2, size);
                for (int one : block) {
                    assertThat(plays[one]).isFalse();
                    plays[one] = true;
                    for (int other : block) {
                        meetings[one][other] += one == other ? 0 : 1;
                    }
                }
            }
            for (int c = 0; c < contestants; c++) {
                rests[c] += plays[c] ? 0 : 1;
            }
        }
        assertThat(Arrays.stream(rests).max().orElseThrow()).isLessThanOrEqualTo(1);
        int most = Arrays.stream(meetings).flatMapToInt(Arrays::stream).max().orElseThrow();
        assertThat(most).isLessThanOrEqualTo(size == 2 ? 1 : 4);
    }

    @Test
    void graph_links_countsComponents() {
        ComparisonGraph graph = new ComparisonGraph(5);
        assertThat(graph.link(new int[] {0, 1, 2})).isTrue();
        assertThat(graph.link(new int[] {2, 0})).isFalse();
        assertThat(graph.components()).isEqualTo(3);
        assertThat(graph.linked(1, 2)).isTrue();
        assertThat(graph.linked(1, 3)).isFalse();
    }
}
