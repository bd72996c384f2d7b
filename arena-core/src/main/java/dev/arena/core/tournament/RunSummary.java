package dev.arena.core.tournament;

import java.util.List;

/**
 * What a run has stored so far, over all its sessions.
 *
 * @param judges in the order of the tournament
 * @param identical matchups of byte-identical responses that were tied without asking
 * @param lacking matchups that did not take place since a response is missing
 * @param open verdicts that are still to be given
 */
public record RunSummary(List<JudgeSummary> judges, long identical, long lacking, long open) {
    public RunSummary {
        judges = List.copyOf(judges);
    }

    /** Abstentions that asking again may mend. */
    public long failures() {
        return judges.stream().mapToLong(JudgeSummary::failures).sum();
    }
}
