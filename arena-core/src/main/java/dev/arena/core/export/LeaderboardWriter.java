package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import java.io.IOException;
import java.util.List;

/** Writes rating tables in one format. The same snapshots give the same characters. */
public interface LeaderboardWriter {
    /**
     * Writes one table or several (methods, splits), in their order.
     *
     * @param out where to; not closed
     */
    void write(List<Leaderboard> boards, Appendable out) throws IOException;

    /** The tables as text. */
    default String text(List<Leaderboard> boards) {
        StringBuilder text = new StringBuilder();
        try {
            write(boards, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a string takes every character", e);
        }
        return text.toString();
    }
}
