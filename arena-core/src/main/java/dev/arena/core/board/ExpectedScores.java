package dev.arena.core.board;

import dev.arena.core.leaderboard.BoardEvidence;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Effect;
import dev.arena.ratings.Evidence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model of a table expects of a game.
 *
 * <p><b>Model.</b> With η = θ_first − θ_second + γ_judge + Σ β·feature: σ(η) where the method knows no ties; with a tie parameter of
 * Davidson's kind P(first) ∝ e^(η/2), P(second) ∝ e^(−η/2), P(tie) ∝ e^(ζ − γ/2); with Rao and Kupper's P(first) = σ(η − ζ), P(second) =
 * σ(−η − ζ). The score of a tie is ½, so the expected score is P(first) + P(tie)/2.
 *
 * <p><b>Input.</b> Strengths and effects in natural units. <b>Edge cases.</b> Without a finite strength, or where a method has a scale
 * of its own, there is no expectation.
 *
 * <p><b>Source.</b> Davidson 1970, doi 10.1080/01621459.1970.10481082; Rao and Kupper 1967, doi 10.1080/01621459.1967.10482901.
 */
final class ExpectedScores {
    private static final String RAO_KUPPER = "rao-kupper";

    private final Comparisons rows;
    private final double[] strengths;
    private final double[] positions;
    private final double[] styles;
    private final @Nullable Double tie;
    private final boolean threshold;

    ExpectedScores(BoardEvidence behind) {
        Leaderboard board = behind.board();
        Evidence evidence = behind.evidence();
        rows = evidence.comparisons();
        strengths = strengths(behind);
        positions = new double[evidence.judges().size()];
        styles = new double[rows.featureNames().size()];
        Double shared = estimate(board.effects(), Effect.POSITION, "all");
        for (int judge = 0; judge < positions.length; judge++) {
            Double own =
                    estimate(board.effects(), Effect.POSITION, evidence.judges().get(judge));
            Double other = estimate(board.effects(), Effect.POSITION, "other");
            Double known = own != null ? own : shared != null ? shared : other;
            positions[judge] = known == null ? 0 : known;
        }
        for (int feature = 0; feature < styles.length; feature++) {
            Double known = estimate(board.effects(), rows.featureNames().get(feature), "all");
            styles[feature] = known == null ? 0 : known;
        }
        tie = estimate(board.effects(), Effect.TIE, "all");
        threshold = board.method().equals(RAO_KUPPER);
    }

    private static double[] strengths(BoardEvidence behind) {
        Map<String, Double> byName = new HashMap<>();
        for (LeaderboardRow row : behind.board().rows()) {
            if (row.strength() != null) {
                byName.put(row.modelName(), row.strength());
            }
        }
        double[] strengths = new double[behind.contestants().size()];
        Arrays.setAll(strengths, i -> byName.getOrDefault(behind.contestants().get(i), Double.NaN));
        return strengths;
    }

    private static @Nullable Double estimate(List<Leaderboard.EffectRow> effects, String name, String judge) {
        return effects.stream()
                .filter(effect -> effect.name().equals(name) && effect.judge().equals(judge))
                .map(Leaderboard.EffectRow::estimate)
                .findFirst()
                .orElse(null);
    }

    /** Expected score of the first and its variance in one game; NaN where the model says nothing. */
    record Expected(double score, double variance) {}

    /** What is expected of a row of the comparisons. */
    Expected of(int row) {
        double position = rows.judge(row) < 0 ? 0 : positions[rows.judge(row)];
        double eta = strengths[rows.first(row)] - strengths[rows.second(row)] + position;
        for (int feature = 0; feature < styles.length; feature++) {
            eta += styles[feature] * rows.feature(row, feature);
        }
        if (tie == null) {
            double p = sigma(eta);
            return new Expected(p, p * (1 - p));
        }
        double zeta = tie;
        double first;
        double tied;
        if (threshold) {
            first = sigma(eta - zeta);
            tied = 1 - first - sigma(-eta - zeta);
        } else {
            double top = Math.max(Math.abs(eta) / 2, zeta - position / 2);
            double up = Math.exp(eta / 2 - top);
            double middle = Math.exp(zeta - position / 2 - top);
            double sum = up + Math.exp(-eta / 2 - top) + middle;
            first = up / sum;
            tied = middle / sum;
        }
        double score = first + tied / 2;
        return new Expected(score, Math.max(0, first + tied / 4 - score * score));
    }

    /** The comparisons that rows are of. */
    Comparisons rows() {
        return rows;
    }

    private static double sigma(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }
}
