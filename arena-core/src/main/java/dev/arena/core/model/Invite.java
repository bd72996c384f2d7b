package dev.arena.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that gives a role to whoever opens it.
 *
 * @param used so many people joined by it
 * @param endedAt when it was revoked; null while it was not
 */
public record Invite(
        InviteId id, InviteDraft draft, long used, @Nullable Instant endedAt) {
    /** Why nobody can join by it at a moment. */
    public enum Refusal {
        ENDED,
        EXPIRED,
        USED_UP
    }

    /** Why it cannot be used at that moment; null where it can. */
    public @Nullable Refusal refusal(Instant now) {
        if (endedAt != null) {
            return Refusal.ENDED;
        }
        Instant expires = draft.expiresAt();
        if (expires != null && !now.isBefore(expires)) {
            return Refusal.EXPIRED;
        }
        Integer max = draft.usesMax();
        return max != null && used >= max ? Refusal.USED_UP : null;
    }
}
