package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings.Who;
import dev.arena.core.model.StudyState;
import dev.arena.core.people.Roles;
import dev.arena.core.study.StudyService;

/**
 * What can be voted on: the floor, while it is open and there is something to vote on, and the studies that are open or paused. A paused
 * study goes on later, so its voters stay blind.
 */
record StudyVoting(BattleService battles, StudyService studies, Roles roles, boolean floor) implements OpenVoting {
    StudyVoting(ApiParts parts) {
        this(
                parts.battles(),
                parts.studies(),
                parts.people().roles(),
                parts.rules().floor());
    }

    @Override
    public boolean byAnyone() {
        return (floor && battles.matchupCount() > 0)
                || studies.list().stream()
                        .anyMatch(study ->
                                isLive(study) && study.settings().voters().who() == Who.ANYONE);
    }

    @Override
    public boolean by(JudgeId voter) {
        return studies.list().stream().anyMatch(study -> isLive(study) && roles.holds(voter, Role.VOTER, study.id()));
    }

    private static boolean isLive(Study study) {
        return study.state() == StudyState.OPEN || study.state() == StudyState.PAUSED;
    }
}
