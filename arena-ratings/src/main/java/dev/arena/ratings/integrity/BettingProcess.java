package dev.arena.ratings.integrity;

/**
 * A running bet against the claim that a voter's scores for one contestant have the expected values.
 *
 * <p><b>Model.</b> K_t = mean over λ in {±¼, ±½, ±1} of Π_{s ≤ t} (1 + λ(y_s − e_s)), with score y in [0, 1] and
 * expected score e from a fit without this voter. If E[y_t | past] = e_t the capital K is a nonnegative martingale that
 * starts at 1, so that P(K reaches 1/α at any time) ≤ α (Ville 1939): one may look after every vote.
 *
 * <p><b>Input.</b> Votes in their order, each from the side of the suspected beneficiary. <b>Output.</b> The capital
 * now, which is an e-value, and the largest so far, which is not but may be compared with 1/α.
 *
 * <p><b>Cost and accuracy.</b> Six logarithms a vote; capital is held as logarithms and does not overflow.
 *
 * <p><b>Source.</b> Waudby-Smith and Ramdas 2024, doi 10.1093/jrsssb/qkad009; Ville 1939.
 */
public final class BettingProcess {
    private static final double[] STAKES = {-1, -0.5, -0.25, 0.25, 0.5, 1};

    private final double[] logCapital = new double[STAKES.length];
    private long votes;
    private double largest = 1;

    /**
     * Bets on a vote.
     *
     * @param score from the suspected beneficiary's side, in [0, 1]
     * @param expected what a fit without this voter expects, in [0, 1]
     * @return the capital after it
     */
    public double add(double score, double expected) {
        return add(score, expected, expected);
    }

    /**
     * Bets on a vote of which the expected score is known within bounds only: stakes on more count from the upper one, stakes on
     * less from the lower one. The capital then expects to fall or to stay wherever the truth lies between them.
     *
     * @param lowest expected score at least, in [0, 1]
     * @param highest expected score at most, not below {@code lowest}
     * @return the capital after it
     */
    public double add(double score, double lowest, double highest) {
        requireShare("score", score);
        requireShare("expected score", lowest);
        requireShare("expected score", highest);
        if (highest < lowest) {
            throw new IllegalArgumentException(
                    "expected scores from " + lowest + " to " + highest + " are not allowed; give the lower one first");
        }
        for (int k = 0; k < STAKES.length; k++) {
            logCapital[k] += Math.log1p(STAKES[k] * (score - (STAKES[k] > 0 ? highest : lowest)));
        }
        votes++;
        largest = Math.max(largest, capital());
        return capital();
    }

    /** The capital now; 1 before the first vote. An e-value. */
    public double capital() {
        double sum = 0;
        for (double log : logCapital) {
            sum += Math.exp(log);
        }
        return Math.min(Double.MAX_VALUE, sum / STAKES.length);
    }

    /** The largest capital so far. */
    public double largest() {
        return largest;
    }

    /** How many votes were bet on. */
    public long votes() {
        return votes;
    }

    /**
     * Whether the capital has ever reached 1/α: an honest voter is flagged with probability α at most.
     *
     * @param alpha strictly between 0 and 1
     */
    public boolean flagged(double alpha) {
        requireLevel(alpha);
        return largest >= 1 / alpha;
    }

    static void requireLevel(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "alpha " + alpha + " is not allowed; use a number strictly between 0 and 1");
        }
    }

    private static void requireShare(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " " + value + " is not allowed; use a number in [0, 1]");
        }
    }
}
