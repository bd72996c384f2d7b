package dev.arena.core.battle;

import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoteId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vote as the one who cast it may see it later.
 *
 * @param id for asking for what came before it
 * @param vote its public id
 * @param study where it was cast; null for one without a study
 * @param verdict as in a {@link Reveal}; null for a vote that was taken back
 * @param ranks by position, for more than two responses; null otherwise
 * @param prompt the last turn of what was asked
 * @param names by position, of those who wrote the responses; empty where they were not revealed
 */
public record OwnVote(
        VoteId id,
        String vote,
        @Nullable StudyId study,
        Instant castAt,
        @Nullable String verdict,
        @Nullable List<Integer> ranks,
        String prompt,
        List<String> names) {
    public OwnVote {
        ranks = ranks == null ? null : List.copyOf(ranks);
        names = List.copyOf(names);
    }
}
