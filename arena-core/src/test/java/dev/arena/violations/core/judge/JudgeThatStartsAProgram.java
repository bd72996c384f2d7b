package dev.arena.violations.core.judge;

import java.io.IOException;

/** Starts a program where no program may be started. */
final class JudgeThatStartsAProgram {
    private JudgeThatStartsAProgram() {}

    static Process start() throws IOException {
        return new ProcessBuilder("true").start();
    }
}
