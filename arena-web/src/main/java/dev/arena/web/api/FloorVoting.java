package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.model.JudgeId;

/** Voting without a study: open to anyone while the floor is, and while there is something to vote on. */
record FloorVoting(BattleService battles, boolean floor) implements OpenVoting {
    FloorVoting(ApiParts parts) {
        this(parts.battles(), parts.rules().floor());
    }

    @Override
    public boolean byAnyone() {
        return floor && battles.matchupCount() > 0;
    }

    @Override
    public boolean by(JudgeId voter) {
        return false;
    }
}
