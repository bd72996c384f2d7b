package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pipe table with footnotes; every model whose rank range reaches 1 is bold. */
final class MarkdownLeaderboardWriter implements LeaderboardWriter {
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
            out.append("**").append(escape(table.split())).append("**\n\n");
        }
        out.append("| Model | Votes | W/L/T/both bad |");
        for (Leaderboard board : table.boards()) {
            out.append(" Rank | ").append(escape(table.heading(board))).append(" | ");
            out.append(Footnotes.intervalHeading(board)).append(" |");
            out.append(headings(board));
        }
        out.append("\n|:---|---:|---:|");
        for (Leaderboard board : table.boards()) {
            out.append("---:|---:|---:|").append(rules(board));
        }
        out.append('\n');
        for (SideBySide.Line line : table.lines()) {
            out.append("| ").append(name(line.row())).append(" | ");
            out.append(line.row().counts().votes() + " | ").append(SideBySide.record(line.row()));
            for (int b = 0; b < table.boards().size(); b++) {
                LeaderboardRow row = line.rows().get(b);
                out.append(" | ").append(SideBySide.rank(row));
                out.append(" | ").append(escape(SideBySide.rating(row)));
                out.append(" | ").append(SideBySide.interval(row, "−"));
                out.append(style(table.boards().get(b), row));
            }
            out.append(" |\n");
        }
        out.append('\n');
        for (String note : table.notes()) {
            out.append("- ").append(escape(note)).append('\n');
        }
    }

    private static void write(Leaderboard board, Appendable out) throws IOException {
        if (!board.split().isEmpty()) {
            out.append("**").append(escape(board.split())).append("**\n\n");
        }
        out.append("| Rank | Range | Model | Rating | ")
                .append(Footnotes.intervalHeading(board))
                .append(" |")
                .append(headings(board))
                .append(" Votes | W/L/T/both bad | Status |\n");
        out.append("|---:|---:|:---|---:|---:|").append(rules(board)).append("---:|---:|:---|\n");
        for (LeaderboardRow row : board.rows()) {
            out.append(line(board, row)).append('\n');
        }
        out.append('\n');
        for (String note : Footnotes.lines(board)) {
            out.append("- ").append(escape(note)).append('\n');
        }
    }

    private static String headings(Leaderboard board) {
        StringBuilder text = new StringBuilder();
        StyleColumns.headings(board)
                .forEach(heading -> text.append(' ').append(heading).append(" |"));
        return text.toString();
    }

    private static String rules(Leaderboard board) {
        return "---:|".repeat(StyleColumns.headings(board).size());
    }

    private static String style(Leaderboard board, @Nullable LeaderboardRow row) {
        StringBuilder text = new StringBuilder();
        StyleColumns.cells(board, row, "−").forEach(cell -> text.append(" | ").append(cell));
        return text.toString();
    }

    private static String line(Leaderboard board, LeaderboardRow row) {
        LeaderboardRow.Counts counts = row.counts();
        String name = name(row);
        String interval = Rounded.interval(row, "−");
        return "| " + (row.rank() == null ? "–" : row.rank()) + " | " + Rounded.rankRange(row) + " | " + name + " | "
                + Rounded.rating(row) + " | " + interval + style(board, row) + " | " + counts.votes() + " | "
                + counts.wins() + "/"
                + counts.losses() + "/" + counts.ties() + "/" + counts.bothBad() + " | " + escape(row.status()) + " |";
    }

    private static String name(LeaderboardRow row) {
        boolean best = row.rankLower() != null && row.rankLower() == 1;
        return best ? "**" + escape(row.modelName()) + "**" : escape(row.modelName());
    }

    /** Backslashes before every character that Markdown or a pipe table would read; line breaks become spaces. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.replaceAll("\\R", " ").toCharArray()) {
            if ("\\`*_{}[]<>#|~$&".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
