package dev.arena.core.store;

import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.model.VoteDraft;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs of tournaments and the calls made for them. */
public interface RunStore {
    /**
     * Stores a run; the run with the same spec hash where there is one.
     *
     * @throws IllegalArgumentException if the id belongs to a run with another spec hash
     */
    Run put(Run run);

    /** The run of that id. */
    Optional<Run> findRun(RunId id);

    /** All runs, newest first. */
    List<Run> listRuns();

    /**
     * Appends calls and the votes that came of them in one transaction: a stored call has its vote, a stored vote its call. A call
     * whose vote is stored already (same idempotency key) is not stored again; a retried call needs a new key.
     *
     * @throws IllegalArgumentException if a call and its vote name two judges, or one of them names something that is not stored
     */
    List<AppendResult> record(List<FinishedCall> calls);

    /** All calls of a run in the order of the log. */
    void scanCalls(RunId run, Consumer<JudgeCall> action);

    /** A call and the vote that came of it; supersedes the judge's earlier vote on that battle where there is one. */
    record FinishedCall(JudgeCall call, VoteDraft vote) {}
}
