package dev.arena.ratings.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What people and a judge said of matchups: sums a pair of contestants, so that the room does not grow with the matchups.
 *
 * <p>A matchup is one item: several votes of people on it are one score, their mean, and so are both orders of a judge. Scores are of
 * the first contestant against the second, in [0, 1], a tie ½.
 */
public final class PairedScores {
    private final int contestants;
    private final TreeMap<Long, PairCell> cells = new TreeMap<>();

    /** No matchup yet. */
    public PairedScores(int contestants) {
        this.contestants = contestants;
    }

    /** A matchup that people and the judge scored. */
    public void both(int first, int second, double human, double judge) {
        cell(first, second).both(oriented(first, second, human), oriented(first, second, judge));
    }

    /** A matchup that only people scored. */
    public void human(int first, int second, double score) {
        cell(first, second).human(oriented(first, second, score));
    }

    /** A matchup that only the judge scored. */
    public void judge(int first, int second, double score) {
        cell(first, second).judge(oriented(first, second, score));
    }

    /** How many contestants there are. */
    public int contestants() {
        return contestants;
    }

    /** How many matchups people scored. */
    public long humanMatchups() {
        return cells.values().stream().mapToLong(cell -> cell.humans.n).sum();
    }

    /** How many of these the judge scored too. */
    public long sharedMatchups() {
        return cells.values().stream().mapToLong(cell -> cell.shared.n).sum();
    }

    /** How many matchups only the judge scored. */
    public long judgeMatchups() {
        return cells.values().stream().mapToLong(cell -> cell.further.n).sum();
    }

    /** The pairs, in the order of their contestants. */
    List<PairCell> cells() {
        return new ArrayList<>(cells.values());
    }

    private static double oriented(int first, int second, double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " is not allowed; use a number in [0, 1]");
        }
        return first < second ? score : 1 - score;
    }

    private PairCell cell(int first, int second) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        if (low < 0 || high >= contestants || low == high) {
            throw new IllegalArgumentException("contestants " + first + " and " + second
                    + " are not allowed; use two different numbers from 0 to " + (contestants - 1));
        }
        return cells.computeIfAbsent((long) low * contestants + high, key -> new PairCell(low, high));
    }
}
