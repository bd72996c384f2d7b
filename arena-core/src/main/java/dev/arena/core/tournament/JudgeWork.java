package dev.arena.core.tournament;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.JudgeId;
import java.util.List;

/**
 * What one judge still has to decide in a session.
 *
 * @param id the stored judge
 * @param dearestUsd what a call may cost at most, counted where its cost is not reported; 0 where that is unknown
 */
record JudgeWork(JudgeId id, JudgeSetup setup, ActingJudge judge, Pending pending, double dearestUsd) {
    String name() {
        return setup.identity().name();
    }

    /** How much there is to decide. */
    int size() {
        return pending.probes().size() + pending.battles().length;
    }

    /** One thing to decide; probes come first, so that a judge that fails them is known early. */
    Assignment assignment(Session session, int index) {
        int probes = pending.probes().size();
        return index < probes
                ? new ProbeAssignment(session, this, pending.probes().get(index))
                : battle(session, index - probes);
    }

    /** One battle to decide. */
    BattleAssignment battle(Session session, int index) {
        int place = pending.battles()[index];
        return new BattleAssignment(
                session,
                this,
                session.plan().battles().get(place),
                session.state().battle(id, place).votes());
    }

    /**
     * What is open.
     *
     * @param battles places among the plan's battles, in its order
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Pending(List<PlannedProbe> probes, int[] battles) {
        Pending {
            probes = List.copyOf(probes);
        }
    }
}
