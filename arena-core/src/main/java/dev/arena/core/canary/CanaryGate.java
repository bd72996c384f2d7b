package dev.arena.core.canary;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Looks for canaries that win in a table. A canary wins where the evidence puts at least one contestant that is none below it: by its
 * rank set where the table has them, else by the ratings alone; or where nobody beat it.
 */
public final class CanaryGate {
    private final Map<String, String> canaries;

    /** A gate for these contestants; the value says why each must lose. */
    public CanaryGate(Map<String, String> canaries) {
        this.canaries = Map.copyOf(canaries);
    }

    /** What is wrong with a table, a sentence for each canary that wins, in the order of the table. */
    public List<String> findings(Leaderboard board) {
        List<String> findings = new ArrayList<>();
        for (LeaderboardRow row : board.rows()) {
            String why = canaries.get(row.modelName());
            if (why == null) {
                continue;
            }
            String won = won(row, board);
            if (!won.isEmpty()) {
                String table = board.split().isEmpty() ? board.method() : board.method() + ", " + board.split();
                findings.add("canary '" + row.modelName() + "' (" + why + ") wins in the table " + table + ": " + won);
            }
        }
        return findings;
    }

    /** How a canary won; empty where it lost as it must. */
    private String won(LeaderboardRow row, Leaderboard board) {
        if (row.status().equals("unbeaten")) {
            return "nobody beat it";
        }
        long below = row.rankUpper() == null ? belowByRating(row, board) : belowByRankSet(row, board);
        if (below == 0) {
            return "";
        }
        String rank = row.rank() == null ? "" : String.format(Locale.ROOT, ", rank %d", row.rank());
        Integer best = row.rankLower();
        Integer worst = row.rankUpper();
        String range = best == null || worst == null ? "" : " (" + best + "-" + worst + ")";
        return below + " of " + others(board) + " contestants stand below it" + rank + range;
    }

    /**
     * At least so many contestants that are no canaries are below this one: who can be no worse than place {@code rankUpper} of
     * {@code n} has {@code n - rankUpper} below, of whom the other canaries are taken off.
     */
    private long belowByRankSet(LeaderboardRow row, Leaderboard board) {
        long ranked =
                board.rows().stream().filter(other -> other.rankUpper() != null).count();
        long others = board.rows().stream()
                .filter(other -> other.rankUpper() != null && canaries.containsKey(other.modelName()))
                .count();
        return Math.max(0, ranked - Objects.requireNonNull(row.rankUpper()) - (others - 1));
    }

    private long belowByRating(LeaderboardRow row, Leaderboard board) {
        Double rating = row.rating();
        return rating == null
                ? 0
                : board.rows().stream()
                        .filter(other -> !canaries.containsKey(other.modelName()))
                        .map(LeaderboardRow::rating)
                        .filter(other -> other != null && other < rating)
                        .count();
    }

    /** Contestants with votes that are no canaries. */
    private long others(Leaderboard board) {
        return board.rows().stream()
                .filter(row -> row.counts().votes() > 0 && !canaries.containsKey(row.modelName()))
                .count();
    }
}
