package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoterDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the votes of voters are rated by the decisions so far: of those that cover a vote the newest holds. Immutable. */
public final class VoterRulings {
    /** No decision: every vote counts alike. */
    public static final VoterRulings NONE = new VoterRulings(List.of());

    /** What leaves a vote out by a decision begins with this. */
    static final String PREFIX = Exclusion.VOTER.word() + "_";

    /** How a vote counts on whose voter nobody decided. */
    static final Ruling FULL = new Ruling(1, "");

    private final List<VoterDecision> decisions;
    private final Map<JudgeId, List<VoterDecision>> byVoter = new HashMap<>();

    private VoterRulings(List<VoterDecision> decisions) {
        this.decisions = List.copyOf(decisions);
        for (VoterDecision decision : decisions) {
            byVoter.computeIfAbsent(decision.judge(), judge -> new ArrayList<>())
                    .add(decision);
        }
    }

    /**
     * The rulings of some decisions.
     *
     * @param decisions oldest first
     * @return {@link #NONE} where every vote counts in full, be it because all that was decided was taken back
     */
    public static VoterRulings of(List<VoterDecision> decisions) {
        VoterRulings rulings = new VoterRulings(decisions);
        return decisions.stream().allMatch(rulings::countsInFull) ? NONE : rulings;
    }

    /** Whether the votes that a decision covers count in full by what holds now: within its study, and outside of all studies. */
    private boolean countsInFull(VoterDecision decision) {
        return of(decision.judge(), decision.study()).weight() == 1;
    }

    /**
     * How a vote counts.
     *
     * @param weight 0 where it is left out
     * @param reason of the decision; empty where there is none
     */
    public record Ruling(double weight, String reason) {
        /** Why the vote is left out; empty where it is not. */
        String exclusion() {
            return weight == 0 ? PREFIX + reason : "";
        }
    }

    /** How the votes of a voter in a study count; outside studies where that is null. */
    public Ruling of(JudgeId voter, @Nullable StudyId study) {
        Ruling ruling = FULL;
        for (VoterDecision decision : byVoter.getOrDefault(voter, List.of())) {
            if (decision.study() == null || Objects.equals(decision.study(), study)) {
                ruling = new Ruling(decision.weight(), decision.reason());
            }
        }
        return ruling;
    }

    /** Whether no decision takes anything from any vote. */
    public boolean isEmpty() {
        return decisions.isEmpty();
    }

    /** Whether these are the rulings of the same decisions. */
    boolean isSameAs(VoterRulings other) {
        return decisions.equals(other.decisions);
    }
}
