package dev.arena.core.tournament;

import dev.arena.core.judge.Opinion;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.RunRound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Told what a session does, by many threads at once and in the middle of the work: it must be quick and must not throw. */
public interface RunListener {
    /** Tells nobody. */
    RunListener NONE = new RunListener() {};

    /**
     * The session begins.
     *
     * @param stored verdicts that were given in earlier sessions
     * @param open verdicts that it asks for
     */
    default void started(Run run, long stored, long open) {}

    /** A judge can be asked; told only of judges that have something to decide. */
    default void ready(String judge) {}

    /** A question is sent. */
    default void asked(Item item) {}

    /** An answer is stored. */
    default void answered(Item item, Answer answer) {}

    /** A round is stored and will be asked about. */
    default void roundPlanned(RunRound round) {}

    /** The session ends. */
    default void ended(RunEnd end) {}

    /**
     * What is asked about.
     *
     * @param judge the judge's name
     * @param key the battle's key in the run, or the probe's
     */
    record Item(String judge, String key, boolean probe) {
        /** The contestants of a battle in the order shown; empty for a probe. */
        public List<ContestantId> order() {
            return probe ? List.of() : PlannedBattle.parts(key).contestants();
        }
    }

    /**
     * What came.
     *
     * @param cached whether it was taken from an earlier call
     * @param durationMs from sending to the answer; null where the judge is not called
     */
    record Answer(Opinion opinion, boolean cached, @Nullable Long durationMs) {
        /** The verdict in positions, or why there is none, in a word or a few. */
        public String verdict() {
            return VerdictRanks.word(opinion.verdict());
        }
    }
}
