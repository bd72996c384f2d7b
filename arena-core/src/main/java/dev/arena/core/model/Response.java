package dev.arena.core.model;

/**
 * One version of a contestant's answer to a prompt. A changed answer is a new version; older ones stay stored, but votes on them
 * leave the ratings.
 *
 * @param version 1, 2, … for the same prompt and contestant
 */
public record Response(
        ResponseId id, PromptId prompt, ContestantId contestant, int version, ResponseText text, String sha256) {}
