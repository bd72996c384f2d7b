package dev.arena.violations.core.leaderboard;

/** Breaks: no static field can change. */
public final class MutableStatic {
    public static int counter;

    private MutableStatic() {}
}
