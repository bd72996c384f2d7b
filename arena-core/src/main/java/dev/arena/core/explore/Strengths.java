package dev.arena.core.explore;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a table expects of two contestants. */
final class Strengths {
    private static final double EVEN = 0.5;

    private final Map<ContestantId, Double> strengths = new HashMap<>();

    Strengths(Leaderboard board, Collection<Contestant> contestants) {
        Map<String, ContestantId> ids = new HashMap<>();
        contestants.forEach(contestant -> ids.put(contestant.name(), contestant.id()));
        for (LeaderboardRow row : board.rows()) {
            ContestantId id = ids.get(row.modelName());
            if (id != null && row.strength() != null) {
                strengths.put(id, row.strength());
            }
        }
    }

    /**
     * A result, and how much it was expected.
     *
     * @param probability that the table gives to this winner against this loser
     */
    record Upset(ContestantId winner, ContestantId loser, double probability) {
        /** Whether the table gave it less than even odds. */
        boolean isOne() {
            return probability < EVEN;
        }
    }

    /** The least expected result of a matchup; null where nothing was decided between rated contestants. */
    @Nullable
    Upset upset(Matchup matchup) {
        Upset least = null;
        for (Matchup.Said said : matchup.said) {
            Upset one = upset(said.outcome());
            if (one != null && (least == null || one.probability() < least.probability())) {
                least = one;
            }
        }
        return least;
    }

    @Nullable
    Upset upset(Outcome outcome) {
        Upset least = null;
        if (outcome.kind() != Outcome.Kind.DECIDED) {
            return null;
        }
        List<List<ContestantId>> levels = outcome.levels();
        for (int better = 0; better < levels.size(); better++) {
            for (int worse = better + 1; worse < levels.size(); worse++) {
                for (ContestantId winner : levels.get(better)) {
                    for (ContestantId loser : levels.get(worse)) {
                        Double probability = probability(winner, loser);
                        if (probability != null && (least == null || probability < least.probability())) {
                            least = new Upset(winner, loser, probability);
                        }
                    }
                }
            }
        }
        return least;
    }

    /** That the one wins against the other, where both are rated. */
    @Nullable
    Double probability(ContestantId winner, ContestantId loser) {
        Double one = strengths.get(winner);
        Double other = strengths.get(loser);
        return one == null || other == null ? null : Double.valueOf(1 / (1 + Math.exp(other - one)));
    }
}
