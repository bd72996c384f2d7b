package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.internal.ClusterMeat;

/** The slope of the loss of every row at the optimum, spread over the parameters. */
final class RowScores implements ClusterMeat.Scores {
    private final PairFit fit;
    private final Comparisons rows;
    private final int[] covered;
    private final double[] parameters;
    private final CellPoint at = new CellPoint();

    RowScores(PairFit fit, Comparisons rows) {
        this.fit = fit;
        this.rows = rows;
        covered = fit.coveredCells();
        parameters = fit.optimum().parameters().clone();
    }

    @Override
    public boolean covers(int r) {
        return fit.options().counts(rows, r) && covered[cell(r)] >= 0;
    }

    @Override
    public void add(int r, double copies, double[] sum) {
        int cell = cell(r);
        int k = covered[cell];
        double score = PairTable.scoreOfCell(rows, r, column(r));
        double weight = copies * rows.weight(r) * fit.table().pairFactor(cell);
        PairLoss loss = fit.loss();
        loss.load(k, parameters, at);
        loss.model().slopes(at);
        boolean tied = loss.model().hasTieParameter() && score == 0.5;
        at.win = tied ? 0 : weight * score;
        at.loss = tied ? 0 : weight * (1 - score);
        at.tie = tied ? weight : 0;
        at.sumSlopes();
        loss.design().addSlopes(sum, k, at.slopeEta, at.slopeZeta);
    }

    /** The cell of a row. */
    int cell(int r) {
        return fit.table().cellOf(rows, r, column(r));
    }

    private int column(int r) {
        return fit.positions().of(rows.judge(r));
    }
}
