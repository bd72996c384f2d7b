package dev.arena.core.leaderboard;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which jury decides a table, and whose votes stay out of it.
 *
 * @param rule how verdicts are folded
 * @param leaveOut which votes of a judge are left out because it judges its own
 * @param minJudges battles on which fewer members voted are left out, at least 1
 * @param people whether people are members too; otherwise their votes stand beside the jury's
 * @param families who is of one kin
 */
public record Jury(JuryRule rule, LeaveOut leaveOut, int minJudges, boolean people, Families families) {
    /** No jury, nothing left out. */
    public static final Jury NONE = new Jury(JuryRule.NONE, LeaveOut.NONE, 1, false, Families.UNKNOWN);

    /** The name of the judge that a jury is. */
    public static final String NAME = "jury";

    public Jury {
        if (minJudges < 1) {
            throw new IllegalArgumentException("a jury needs at least one judge, found " + minJudges);
        }
    }

    /** Whether verdicts are folded. */
    public boolean folds() {
        return rule != JuryRule.NONE;
    }

    /** The same with what is known of families. */
    public Jury withFamilies(Families known) {
        return new Jury(rule, leaveOut, minJudges, people, known);
    }

    /** The same choice of votes for the table of one judge. */
    Jury withoutRule() {
        return new Jury(JuryRule.NONE, leaveOut, 1, people, families);
    }

    /** For the settings of a table; empty where there is nothing to say. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (folds()) {
            settings.put("jury", rule.word());
            settings.put("jury_min_judges", Integer.toString(minJudges));
            settings.put("jury_people", people ? "members" : "beside");
        }
        if (leaveOut != LeaveOut.NONE) {
            settings.put("leave_out", leaveOut.word());
        }
        return settings;
    }
}
