package dev.arena.core.judge;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a judge answered.
 *
 * @param verdict an abstention where there is no usable verdict
 * @param rationale why, in the judge's words, or null
 * @param call what it took to ask, or null where the judge needs no call
 */
public record Opinion(
        Verdict verdict,
        @Nullable String rationale,
        @Nullable Call call) {
    /** A verdict that needed no call. */
    public static Opinion of(Verdict verdict, String rationale) {
        return new Opinion(verdict, rationale, null);
    }

    /** No verdict, found out without a call. */
    public static Opinion notApplicable(String detail) {
        return new Opinion(Verdict.abstain(AbstentionReason.NOT_APPLICABLE, detail), null, null);
    }

    /**
     * A question that was sent.
     *
     * @param key SHA-256 of everything that went into it
     * @param outcome how it ended
     * @param reply the last reply as it came, or null
     * @param firstReply the unreadable reply after which it was asked once more, or null where it was not
     * @param tokens the last reply's token alternatives as they are stored, or null
     * @param model what the endpoint says answered, or null
     * @param error what went wrong, or null
     * @param costUsd null where it is unknown
     * @param usage of all that was asked
     * @param attempts how often something was sent
     */
    public record Call(
            String key,
            JudgeCall.Outcome outcome,
            @Nullable String reply,
            @Nullable String firstReply,
            @Nullable String tokens,
            @Nullable String model,
            @Nullable String error,
            JudgeCall.Usage usage,
            @Nullable Double costUsd,
            int attempts) {}
}
