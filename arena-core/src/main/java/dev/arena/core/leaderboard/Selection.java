package dev.arena.core.leaderboard;

import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Votes to rate, and how many are left out for what reason. An abstention that is added is counted under its reason. */
public final class Selection {
    private final List<RatedVote> votes = new ArrayList<>();
    private final Map<String, Long> excluded = new TreeMap<>();
    private boolean simulated;

    /** A vote that is rated, or left out if it is an abstention. */
    public void add(RatedVote vote, boolean fromScriptedJudge) {
        if (vote.verdict() instanceof Verdict.Abstention abstention) {
            exclude(abstention.reason().word(), vote.count());
            return;
        }
        votes.add(vote);
        simulated |= fromScriptedJudge;
    }

    /** Votes that are left out. */
    public void exclude(String reason, long count) {
        excluded.merge(reason, count, Long::sum);
    }

    /** The votes that are rated, in order. */
    public List<RatedVote> votes() {
        return votes;
    }

    /** Counts of the others by reason. */
    public Map<String, Long> excluded() {
        return excluded;
    }

    /** Whether a scripted judge is among those rated. */
    public boolean simulated() {
        return simulated;
    }
}
