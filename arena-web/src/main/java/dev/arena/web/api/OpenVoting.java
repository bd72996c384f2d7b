package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.study.StudyService;

/**
 * Whether anything can be voted on: the floor, while it is open and there is something to vote on, or a study that is open or paused. A
 * paused study goes on later, so it counts too; so does one for invited voters, since a window without their cookie is a stranger.
 */
final class OpenVoting {
    private final BattleService battles;
    private final StudyService studies;
    private final boolean floor;

    OpenVoting(ApiParts parts) {
        this.battles = parts.battles();
        this.studies = parts.studies();
        this.floor = parts.rules().floor();
    }

    boolean goesOn() {
        return (floor && battles.matchupCount() > 0)
                || studies.list().stream().anyMatch(study -> study.state().takesVotes());
    }
}
