package dev.arena.core.judge;

import org.jspecify.annotations.Nullable;

/**
 * A case in words.
 *
 * @param system what the judge is told about its task, or null
 * @param user the case itself
 * @param followUp what was answered and what is asked about that, or null
 */
public record Question(
        @Nullable String system, String user, @Nullable FollowUp followUp) {
    /** A first question. */
    public Question(@Nullable String system, String user) {
        this(system, user, null);
    }

    /**
     * A second turn.
     *
     * @param reply what the judge answered to the first
     * @param request what it is asked now
     */
    public record FollowUp(String reply, String request) {}

    /** The same question with its answer and a request about it. */
    public Question followedBy(String reply, String request) {
        return new Question(system, user, new FollowUp(reply, request));
    }

    /** Everything that would be sent, for people. */
    public String shown() {
        String first = (system == null ? "" : "[system]\n" + system + "\n\n") + "[user]\n" + user;
        return followUp == null
                ? first
                : first + "\n\n[assistant]\n" + followUp.reply() + "\n\n[user]\n" + followUp.request();
    }
}
