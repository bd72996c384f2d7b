package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.JuryBattles.Battle;
import dev.arena.core.leaderboard.JuryVerdicts.Ruling;
import dev.arena.ratings.agreement.SymmetricDawidSkene;
import dev.arena.ratings.agreement.VotePatterns;
import java.util.Arrays;
import java.util.List;

/** The verdicts of a jury whose members weigh by their reliability, over battles of two responses. */
final class Reliabilities {
    private static final int LABELS = 3;

    private final int[] patterns;
    private final boolean[] split;
    private final SymmetricDawidSkene.Fit fit;

    private Reliabilities(int[] patterns, boolean[] split, SymmetricDawidSkene.Fit fit) {
        this.patterns = patterns;
        this.split = split;
        this.fit = fit;
    }

    /** Fits the members' reliabilities to their verdicts on all battles together. */
    static Reliabilities of(VoteTable table, List<Battle> battles, int members) {
        VotePatterns votes = new VotePatterns(Math.max(1, members), LABELS);
        int[] patterns = new int[battles.size()];
        boolean[] split = new boolean[battles.size()];
        for (int k = 0; k < patterns.length; k++) {
            Battle battle = battles.get(k);
            int[] said = new int[battle.rows().length];
            Arrays.setAll(said, member -> label(table, battle.rows()[member]));
            split[k] = Arrays.stream(said)
                            .filter(label -> label != VotePatterns.ABSENT)
                            .distinct()
                            .count()
                    > 1;
            patterns[k] = votes.add(said, table.orderKnown(battle.first()), battle.count());
        }
        return new Reliabilities(patterns, split, SymmetricDawidSkene.fit(votes));
    }

    private static int label(VoteTable table, int row) {
        if (row == JuryBattles.NOBODY) {
            return VotePatterns.ABSENT;
        }
        double score = JuryVerdicts.score(table.said(row));
        return score == 0.5
                ? SymmetricDawidSkene.TIE
                : score > 0.5 ? SymmetricDawidSkene.FIRST : SymmetricDawidSkene.SECOND;
    }

    /** The verdict on the k-th battle. */
    Ruling ruling(int battle) {
        return JuryVerdicts.soft(fit.preferences().get(patterns[battle]), split[battle]);
    }

    double accuracy(int member) {
        return fit.judges().get(member).accuracy();
    }

    double position(int member) {
        return fit.judges().get(member).position();
    }
}
