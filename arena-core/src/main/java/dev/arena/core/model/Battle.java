package dev.arena.core.model;

import java.util.List;

/** A matchup in one stored order; immutable. */
public record Battle(BattleId id, BattleDraft draft) {
    /** The seats in the order shown. */
    public List<Seat> seats() {
        return draft.seats();
    }

    /** What a voter's browser sees instead of the id. */
    public String token() {
        return draft.token();
    }
}
