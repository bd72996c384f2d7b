package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A table for a terminal: aligned columns, no colour, footnotes below. */
final class TextLeaderboardWriter implements LeaderboardWriter {
    @Override
    public void write(List<Leaderboard> boards, Appendable out) throws IOException {
        List<List<Leaderboard>> groups = SideBySide.groups(boards);
        for (int g = 0; g < groups.size(); g++) {
            if (g > 0) {
                out.append('\n');
            }
            if (groups.get(g).size() == 1) {
                write(groups.get(g).get(0), out);
            } else {
                write(SideBySide.of(groups.get(g)), out);
            }
        }
    }

    private static void write(SideBySide table, Appendable out) throws IOException {
        if (!table.split().isEmpty()) {
            out.append(clean(table.split())).append('\n');
        }
        List<List<String>> cells = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of("Model", "Votes", "W/L/T/both bad"));
        for (Leaderboard board : table.boards()) {
            headings.addAll(List.of("Rank", clean(table.heading(board)), Footnotes.intervalHeading(board)));
            headings.addAll(StyleColumns.headings(board));
        }
        cells.add(headings);
        for (SideBySide.Line line : table.lines()) {
            List<String> shown = new ArrayList<>(List.of(
                    clean(line.row().modelName()), "" + line.row().counts().votes(), SideBySide.record(line.row())));
            for (int b = 0; b < table.boards().size(); b++) {
                LeaderboardRow row = line.rows().get(b);
                shown.addAll(List.of(SideBySide.rank(row), SideBySide.rating(row), SideBySide.interval(row, "-")));
                shown.addAll(StyleColumns.cells(table.boards().get(b), row, "-"));
            }
            cells.add(shown);
        }
        print(cells, Set.of(0), out);
        for (String note : table.notes()) {
            out.append(clean(note)).append('\n');
        }
    }

    private static void write(Leaderboard board, Appendable out) throws IOException {
        if (!board.split().isEmpty()) {
            out.append(clean(board.split())).append('\n');
        }
        List<List<String>> cells = new ArrayList<>();
        List<String> headings =
                new ArrayList<>(List.of("Rank", "Range", "Model", "Rating", Footnotes.intervalHeading(board)));
        headings.addAll(StyleColumns.headings(board));
        headings.addAll(List.of("Votes", "W/L/T/both bad", "Status"));
        cells.add(headings);
        for (LeaderboardRow row : board.rows()) {
            cells.add(cells(board, row));
        }
        print(cells, Set.of(2, headings.size() - 1), out);
        for (String note : Footnotes.lines(board)) {
            out.append(clean(note)).append('\n');
        }
    }

    private static List<String> cells(Leaderboard board, LeaderboardRow row) {
        List<String> cells = new ArrayList<>(List.of(
                row.rank() == null ? "–" : "" + row.rank(),
                Rounded.rankRange(row),
                clean(row.modelName()),
                Rounded.rating(row),
                Rounded.interval(row, "-")));
        cells.addAll(StyleColumns.cells(board, row, "-"));
        cells.addAll(List.of("" + row.counts().votes(), SideBySide.record(row), row.status()));
        return cells;
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

    /** Aligned columns: words to the left, numbers to the right. */
    private static void print(List<List<String>> cells, Set<Integer> words, Appendable out) throws IOException {
        int[] widths = widths(cells);
        for (List<String> line : cells) {
            out.append(line(line, widths, words)).append('\n');
        }
    }

    private static String line(List<String> cells, int[] widths, Set<Integer> words) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String pad = " ".repeat(widths[c] - length(cells.get(c)));
            text.append(c == 0 ? "" : "  ").append(words.contains(c) ? cells.get(c) + pad : pad + cells.get(c));
        }
        return text.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Without control characters: a name must not move the cursor of a terminal. */
    static String clean(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? '\uFFFD'
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
