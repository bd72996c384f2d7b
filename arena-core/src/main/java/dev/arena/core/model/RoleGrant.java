package dev.arena.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds.
 *
 * @param study where it holds; null = in the whole arena
 * @param invite by which it was got; null where the person who runs the server gave it
 */
public record RoleGrant(
        JudgeId judge,
        @Nullable StudyId study,
        Role role,
        @Nullable InviteId invite,
        Instant grantedAt) {}
