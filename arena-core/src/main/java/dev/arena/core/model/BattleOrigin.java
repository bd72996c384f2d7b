package dev.arena.core.model;

import org.jspecify.annotations.Nullable;

/**
 * Why a battle exists.
 *
 * @param kind what drew it
 * @param run the run it belongs to, for {@link Kind#SCHEDULE}
 * @param voter whom it was drawn for, for {@link Kind#MATCHMAKER}: only this voter may vote on it
 * @param key unique within the run, or within all imports, so that the same planned or imported battle is stored once; null for
 *     a voter's battle
 * @param study the study it was drawn in; null on the open floor and for all other kinds
 */
public record BattleOrigin(
        Kind kind,
        @Nullable RunId run,
        @Nullable JudgeId voter,
        @Nullable String key,
        @Nullable BattleStudy study) {
    /** What drew a battle. */
    public enum Kind {
        /** A matchmaker, for one voter. */
        MATCHMAKER,
        /** A schedule, for the judges of a run. */
        SCHEDULE,
        /** A file. */
        IMPORT,
        /** The rule that byte-identical responses are a tie, without showing them. */
        IDENTICAL
    }

    /** Drawn by a matchmaker for a voter. */
    public static BattleOrigin matchmaker(JudgeId voter) {
        return new BattleOrigin(Kind.MATCHMAKER, null, voter, null, null);
    }

    /** Drawn by a matchmaker for a voter of a study. */
    public static BattleOrigin inStudy(JudgeId voter, BattleStudy study) {
        return new BattleOrigin(Kind.MATCHMAKER, null, voter, null, study);
    }

    /** Which part of a study it is; null on the open floor and for all other kinds. */
    public @Nullable StudyPart part() {
        return study == null ? null : study.part();
    }

    /** Whether it is there to learn of its voter: verdicts on it say nothing of contestants and are never rated. */
    public boolean isPlanted() {
        return study != null && study.part() != StudyPart.PLAIN;
    }

    /** Planned under a key that is unique in its run. */
    public static BattleOrigin schedule(RunId run, String key) {
        return new BattleOrigin(Kind.SCHEDULE, run, null, key, null);
    }

    /** Read from a file under a key that depends on the row's content and not on the file's name. */
    public static BattleOrigin imported(String key) {
        return new BattleOrigin(Kind.IMPORT, null, null, key, null);
    }

    /** Byte-identical responses, stored once per matchup under its key. */
    public static BattleOrigin identical(String key) {
        return new BattleOrigin(Kind.IDENTICAL, null, null, key, null);
    }
}
