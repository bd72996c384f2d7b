package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.io.IOException;
import java.util.List;

/** A pipe table with footnotes; every model whose rank range reaches 1 is bold. */
final class MarkdownLeaderboardWriter implements LeaderboardWriter {
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
            out.append("**").append(escape(board.split())).append("**\n\n");
        }
        out.append("| Rank | Range | Model | Rating | ")
                .append(Footnotes.intervalHeading(board))
                .append(" | Votes | W/L/T/both bad | Status |\n");
        out.append("|---:|---:|:---|---:|---:|---:|---:|:---|\n");
        for (LeaderboardRow row : board.rows()) {
            out.append(line(row)).append('\n');
        }
        out.append('\n');
        for (String note : Footnotes.lines(board)) {
            out.append("- ").append(escape(note)).append('\n');
        }
    }

    private static String line(LeaderboardRow row) {
        LeaderboardRow.Counts counts = row.counts();
        boolean best = row.rankLower() != null && row.rankLower() == 1;
        String name = best ? "**" + escape(row.modelName()) + "**" : escape(row.modelName());
        String interval = Rounded.interval(row, "−");
        return "| " + (row.rank() == null ? "–" : row.rank()) + " | " + Rounded.rankRange(row) + " | " + name + " | "
                + Rounded.rating(row) + " | " + interval + " | " + counts.votes() + " | " + counts.wins() + "/"
                + counts.losses() + "/" + counts.ties() + "/" + counts.bothBad() + " | " + escape(row.status()) + " |";
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
