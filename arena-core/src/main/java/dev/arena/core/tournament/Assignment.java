package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.store.CallStore.NewCall;
import org.jspecify.annotations.Nullable;

/** One thing that a judge is to decide, and where its answer goes: to a battle as a vote, or to a probe. */
interface Assignment {
    /** What it is about, for those who watch. */
    RunListener.Item item();

    /** What the judge is given. */
    JudgeCase judgeCase();

    /** The start of a call about it. */
    NewCall begin(CallStart start, boolean fresh);

    /** Stores an answer that took no call. */
    void store(Opinion opinion, long durationMs);

    /**
     * Stores an answer with its call.
     *
     * @param call what {@link #begin} and the judge made of it
     */
    void store(Opinion opinion, JudgeCall call);

    /** The key of the probe; null for a battle. */
    @Nullable
    String probe();
}
