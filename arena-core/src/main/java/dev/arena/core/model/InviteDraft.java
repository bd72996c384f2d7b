package dev.arena.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that is about to be stored.
 *
 * @param study where a voter votes; null for an invitation to the whole arena, which makes no voters
 * @param secretHash a keyed hash of the secret in the link, in hexadecimal; the secret is stored nowhere
 * @param label for those who invite, such as whom it was sent to; may be empty
 * @param usesMax so many people may join by it; null = any number
 * @param expiresAt nobody joins from then on; null = never
 */
public record InviteDraft(
        @Nullable StudyId study,
        Role role,
        String secretHash,
        String label,
        @Nullable Integer usesMax,
        @Nullable Instant expiresAt,
        Instant createdAt) {
    public InviteDraft {
        if (role == Role.VOTER && study == null) {
            throw new IllegalArgumentException("a voter is invited to a study");
        }
        if (usesMax != null && usesMax < 1) {
            throw new IllegalArgumentException("an invitation is for at least one use, found " + usesMax);
        }
    }

    /** Where the role holds that it gives: a voter's in the study, the others everywhere. */
    public @Nullable StudyId scope() {
        return role == Role.VOTER ? study : null;
    }
}
