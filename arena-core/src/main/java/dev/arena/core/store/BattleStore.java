package dev.arena.core.store;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.StudyId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Battles: matchups in a stored order; immutable once stored. */
public interface BattleStore {
    /**
     * Stores a battle. A voter has one open battle at a time on the open floor and in each study: where the draft's origin names a
     * voter with an open battle there, that one is returned and the draft is dropped. A scheduled, imported or identical battle whose key is stored already is returned
     * as it is.
     *
     * @throws IllegalArgumentException if the draft names something that is not stored, a response that is not its contestant's or
     *     not to its prompt, or a token that is taken
     */
    Battle open(BattleDraft draft);

    /**
     * Stores somebody who is about to vote, and a first battle for them, both or neither.
     *
     * @param draft makes the battle, whose origin names the voter; it may be asked twice, and answers the same
     * @throws IllegalArgumentException as {@link #open}
     */
    Battle openFirst(JudgeDraft voter, Function<JudgeId, BattleDraft> draft);

    /** The battle with that token. */
    Optional<Battle> findByToken(String token);

    /** The battle that a voter has been shown on the open floor and has neither voted on nor skipped. */
    default Optional<Battle> findOpen(JudgeId voter) {
        return findOpen(voter, null);
    }

    /**
     * The battle that a voter has been shown and has neither voted on nor skipped.
     *
     * @param study null for the open floor
     */
    Optional<Battle> findOpen(JudgeId voter, @Nullable StudyId study);

    /**
     * A battle.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    Battle getBattle(BattleId id);

    /** All battles drawn for a voter, oldest first, those of studies too. */
    List<Battle> listDrawnFor(JudgeId voter);

    /**
     * All battles drawn for a voter in one place, oldest first: what this voter must not be shown again.
     *
     * @param study null for the open floor
     */
    List<Battle> listDrawnFor(JudgeId voter, @Nullable StudyId study);

    /** All battles of a run, by key. */
    List<Battle> listOfRun(RunId run);

    /** The keys of the battles of a run, by id, without reading the battles. */
    void scanKeys(RunId run, KeyAction action);

    /** Takes the key of a stored battle. */
    interface KeyAction {
        /** Called once for each battle. */
        void take(BattleId battle, String key);
    }
}
