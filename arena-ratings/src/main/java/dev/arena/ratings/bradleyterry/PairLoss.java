package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Regularisation;
import dev.arena.ratings.internal.Logistic;
import dev.arena.ratings.internal.Loss;
import dev.arena.ratings.internal.Vectors;

/**
 * Negative log-likelihood Σ c·u·[ln(1 + e^η) − y·η] with η = θ_first − θ_second + γ, plus the penalty on θ.
 *
 * <p>Along the flat directions (a constant added to all strengths of a group) the Hessian gets the curvature of its mean
 * diagonal, which keeps it well conditioned and does not change Newton's step.
 */
final class PairLoss implements Loss {
    private static final double ALLOWED_BACKWARD = 0.01;
    static final double MOVES = 0.1;

    private final PairTable table;
    private final FitScope scope;
    private final int[] cells;
    private final int[] first;
    private final int[] second;
    private final int[] position;
    private final double ridge;
    private final double ghost;

    PairLoss(FitScope scope, Regularisation regularisation) {
        this.scope = scope;
        table = scope.table();
        cells = scope.cells();
        first = new int[cells.length];
        second = new int[cells.length];
        position = new int[cells.length];
        for (int k = 0; k < cells.length; k++) {
            first[k] = scope.parameterOf(table.first(cells[k]));
            second[k] = scope.parameterOf(table.second(cells[k]));
            position[k] = scope.parameterOfColumn(table.column(cells[k]));
        }
        ridge = regularisation instanceof Regularisation.L2 l2 ? l2.lambda() : 0;
        ghost = regularisation instanceof Regularisation.Ghost virtual ? virtual.games() : 0;
    }

    @Override
    public double value(double[] x) {
        return dataValue(x) + penalty(x);
    }

    /** The loss without the penalty. */
    double dataValue(double[] x) {
        double sum = 0;
        for (int k = 0; k < cells.length; k++) {
            double eta = eta(x, k);
            sum += table.win(cells[k]) * Logistic.log1pExp(-eta) + table.loss(cells[k]) * Logistic.log1pExp(eta);
        }
        return sum;
    }

    private double penalty(double[] x) {
        double sum = 0;
        for (int i = 0; i < scope.strengths(); i++) {
            sum += ridge / 2 * x[i] * x[i];
            sum += ghost * (Logistic.log1pExp(x[i]) + Logistic.log1pExp(-x[i]));
        }
        return sum;
    }

    @Override
    public double derivatives(double[] x, double[] gradient, double[][] hessian) {
        for (int k = 0; k < cells.length; k++) {
            double eta = eta(x, k);
            double p = Logistic.sigma(eta);
            // not 1 - p, which loses all digits where p is near 1
            double q = Logistic.sigma(-eta);
            double win = table.win(cells[k]);
            double loss = table.loss(cells[k]);
            double residual = p * loss - q * win;
            addOuter(hessian, k, (win + loss) * p * q);
            gradient[first[k]] += residual;
            gradient[second[k]] -= residual;
            if (position[k] >= 0) {
                gradient[position[k]] += residual;
            }
        }
        for (int i = 0; i < scope.strengths(); i++) {
            double p = Logistic.sigma(x[i]);
            gradient[i] += ridge * x[i] + ghost * (2 * p - 1);
            hessian[i][i] += ridge + 2 * ghost * p * (1 - p);
        }
        if (!isPenalised()) {
            pinGauges(hessian);
        }
        return value(x);
    }

    /** Adds weight · x·xᵀ to the lower triangle, x being the design row of a cell. */
    void addOuter(double[][] matrix, int k, double weight) {
        int a = first[k];
        int b = second[k];
        matrix[a][a] += weight;
        matrix[b][b] += weight;
        matrix[Math.max(a, b)][Math.min(a, b)] -= weight;
        int c = position[k];
        if (c >= 0) {
            matrix[c][c] += weight;
            matrix[c][a] += weight;
            matrix[c][b] -= weight;
        }
    }

    /** Adds scale/size to every entry of a group's block. */
    void pinGauges(double[][] hessian) {
        double scale = pinScale(hessian);
        int[] size = gaugeSizes();
        for (int i = 0; i < scope.strengths(); i++) {
            for (int j = 0; j <= i; j++) {
                if (scope.gauge(i) == scope.gauge(j)) {
                    hessian[i][j] += scale / size[scope.gauge(i)];
                }
            }
        }
    }

    /** The curvature given to flat directions: the mean diagonal of the strengths' block. */
    double pinScale(double[][] hessian) {
        double sum = 0;
        for (int i = 0; i < scope.strengths(); i++) {
            sum += hessian[i][i];
        }
        return sum / Math.max(1, scope.strengths());
    }

    int[] gaugeSizes() {
        int[] size = new int[scope.gauges()];
        for (int i = 0; i < scope.strengths(); i++) {
            size[scope.gauge(i)]++;
        }
        return size;
    }

    boolean isPenalised() {
        return ridge > 0 || ghost > 0;
    }

    /** Linear predictor of the k-th covered cell. */
    double eta(double[] x, int k) {
        double eta = x[first[k]] - x[second[k]];
        return position[k] >= 0 ? eta + x[position[k]] : eta;
    }

    /** How many cells are covered. */
    int size() {
        return cells.length;
    }

    /** The cell of the table behind the k-th covered one. */
    int cell(int k) {
        return cells[k];
    }

    @Override
    public double gradientRounding(double[] x) {
        double[] size = new double[scope.parameters()];
        for (int k = 0; k < cells.length; k++) {
            double eta = eta(x, k);
            double terms = Logistic.sigma(eta) * table.loss(cells[k]) + Logistic.sigma(-eta) * table.win(cells[k]);
            size[first[k]] += terms;
            size[second[k]] += terms;
            if (position[k] >= 0) {
                size[position[k]] += terms;
            }
        }
        return 2 * Math.ulp(1.0) * Vectors.maxAbs(size);
    }

    @Override
    public boolean recedesAlong(double[] direction) {
        boolean moves = false;
        for (int k = 0; k < cells.length; k++) {
            double eta = eta(direction, k);
            boolean backward = table.win(cells[k]) > 0 && eta < -ALLOWED_BACKWARD;
            boolean against = table.loss(cells[k]) > 0 && eta > ALLOWED_BACKWARD;
            if (backward || against) {
                return false;
            }
            moves |= movesAlong(direction, k);
        }
        return moves;
    }

    /** Whether the k-th covered cell is fitted ever better along a direction of recession. */
    boolean movesAlong(double[] direction, int k) {
        return Math.abs(eta(direction, k)) > MOVES;
    }

    /** Whether a direction takes the two strengths of the k-th covered cell apart. */
    boolean partsAlong(double[] direction, int k) {
        return Math.abs(direction[first[k]] - direction[second[k]]) > MOVES;
    }
}
