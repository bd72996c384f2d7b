package dev.arena.web.api;

import java.util.Locale;
import java.util.Set;

/** The board, and what stands behind it: each is an address of its own with the same choices and filters. */
public enum BoardView {
    /** The table. */
    BOARD("/api/leaderboard", "compare,format"),
    /** Pairs that met, beside what the model expects. */
    PAIRS("/api/leaderboard/pairs", ""),
    /** The table as it was. */
    HISTORY("/api/leaderboard/history", "points"),
    /** Position, style and ties. */
    EFFECTS("/api/leaderboard/effects", ""),
    /** The checks that say whether to trust it. */
    TRUST("/api/leaderboard/trust", ""),
    /** How its judges agree. */
    AGREEMENT("/api/leaderboard/agreement", "");

    private final String path;
    /** Names with commas between them. */
    private final String parameters;

    BoardView(String path, String parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** Where it is. */
    String path() {
        return path;
    }

    /** Parameters that only this view has. */
    Set<String> parameters() {
        return parameters.isEmpty() ? Set.of() : Set.of(parameters.split(","));
    }

    /** Whether an answer may say that a part is still being computed: such an answer is never kept. */
    boolean mayBeUnfinished() {
        return this == TRUST || this == AGREEMENT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
