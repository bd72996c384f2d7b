package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: aligned columns, no colour, footnotes below. */
final class TextLeaderboardWriter implements LeaderboardWriter {
    @Override
    public void write(List<Leaderboard> boards, Appendable out) throws IOException {
        for (int b = 0; b < boards.size(); b++) {
            if (b > 0) {
                out.append('\n');
            }
            write(boards.get(b), out);
        }
    }

    private static void write(Leaderboard board, Appendable out) throws IOException {
        if (!board.split().isEmpty()) {
            out.append(clean(board.split())).append('\n');
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(
                "Rank",
                "Range",
                "Model",
                "Rating",
                Footnotes.intervalHeading(board),
                "Votes",
                "W/L/T/both bad",
                "Status"));
        for (LeaderboardRow row : board.rows()) {
            cells.add(cells(row));
        }
        int[] widths = widths(cells);
        for (List<String> line : cells) {
            out.append(line(line, widths)).append('\n');
        }
        for (String note : Footnotes.lines(board)) {
            out.append(clean(note)).append('\n');
        }
    }

    private static List<String> cells(LeaderboardRow row) {
        LeaderboardRow.Counts counts = row.counts();
        return List.of(
                row.rank() == null ? "–" : "" + row.rank(),
                Rounded.rankRange(row),
                clean(row.modelName()),
                Rounded.rating(row),
                Rounded.interval(row, "-"),
                "" + counts.votes(),
                counts.wins() + "/" + counts.losses() + "/" + counts.ties() + "/" + counts.bothBad(),
                row.status());
    }

    private static int[] widths(List<List<String>> cells) {
        int[] widths = new int[cells.get(0).size()];
        for (List<String> line : cells) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], length(line.get(c)));
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String pad = " ".repeat(widths[c] - length(cells.get(c)));
            boolean words = c == 2 || c == widths.length - 1;
            text.append(c == 0 ? "" : "  ").append(words ? cells.get(c) + pad : pad + cells.get(c));
        }
        return text.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Without control characters: a name must not move the cursor of a terminal. */
    private static String clean(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? '\uFFFD'
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
