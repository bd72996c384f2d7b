package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeCase;
import dev.arena.core.model.PromptId;
import org.jspecify.annotations.Nullable;

/**
 * A planted question of a run, whose answer is no vote.
 *
 * @param key unique for a judge within a run
 * @param type what is planted, in a word
 * @param prompt null where it belongs to none
 * @param judgeCase what the judge is given
 * @param shown the same for people, as JSON
 * @param expected the right verdict, in a word
 */
public record PlannedProbe(
        String key, String type, @Nullable PromptId prompt, JudgeCase judgeCase, String shown, String expected) {}
