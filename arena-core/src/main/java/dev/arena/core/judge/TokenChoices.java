package dev.arena.core.judge;

import java.util.List;

/**
 * One token of a reply and what else the model might have written there, as far as the endpoint tells.
 *
 * @param token what was written
 * @param alternatives the likeliest tokens at that place, the written one usually among them
 */
public record TokenChoices(String token, List<Choice> alternatives) {
    public TokenChoices {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * A token and how likely it was.
     *
     * @param logProbability natural logarithm of its probability, at most 0
     */
    public record Choice(String token, double logProbability) {}
}
