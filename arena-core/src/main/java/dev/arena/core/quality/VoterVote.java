package dev.arena.core.quality;

import dev.arena.core.model.CastVote;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.OptionalInt;

/**
 * A voter's vote as checks see it.
 *
 * @param characters of all responses together; empty where a text is not known
 * @param counted whether it is among what others are measured by: no decision leaves it out
 */
record VoterVote(CastVote cast, OptionalInt characters, BattleMarks.Mark mark, boolean counted) {
    Verdict verdict() {
        return cast.vote().verdict();
    }

    List<Seat> seats() {
        return cast.battle().seats();
    }

    /** The only position that was ranked best; empty where none was. */
    OptionalInt best() {
        return verdict() instanceof Verdict.Ranking ranking ? ranking.onlyBest() : OptionalInt.empty();
    }
}
