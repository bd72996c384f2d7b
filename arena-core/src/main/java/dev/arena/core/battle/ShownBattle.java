package dev.arena.core.battle;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.StudyVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a voter may know of an open battle. There is no id, name, hash or version in it, and no way to one.
 *
 * @param token opaque: random, linked to nothing outside the store
 * @param responses by position
 * @param study the settings under which it was opened; null on the open floor. It is the same for plain, gold and repeated battles
 */
public record ShownBattle(
        String token,
        PromptText prompt,
        List<ResponseText> responses,
        VotingProgress progress,
        @Nullable StudyVersion study) {
    public ShownBattle {
        responses = List.copyOf(responses);
    }
}
