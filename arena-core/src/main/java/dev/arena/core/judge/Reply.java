package dev.arena.core.judge;

import java.util.List;

/**
 * What a verdict is read from.
 *
 * @param text the reply as it came
 * @param tokens the reply's tokens with their alternatives; empty where the endpoint does not tell, or was not asked
 */
public record Reply(String text, List<TokenChoices> tokens) {
    public Reply {
        tokens = List.copyOf(tokens);
    }

    /** A reply of which only the text is known. */
    public static Reply of(String text) {
        return new Reply(text, List.of());
    }
}
