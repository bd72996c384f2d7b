package dev.arena.core.battle;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.util.List;

/**
 * All that a voter may know of an open battle. There is no id, name, hash or version in it, and no way to one.
 *
 * @param token opaque: random, linked to nothing outside the store
 * @param responses by position
 */
public record ShownBattle(String token, PromptText prompt, List<ResponseText> responses, VotingProgress progress) {
    public ShownBattle {
        responses = List.copyOf(responses);
    }
}
