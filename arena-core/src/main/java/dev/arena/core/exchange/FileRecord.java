package dev.arena.core.exchange;

/** One thing that a row of a file says; a row may say several. */
public sealed interface FileRecord permits FileVote, FilePrompt, FileResponse, FileContestant, FileScore, GoldJudgment {
    /** The line of the file on which the row begins, from 1. */
    long line();
}
