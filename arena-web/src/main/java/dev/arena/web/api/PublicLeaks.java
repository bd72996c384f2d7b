package dev.arena.web.api;

import dev.arena.core.leak.LeakCounts;

/** How many responses of the arena tell who wrote them, by what is done about it; never whose they are. */
record PublicLeaks(int masked, int replaced, int flagged) {
    static PublicLeaks of(LeakCounts counts) {
        return new PublicLeaks(counts.masked(), counts.replaced(), counts.flagged());
    }
}
