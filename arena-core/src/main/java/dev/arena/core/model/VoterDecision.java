package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a voter's votes are rated from now on, those cast before included. The votes themselves stay as they are.
 *
 * @param judge the voter
 * @param study whose votes; null for all of the voter's
 * @param weight of each vote: 0 where they are excluded, in (0, 1] for {@link Action#WEIGHT}, 1 where they are restored
 * @param reason a word of small letters, digits and underscores; the leaderboard counts what it leaves out as {@code voter_<reason>}
 * @param evidence what the decision rests on, a JSON object
 * @param by who decided: a person's name, or {@code rules}
 * @param decidedAt kept to the millisecond
 */
public record VoterDecision(
        JudgeId judge,
        @Nullable StudyId study,
        Action action,
        double weight,
        String reason,
        String evidence,
        String by,
        Instant decidedAt) {
    /** What a reason looks like. */
    public static final Pattern REASON = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** What is decided. */
    public enum Action {
        /** The votes are left out, and counted by reason. */
        EXCLUDE,
        /** The votes count less. */
        WEIGHT,
        /** The votes count again like any other. */
        RESTORE;

        /** The word used in files and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public VoterDecision {
        decidedAt = decidedAt.truncatedTo(ChronoUnit.MILLIS);
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("reason '" + reason
                    + "' is not allowed; use 1 to 40 small letters, digits and underscores that begin with a letter, such as"
                    + " gold");
        }
        boolean fits = switch (action) {
            case EXCLUDE -> weight == 0;
            case WEIGHT -> weight > 0 && weight <= 1;
            case RESTORE -> weight == 1;
        };
        if (!fits) {
            throw new IllegalArgumentException("weight " + weight + " does not fit action " + action.word()
                    + "; exclude has 0, weight a number above 0 and at most 1, restore 1");
        }
    }
}
