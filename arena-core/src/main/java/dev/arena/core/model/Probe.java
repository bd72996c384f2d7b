package dev.arena.core.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A judge's answer to a planted question. It is never a vote, so no rating sees it.
 *
 * @param sequence counts the answers of a judge to one question of a run, from 1; the last one holds
 */
public record Probe(Question question, int sequence, Answer answer) {
    /**
     * What was asked.
     *
     * @param key unique for a judge within a run
     * @param type what was planted, in a word
     * @param prompt null where it belongs to none
     * @param shown what the judge was shown, as JSON
     * @param expected the right verdict, in a word
     */
    public record Question(
            RunId run,
            JudgeId judge,
            String key,
            String type,
            @Nullable PromptId prompt,
            String shown,
            String expected) {}

    /**
     * What was answered.
     *
     * @param answeredAt kept to the millisecond
     */
    public record Answer(
            Verdict verdict,
            @Nullable String rationale,
            @Nullable Long latencyMs,
            Instant answeredAt) {
        public Answer {
            answeredAt = answeredAt.truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
