package dev.arena.web.api;

import dev.arena.core.model.JudgeId;

/** What can be voted on just now, as far as the guard of names asks. */
interface OpenVoting {
    /** Whether there is anything that whoever comes may vote on. */
    boolean byAnyone();

    /** Whether this visitor votes in a study that is open or paused. */
    boolean by(JudgeId voter);
}
