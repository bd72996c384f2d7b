package dev.arena.core.model;

/**
 * A judge before it is stored; kind, name and version together are unique.
 *
 * @param name for a person a pseudonym that cannot be traced back; printed in tables by judge
 * @param version what pins its behaviour: model version and template hash, metric version, …; empty for people
 */
public record JudgeDraft(JudgeKind kind, String name, String version) {}
