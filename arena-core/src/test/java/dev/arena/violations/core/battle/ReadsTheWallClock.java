package dev.arena.violations.core.battle;

import java.time.Instant;

/** Breaks: clock and chance are constructor arguments. */
public final class ReadsTheWallClock {
    public Instant now() {
        return Instant.now();
    }
}
