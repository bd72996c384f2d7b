package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Regularisation;
import dev.arena.ratings.internal.BeatsGraph;
import dev.arena.ratings.internal.Newton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fit of every group, after what has no finite estimate was set aside.
 *
 * <p>Contestants outside a strongly connected group of two have no finite strength. A position effect can run away
 * too: Newton then finds a direction along which the likelihood rises for ever. The comparisons that it fits ever
 * better are predicted perfectly in the limit and say nothing about the rest, and two strengths that it takes apart
 * have no finite difference; the comparisons of both kinds are set aside and the rest is fitted again.
 */
final class BradleyTerryFit {
    private final PairTable table;
    private final PositionColumns positions;
    private final BradleyTerry options;
    private final int contestants;
    private final boolean[] kept;
    private final boolean[] runaway;
    private final boolean[] aliased;
    private final BeatsGraph evidenceGraph;
    private BeatsGraph graph;
    private FitScope scope;
    private PairLoss loss;
    private Newton.Result optimum;

    BradleyTerryFit(PairTable table, PositionColumns positions, BradleyTerry options, int contestants) {
        this.table = table;
        this.positions = positions;
        this.options = options;
        this.contestants = contestants;
        kept = new boolean[table.size()];
        Arrays.fill(kept, true);
        runaway = new boolean[positions.size()];
        aliased = new boolean[positions.size()];
        evidenceGraph = BeatsGraph.of(table.scored(kept));
        graph = evidenceGraph;
        scope = scopeOf(graph);
        loss = new PairLoss(scope, options.regularisation());
        optimum = fit();
        // every round sets a position effect aside, so there is an end
        for (int round = 0; round < positions.size() && optimum.end() == Newton.End.RECEDING; round++) {
            setAside(optimum.step());
            graph = BeatsGraph.of(table.scored(kept));
            scope = scopeOf(graph);
            loss = new PairLoss(scope, options.regularisation());
            optimum = fit();
        }
    }

    private FitScope scopeOf(BeatsGraph beats) {
        boolean free = options.regularisation() instanceof Regularisation.None;
        return free
                ? FitScope.ofGroups(table, positions.size(), kept, beats, contestants)
                : FitScope.ofAll(table, positions.size(), kept, evidenceGraph, contestants);
    }

    private Newton.Result fit() {
        int[] seen = scope.columns();
        int[] identified =
                options.regularisation() instanceof Regularisation.None ? Aliasing.identified(scope, loss) : seen;
        if (identified.length < seen.length) {
            for (int column : seen) {
                aliased[column] = Arrays.stream(identified).noneMatch(c -> c == column);
            }
            scope.useColumns(identified);
            loss = new PairLoss(scope, options.regularisation());
        }
        return Newton.minimise(loss, new double[scope.parameters()]);
    }

    private void setAside(double[] direction) {
        for (int k = 0; k < loss.size(); k++) {
            if (loss.movesAlong(direction, k) || loss.partsAlong(direction, k)) {
                int cell = loss.cell(k);
                kept[cell] = false;
                if (table.column(cell) >= 0) {
                    runaway[table.column(cell)] |=
                            Math.abs(direction[scope.parameterOfColumn(table.column(cell))]) > PairLoss.MOVES;
                }
            }
        }
    }

    /** Whether a row's cell takes part in the fit. */
    boolean[] coveredCells() {
        boolean[] covered = new boolean[table.size()];
        for (int k = 0; k < loss.size(); k++) {
            covered[loss.cell(k)] = true;
        }
        return covered;
    }

    PairTable table() {
        return table;
    }

    PositionColumns positions() {
        return positions;
    }

    FitScope scope() {
        return scope;
    }

    PairLoss loss() {
        return loss;
    }

    Newton.Result optimum() {
        return optimum;
    }

    /** Who scored against whom in all the evidence. */
    BeatsGraph evidenceGraph() {
        return evidenceGraph;
    }

    /** Who scored against whom in the comparisons that were not set aside. */
    BeatsGraph graph() {
        return graph;
    }

    /**
     * How many earlier contestants have data but lost all of it to a runaway position effect. Each of them is a group
     * of its own after the others.
     */
    int withoutEdgesBefore(int contestant) {
        int count = 0;
        for (int i = 0; i < contestant; i++) {
            count += evidenceGraph.group(i) >= 0 && graph.group(i) < 0 ? 1 : 0;
        }
        return count;
    }

    /** Labels of position effects without a finite estimate. */
    List<String> runawayLabels() {
        return labels(runaway);
    }

    /** Labels of position effects that cannot be told from strengths. */
    List<String> aliasedLabels() {
        return labels(aliased);
    }

    private List<String> labels(boolean[] chosen) {
        List<String> labels = new ArrayList<>();
        for (int c = 0; c < chosen.length; c++) {
            if (chosen[c]) {
                labels.add(positions.label(c));
            }
        }
        return labels;
    }
}
