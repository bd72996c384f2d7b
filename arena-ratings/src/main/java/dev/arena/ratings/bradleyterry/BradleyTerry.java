package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.PositionModel;
import dev.arena.ratings.RatingMethod;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.Regularisation;
import dev.arena.ratings.TieHandling;

/**
 * Bradley-Terry by maximum likelihood.
 *
 * <p><b>Model.</b> ln odds(first wins) = θ_first − θ_second + γ, γ being the position effect of the judge group (none
 * where the position is unknown or no effect was asked for). The weighted loss is Σ c·u·[ln(1 + e^η) − y·η] over rows
 * with count c, weight u and score y in [0, 1]; a tie is y = ½ (or is left out).
 *
 * <p><b>Input.</b> Comparisons; rankings are broken into pairs that share a cluster. Rows with count or weight 0 say
 * nothing.
 *
 * <p><b>Output.</b> θ in natural units, sum zero over each group of comparable contestants; position effects; the
 * covariance of both.
 *
 * <p><b>Edge cases.</b> A finite strength exists only inside a strongly connected group of who scored against whom
 * (Ford 1957); every group is fitted alone, what has no finite strength gets a status instead, and so does a position
 * effect that runs away or cannot be told from strengths. A regulariser makes all strengths finite and flags them.
 *
 * <p><b>Cost.</b> One pass over m rows, then 5 to 10 Newton steps of n³/3 multiplications for n contestants.
 *
 * <p><b>Accuracy.</b> Gradient of the total loss at most 1e-9 in the maximum norm (or its rounding error, where that
 * is larger); the last step is below 1e-8, so strengths are right to about 1e-13 relative to the data.
 *
 * <p><b>Source.</b> Bradley and Terry 1952, doi 10.2307/2334029; Ford 1957, doi 10.1080/00029890.1957.11989117;
 * Davidson and Beaver 1977 for the order effect, doi 10.2307/2529467.
 */
public final class BradleyTerry implements RatingMethod {
    private final TieHandling ties;
    private final PositionModel position;
    private final CovarianceKind covariance;
    private final Regularisation regularisation;

    private BradleyTerry(
            TieHandling ties, PositionModel position, CovarianceKind covariance, Regularisation regularisation) {
        this.ties = ties;
        this.position = position;
        this.covariance = covariance;
        this.regularisation = regularisation;
    }

    /** Half ties, no position effect, cluster-robust covariance, no regularisation. */
    public static BradleyTerry withDefaults() {
        return new BradleyTerry(TieHandling.HALF, PositionModel.OFF, CovarianceKind.CLUSTER, Regularisation.none());
    }

    /** What a tie counts as. */
    public BradleyTerry withTies(TieHandling other) {
        return new BradleyTerry(other, position, covariance, regularisation);
    }

    /** Whether a position effect is fitted. */
    public BradleyTerry withPosition(PositionModel other) {
        return new BradleyTerry(ties, other, covariance, regularisation);
    }

    /** Where the covariance comes from. */
    public BradleyTerry withCovariance(CovarianceKind other) {
        return new BradleyTerry(ties, position, other, regularisation);
    }

    /** The penalty on strengths. */
    public BradleyTerry withRegularisation(Regularisation other) {
        return new BradleyTerry(ties, position, covariance, other);
    }

    @Override
    public String name() {
        return "bradley-terry";
    }

    @Override
    public RatingMethod forRefits() {
        return withCovariance(CovarianceKind.NONE);
    }

    /** What a tie counts as. */
    public TieHandling ties() {
        return ties;
    }

    /** Whether a position effect is fitted. */
    public PositionModel position() {
        return position;
    }

    /** Where the covariance comes from. */
    public CovarianceKind covariance() {
        return covariance;
    }

    /** The penalty on strengths. */
    public Regularisation regularisation() {
        return regularisation;
    }

    @Override
    public RatingResult rate(Evidence evidence) {
        Comparisons rows = evidence.comparisons();
        PositionColumns positions = PositionColumns.of(evidence, rows, this);
        PairTable table = PairTable.of(rows, positions, this, evidence.contestants());
        BradleyTerryFit fit = new BradleyTerryFit(table, positions, this, evidence.contestants());
        return new BradleyTerryReport(fit, this, evidence.contestants()).result(rows);
    }

    /** Whether a row says anything under these options. */
    boolean counts(Comparisons rows, int r) {
        boolean droppedTie = ties == TieHandling.DROP && rows.score(r) == 0.5;
        return !droppedTie && rows.count(r) > 0 && rows.weight(r) > 0;
    }
}
