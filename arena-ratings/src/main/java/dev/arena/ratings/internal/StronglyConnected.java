package dev.arena.ratings.internal;

import java.util.Arrays;

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972, doi 10.1137/0201010) without recursion, numbered in
 * topological order: edges between components go from a lower number to a higher one. Vertices without edges get -1.
 */
final class StronglyConnected {
    private final boolean[][] edge;
    private final int[] index;
    private final int[] low;
    private final int[] nextChild;
    private final int[] stack;
    private final int[] path;
    private final boolean[] onStack;
    private final int[] group;
    private int stackSize;
    private int visited;
    private int count;

    private StronglyConnected(boolean[][] edge) {
        int n = edge.length;
        this.edge = edge;
        index = new int[n];
        low = new int[n];
        nextChild = new int[n];
        stack = new int[n];
        path = new int[n];
        onStack = new boolean[n];
        group = new int[n];
        Arrays.fill(index, -1);
        Arrays.fill(group, -1);
    }

    static StronglyConnected of(boolean[][] edge) {
        StronglyConnected result = new StronglyConnected(edge);
        for (int v = 0; v < edge.length; v++) {
            if (result.index[v] < 0 && result.hasEdge(v)) {
                result.explore(v);
            }
        }
        for (int v = 0; v < edge.length; v++) {
            if (result.group[v] >= 0) {
                // Tarjan finishes sinks first
                result.group[v] = result.count - 1 - result.group[v];
            }
        }
        return result;
    }

    int[] group() {
        return group.clone();
    }

    int count() {
        return count;
    }

    private void explore(int root) {
        int depth = 0;
        path[0] = root;
        open(root);
        while (depth >= 0) {
            int v = path[depth];
            if (nextChild[v] == edge.length) {
                close(v);
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[v]);
                }
                continue;
            }
            int w = nextChild[v]++;
            if (!edge[v][w]) {
                continue;
            }
            if (index[w] < 0) {
                open(w);
                path[++depth] = w;
            } else if (onStack[w]) {
                low[v] = Math.min(low[v], index[w]);
            }
        }
    }

    private void open(int v) {
        index[v] = visited;
        low[v] = visited++;
        stack[stackSize++] = v;
        onStack[v] = true;
    }

    private void close(int v) {
        if (low[v] != index[v]) {
            return;
        }
        int w;
        do {
            w = stack[--stackSize];
            onStack[w] = false;
            group[w] = count;
        } while (w != v);
        count++;
    }

    private boolean hasEdge(int v) {
        for (int w = 0; w < edge.length; w++) {
            if (edge[v][w] || edge[w][v]) {
                return true;
            }
        }
        return false;
    }
}
