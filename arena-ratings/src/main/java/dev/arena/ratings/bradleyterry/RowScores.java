package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.internal.ClusterMeat;
import dev.arena.ratings.internal.Logistic;

/** The score of every row at the optimum: x·u·(y − p), x being the design row. */
final class RowScores implements ClusterMeat.Scores {
    private final BradleyTerryFit fit;
    private final Comparisons rows;
    private final BradleyTerry options;
    private final boolean[] covered;
    private final double[] parameters;

    RowScores(BradleyTerryFit fit, Comparisons rows, BradleyTerry options) {
        this.fit = fit;
        this.rows = rows;
        this.options = options;
        covered = fit.coveredCells();
        parameters = fit.optimum().parameters().clone();
    }

    @Override
    public boolean covers(int r) {
        return options.counts(rows, r) && covered[fit.table().cellOf(rows.first(r), rows.second(r), column(r))];
    }

    @Override
    public void add(int r, double copies, double[] sum) {
        int a = fit.scope().parameterOf(rows.first(r));
        int b = fit.scope().parameterOf(rows.second(r));
        int c = fit.scope().parameterOfColumn(column(r));
        double eta = parameters[a] - parameters[b] + (c >= 0 ? parameters[c] : 0);
        double score = copies * rows.weight(r) * (rows.score(r) - Logistic.sigma(eta));
        sum[a] += score;
        sum[b] -= score;
        if (c >= 0) {
            sum[c] += score;
        }
    }

    private int column(int r) {
        return fit.positions().of(rows.judge(r));
    }
}
