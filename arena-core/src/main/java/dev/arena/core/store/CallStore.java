package dev.arena.core.store;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.CallStartId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.Probe;
import dev.arena.core.model.RunId;
import dev.arena.core.model.VoteDraft;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The append-only log of calls: the start of each before it is sent, its end with what came of it. */
public interface CallStore {
    /**
     * Stores the start of a call, and its battle where that is new. When this returns {@link Begun.Started}, the start survives the
     * death of the process and the question may be sent. Where the same question was answered readably before, in any run, and the
     * call does not insist on being sent, nothing is stored but the battle.
     *
     * @throws IllegalArgumentException if it names something that is not stored
     */
    Begun begin(NewCall call);

    /** Stores that a question was given up before an answer came; a start whose end is stored stays as it is. */
    void withdraw(Withdrawal withdrawal);

    /**
     * Appends calls and the votes that came of them in one transaction: a stored call has its vote, a stored vote its call. A call
     * whose vote is stored already (same idempotency key) is not stored again; a retried call needs a new key.
     *
     * @throws IllegalArgumentException if a call and its vote name two judges, a call names no battle or a start that is not open, or
     *     one of them names something that is not stored
     */
    List<AppendResult> record(List<FinishedCall> calls);

    /**
     * Appends answers to probes, and the calls that they came of, in one transaction.
     *
     * @throws IllegalArgumentException if one names something that is not stored, or a start that is not open
     */
    void recordProbes(List<FinishedProbe> probes);

    /** All calls of a run in the order of the log. */
    void scanCalls(RunId run, Consumer<JudgeCall> action);

    /** All calls about a battle in the order of the log. */
    List<JudgeCall> listCalls(BattleId battle);

    /** All answers to the probes of a run in the order of the log, replaced ones included. */
    void scanProbes(RunId run, Consumer<Probe> action);

    /** What the calls of each judge of a run took, by judge, without reading them one by one. */
    List<JudgeLedger> ledgers(RunId run);

    /** Those of the keys under which a readable reply is stored, in any run: such questions need not be asked. */
    Set<String> storedKeys(Collection<String> keys);

    /**
     * A call that is about to be made.
     *
     * @param battle the battle that it is about, stored when new; null for a probe
     * @param fresh whether it is to be sent also where the same question was answered before
     */
    record NewCall(CallStart start, @Nullable BattleDraft battle, boolean fresh) {}

    /** What became of a call that was about to be made. */
    sealed interface Begun {
        /** The battle that it is about; null for a probe. */
        @Nullable
        BattleId battle();

        /** Its start is stored. */
        record Started(CallStartId start, @Nullable BattleId battle) implements Begun {}

        /** The same question was answered before. */
        record Answered(JudgeCall.Text answer, @Nullable BattleId battle) implements Begun {}
    }

    /**
     * A question that was given up.
     *
     * @param attempts how often it was sent
     */
    record Withdrawal(CallStartId start, Reason reason, int attempts, Instant endedAt) {
        /** Why it was given up. */
        public enum Reason {
            /** The run was told to stop. */
            STOPPED,
            /** The endpoint can answer no question. */
            ENDPOINT,
            /** Something else went wrong in the asking process. */
            FAILURE
        }
    }

    /** A call and the vote that came of it; supersedes the judge's earlier vote on that battle where there is one. */
    record FinishedCall(JudgeCall call, VoteDraft vote) {}

    /**
     * An answer to a probe.
     *
     * @param call null where the judge needs none
     */
    record FinishedProbe(
            Probe.Question question,
            Probe.Answer answer,
            @Nullable JudgeCall call) {}
}
