package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.JuryBattles.Battle;
import dev.arena.core.model.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many independent judges a jury is worth at least: J / (1 + (J − 1) ρ), ρ the mean correlation between two members' scores over the
 * battles on which both voted, at least 0 (Kish's design effect). Members that agree because they are right and members that share
 * their errors look alike without gold labels, so the true number lies between this and J.
 */
final class EffectiveJudges {
    private EffectiveJudges() {}

    /** Over battles of two responses; null where no two members can be compared. */
    static @Nullable Double of(VoteTable table, List<Battle> battles, int members) {
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < members; one++) {
            for (int other = 0; other < one; other++) {
                double correlation = correlation(table, battles, one, other);
                if (!Double.isNaN(correlation)) {
                    sum += correlation;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? null : members / (1 + (members - 1) * Math.max(0, sum / pairs));
    }

    private static double correlation(VoteTable table, List<Battle> battles, int one, int other) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (Battle battle : battles) {
            int row = battle.rows()[one];
            int otherRow = battle.rows()[other];
            if (row == JuryBattles.NOBODY || otherRow == JuryBattles.NOBODY || !isPair(table, row)) {
                continue;
            }
            double a = JuryVerdicts.score(table.said(row)) - 0.5;
            double b = JuryVerdicts.score(table.said(otherRow)) - 0.5;
            n += battle.count();
            x += battle.count() * a;
            y += battle.count() * b;
            xx += battle.count() * a * a;
            yy += battle.count() * b * b;
            xy += battle.count() * a * b;
        }
        double spread = Math.sqrt((n * xx - x * x) * (n * yy - y * y));
        return spread > 0 ? (n * xy - x * y) / spread : Double.NaN;
    }

    private static boolean isPair(VoteTable table, int row) {
        Verdict said = table.said(row);
        return said.decides() && table.lineups.seats(table.lineupOf(row)).length == 2;
    }
}
