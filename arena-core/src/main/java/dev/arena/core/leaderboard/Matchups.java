package dev.arena.core.leaderboard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for matchups: the same prompt, turn and contestants in any order and any repeat. Not safe for use by many threads. */
final class Matchups {
    /** A vote without a prompt is on a matchup of its own. */
    static final int ALONE = -1;

    private final VoteSet votes;
    private final LongCodes turns = new LongCodes();
    private final LongCodes matchups = new LongCodes();
    private final Map<List<Integer>, Integer> sets = new HashMap<>();
    /** One more than the number of the set of each lineup; 0 where it was not looked up yet. */
    private final int[] setOfLineup;

    Matchups(VoteSet votes) {
        this.votes = votes;
        setOfLineup = new int[votes.lineups()];
    }

    /** The number of a vote's matchup, or {@link #ALONE}. */
    int of(int vote) {
        int prompt = votes.prompt(vote);
        if (prompt == 0) {
            return ALONE;
        }
        int turn = turns.code(((long) prompt << 32) | votes.turn(vote));
        return matchups.code(((long) set(vote) << 32) | turn);
    }

    private int set(int vote) {
        int lineup = votes.lineup(vote);
        if (setOfLineup[lineup] == 0) {
            List<Integer> sorted =
                    Arrays.stream(votes.seats(vote)).sorted().boxed().toList();
            setOfLineup[lineup] = 1 + sets.computeIfAbsent(sorted, key -> sets.size());
        }
        return setOfLineup[lineup];
    }
}
