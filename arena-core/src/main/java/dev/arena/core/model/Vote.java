package dev.arena.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The stored record of a verdict.
 *
 * @param publicId what the API calls it; random
 * @param supersedes the vote that this one replaces (same battle, same judge), or null
 */
public record Vote(
        VoteId id,
        String publicId,
        BattleId battle,
        VoteDraft draft,
        @Nullable VoteId supersedes) {
    /** Who voted. */
    public JudgeId judge() {
        return draft.judge();
    }

    /** What was said. */
    public Verdict verdict() {
        return draft.verdict();
    }
}
