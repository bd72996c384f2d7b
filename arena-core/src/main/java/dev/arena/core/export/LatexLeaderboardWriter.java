package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.io.IOException;
import java.util.List;

/**
 * A booktabs table for a paper: needs {@code \\usepackage{booktabs}} and nothing else. Every model whose rank range reaches 1 is
 * bold; the footnotes follow in small print. Names outside ASCII are kept, for engines that read UTF-8 fonts.
 */
final class LatexLeaderboardWriter implements LeaderboardWriter {
    private static final int ASCII_END = 127;

    @Override
    public void write(List<Leaderboard> boards, Appendable out) throws IOException {
        for (int b = 0; b < boards.size(); b++) {
            if (b > 0) {
                out.append('\n');
            }
            write(boards.get(b), out, boards.size() == 1 ? "" : "-" + (b + 1));
        }
    }

    private static void write(Leaderboard board, Appendable out, String suffix) throws IOException {
        if (board.rows().stream().anyMatch(row -> row.modelName().chars().anyMatch(c -> c > ASCII_END))) {
            out.append("% A name is not ASCII: pdfLaTeX knows Latin letters only, LuaLaTeX and XeLaTeX know more.\n");
        }
        out.append("% needs \\usepackage{booktabs}\n\\begin{table}[t]\n\\centering\n");
        out.append("\\caption{").append(caption(board)).append("}\n");
        out.append("\\label{tab:arena").append(suffix).append("}\n");
        out.append("\\begin{tabular}{rlrrrrrrr}\n\\toprule\n");
        out.append("Rank & Model & Rating & Range & Votes & Wins & Losses & Ties & Both bad \\\\\n\\midrule\n");
        for (LeaderboardRow row : board.rows()) {
            out.append(line(row)).append(" \\\\\n");
        }
        out.append("\\bottomrule\n\\end{tabular}\n\n\\smallskip\n\\begin{minipage}{\\linewidth}\\footnotesize\n");
        for (String note : Footnotes.lines(board)) {
            out.append(escape(note)).append("\\par\n");
        }
        out.append("\\end{minipage}\n\\end{table}\n");
    }

    private static String caption(Leaderboard board) {
        String split = board.split().isEmpty() ? "" : ", " + escape(board.split());
        return "Ratings by " + escape(board.method()) + split + " with " + Rounded.percent(board.level())
                + "\\,\\% intervals (" + escape(board.ciMethod()) + ") from " + board.voteCount() + " votes.";
    }

    private static String line(LeaderboardRow row) {
        LeaderboardRow.Counts counts = row.counts();
        boolean best = row.rankLower() != null && row.rankLower() == 1;
        String name = best ? "\\textbf{" + escape(row.modelName()) + "}" : escape(row.modelName());
        return (row.rank() == null ? "--" : row.rank()) + " & " + name + " & " + rating(row) + " & "
                + Rounded.rankRange(row).replace("–", "--") + " & " + counts.votes() + " & " + counts.wins() + " & "
                + counts.losses() + " & " + counts.ties() + " & " + counts.bothBad();
    }

    private static String rating(LeaderboardRow row) {
        if (row.rating() == null) {
            return escape(row.status());
        }
        String interval = Rounded.interval(row, "-");
        if (interval.startsWith("[")) {
            return "$" + Rounded.rating(row) + "$ " + interval;
        }
        int middle = interval.indexOf(" / ");
        String marks = middle < 0
                ? ""
                : "_{" + interval.substring(0, middle) + "}^{" + interval.substring(middle + " / ".length()) + "}";
        return "$" + Rounded.rating(row) + marks + "$";
    }

    /** Every character that TeX reads as a command; line breaks become spaces. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.replaceAll("\\R", " ").toCharArray()) {
            escaped.append(escaped(c));
        }
        // Two hyphens in a row would be set as a dash.
        return escaped.toString().replace("--", "-{}-").replace("--", "-{}-");
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '–' -> "\\textendash{}";
            case '−' -> "$-$";
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
            default -> Character.isISOControl(c) ? " " : "" + c;
        };
    }
}
