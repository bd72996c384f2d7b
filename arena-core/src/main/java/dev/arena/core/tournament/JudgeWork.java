package dev.arena.core.tournament;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.JudgeId;
import java.util.List;

/**
 * What one judge still has to decide in a session.
 *
 * @param id the stored judge
 * @param battles in the order of the plan
 * @param dearestUsd what a call may cost at most, counted where its cost is not reported; 0 where that is unknown
 */
record JudgeWork(JudgeId id, JudgeSetup setup, ActingJudge judge, List<PlannedBattle> battles, double dearestUsd) {
    String name() {
        return setup.identity().name();
    }
}
