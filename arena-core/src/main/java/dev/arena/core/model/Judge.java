package dev.arena.core.model;

/** Who decides: a person (UI: voter), an LLM, a metric, a command, a jury. */
public record Judge(JudgeId id, JudgeKind kind, String name, String version) {}
