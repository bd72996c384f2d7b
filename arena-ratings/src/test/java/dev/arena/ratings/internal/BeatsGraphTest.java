package dev.arena.ratings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.ratings.ContestantStatus;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeatsGraphTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void of_randomGraph_agreesWithReachability(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 4 + (int) seed;
        boolean[][] edge = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                edge[i][j] = i != j && random.nextDouble() < 1.3 / n;
            }
        }
        BeatsGraph graph = BeatsGraph.of(edge);
        boolean[][] reach = closure(edge);
        boolean[][] both = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                both[i][j] = edge[i][j] || edge[j][i];
            }
        }
        boolean[][] linked = closure(both);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (graph.group(i) < 0 || graph.group(j) < 0 || i == j) {
                    continue;
                }
                assertThat(graph.group(i) == graph.group(j)).isEqualTo(reach[i][j] && reach[j][i]);
                assertThat(graph.component(i) == graph.component(j)).isEqualTo(linked[i][j]);
                boolean above = reach[i][j] && !reach[j][i];
                assertThat(graph.connectivity().order().above(graph.group(i), graph.group(j)))
                        .isEqualTo(above);
                if (above) {
                    assertThat(graph.group(i)).isLessThan(graph.group(j));
                }
            }
        }
    }

    @Test
    void of_longChain_doesNotExhaustTheStackAndIsOrdered() {
        int n = 3000;
        boolean[][] edge = new boolean[n][n];
        for (int i = 0; i + 1 < n; i++) {
            edge[i][i + 1] = true;
        }
        BeatsGraph graph = BeatsGraph.of(edge);

        assertThat(graph.connectivity().groups()).isEqualTo(n);
        assertThat(graph.connectivity().ordered()).isTrue();
        assertThat(graph.status(0)).isEqualTo(ContestantStatus.UNBEATEN);
        assertThat(graph.status(1)).isEqualTo(ContestantStatus.SEPARATED);
        assertThat(graph.status(n - 1)).isEqualTo(ContestantStatus.WINLESS);
    }

    @Test
    void of_twoUnbeaten_isNotOrdered() {
        boolean[][] edge = new boolean[3][3];
        edge[0][2] = true;
        edge[1][2] = true;
        BeatsGraph graph = BeatsGraph.of(edge);

        assertThat(graph.connectivity().ordered()).isFalse();
        assertThat(graph.withStatus(ContestantStatus.UNBEATEN)).containsExactly(0, 1);
    }

    @Test
    void of_noEdges_hasNothing() {
        BeatsGraph graph = BeatsGraph.of(new boolean[2][2]);

        assertThat(graph.connectivity().components()).isZero();
        assertThat(graph.status(0)).isEqualTo(ContestantStatus.NO_DATA);
        assertThat(graph.group(1)).isEqualTo(-1);
    }

    private static boolean[][] closure(boolean[][] edge) {
        int n = edge.length;
        boolean[][] reach = new boolean[n][];
        for (int i = 0; i < n; i++) {
            reach[i] = edge[i].clone();
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reach[i][j] |= reach[i][k] && reach[k][j];
                }
            }
        }
        return reach;
    }
}
