package dev.arena.core.board;

import dev.arena.ratings.wording.Phrase;
import java.util.Locale;

/** The checks of a table, in the order in which they are shown, each with the rule that decides. */
enum CheckId implements Phrase {
    CONNECTIVITY("Passed where votes link all contestants that have any: only then are ratings on one scale."),
    MINIMUM_VOTES("Failed where a contestant that was voted on has fewer votes than the limit."),
    UNBEATEN("Failed where a contestant never lost, never won, or stands apart by no finite amount: it has no finite"
            + " rating."),
    CYCLES("Failed where three contestants beat each other in a circle and each of the three results is significant,"
            + " at a level corrected for the number of pairs (score test, matchups as clusters). No rating can"
            + " express a circle."),
    FRAGILITY("Failed where leaving out fewer votes than either limit puts another contestant first, by a refit. The"
            + " number is an upper bound: fewer might do if chosen better."),
    EXCLUSIONS("Failed where more than the limit of all votes was left out for a reason that tells of bad data or bad"
            + " faith; skips, withdrawn and replaced votes do not count."),
    JUDGE_AGREEMENT(
            "Failed where Cohen's kappa of a judge against people is below the limit, on matchups that both judged,"
                    + " with at least 30 comparisons."),
    FLIP_RATE("Failed where a judge names the other contestant after a swap of the positions in more than the limit of"
            + " its matchups, with at least 30 of them."),
    ABSTENTIONS("Failed where judges gave no usable verdict on more than the limit of what they were asked; what people"
            + " skip counts."),
    CANARIES("Failed where a judge let a planted answer through more often than its run tolerates."),
    LEAKS("Failed where responses that tell who wrote them are shown as they are (flagged), or could not be looked"
            + " through. Counted are all current responses, whatever the filters but for studies; nobody is told"
            + " whose they are.");

    private final String rule;

    CheckId(String rule) {
        this.rule = rule;
    }

    @Override
    public String prefix() {
        return "rule_";
    }

    @Override
    public String other() {
        return rule;
    }

    /** The word used in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
