package dev.arena.core.exchange;

/**
 * Something a reader of the result should know, though nothing failed.
 *
 * @param code a fixed word for programs, such as {@code unknown_column}
 */
public record Notice(String code, String message) {}
