package dev.arena.core.tournament;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.ArenaStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each judge stands with each battle of a plan: a number a battle and judge. */
final class RunState {
    private static final List<AbstentionReason> REASONS = List.of(AbstentionReason.values());
    private static final int REASON_BITS = 4;
    private static final int REASON_MASK = (1 << REASON_BITS) - 1;

    private final int identical;
    private final RunRows rows;
    private final Map<Long, int[]> standings = new HashMap<>();

    /**
     * A judge's votes on one battle.
     *
     * @param votes how many were cast, superseded ones included
     * @param abstained why the current one is an abstention; null where it decides
     */
    record Standing(int votes, @Nullable AbstentionReason abstained) {
        static final Standing NONE = new Standing(0, null);
    }

    private RunState(Plan plan, RunRows rows) {
        this.identical = plan.identical().size();
        this.rows = rows;
    }

    static RunState load(ArenaStore store, RunId run, Plan plan) {
        RunState state = new RunState(plan, RunRows.load(store, run, plan));
        state.rows.scan(store, state::add);
        return state;
    }

    private void add(int slot, long judge, int sequence, Verdict verdict) {
        int reason = verdict instanceof Verdict.Abstention abstention ? REASONS.indexOf(abstention.reason()) + 1 : 0;
        standings.computeIfAbsent(judge, id -> new int[rows.size()])[slot] = sequence << REASON_BITS | reason;
    }

    /** Where a judge stands with the battle at that place among the plan's battles. */
    Standing battle(JudgeId judge, int index) {
        return at(judge, identical + index);
    }

    /** Where a judge stands with the matchup at that place among the plan's identical ones. */
    Standing identical(JudgeId judge, int index) {
        return at(judge, index);
    }

    private Standing at(JudgeId judge, int slot) {
        int[] ofJudge = standings.get(judge.value());
        int code = ofJudge == null ? 0 : ofJudge[slot];
        if (code == 0) {
            return Standing.NONE;
        }
        int reason = code & REASON_MASK;
        return new Standing(code >> REASON_BITS, reason == 0 ? null : REASONS.get(reason - 1));
    }
}
