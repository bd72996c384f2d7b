package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booktabs table for a paper: needs {@code \\usepackage{booktabs}} and nothing else. Every model whose rank range reaches 1 is
 * bold; the footnotes follow in small print. Names outside ASCII are kept, for engines that read UTF-8 fonts.
 */
final class LatexLeaderboardWriter implements LeaderboardWriter {
    private static final int ASCII_END = 127;

    @Override
    public void write(List<Leaderboard> boards, Appendable out) throws IOException {
        List<List<Leaderboard>> groups = SideBySide.groups(boards);
        for (int g = 0; g < groups.size(); g++) {
            if (g > 0) {
                out.append('\n');
            }
            String suffix = groups.size() == 1 ? "" : "-" + (g + 1);
            if (groups.get(g).size() == 1) {
                write(groups.get(g).get(0), out, suffix);
            } else {
                write(SideBySide.of(groups.get(g)), out, suffix);
            }
        }
    }

    private static void write(SideBySide table, Appendable out, String suffix) throws IOException {
        sayNotAscii(table.boards().get(0), out);
        out.append("% needs \\usepackage{booktabs}\n\\begin{table}[t]\n\\centering\n");
        out.append("\\caption{").append(caption(table)).append("}\n");
        out.append("\\label{tab:arena").append(suffix).append("}\n");
        headings(table, out);
        for (SideBySide.Line line : table.lines()) {
            out.append(line(table, line)).append(" \\\\\n");
        }
        end(table.notes(), out);
    }

    private static void headings(SideBySide table, Appendable out) throws IOException {
        StringBuilder columns = new StringBuilder("lr");
        StringBuilder methods = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        StringBuilder headings = new StringBuilder("Model & Votes");
        for (Leaderboard board : table.boards()) {
            int width = 3 + StyleColumns.headings(board).size();
            int first = columns.length() + 1;
            columns.append("r".repeat(width));
            methods.append(" & \\multicolumn{" + width + "}{c}{")
                    .append(escape(table.heading(board)))
                    .append('}');
            rules.append("\\cmidrule(lr){" + first + "-" + columns.length() + "}");
            headings.append(" & Rank & Rating").append(styleHeadings(board)).append(" & Range");
        }
        out.append("\\begin{tabular}{")
                .append(columns)
                .append("}\n\\toprule\n & ")
                .append(methods);
        out.append(" \\\\\n").append(rules).append('\n').append(headings).append(" \\\\\n\\midrule\n");
    }

    private static String styleHeadings(Leaderboard board) {
        return StyleColumns.areIn(board) ? " & Raw & $\\Delta$" : "";
    }

    private static String style(Leaderboard board, @Nullable LeaderboardRow row) {
        StringBuilder text = new StringBuilder();
        StyleColumns.cells(board, row, "-")
                .forEach(cell -> text.append(cell.equals("–") ? " & --" : " & $" + cell + "$"));
        return text.toString();
    }

    private static String caption(SideBySide table) {
        Leaderboard first = table.boards().get(0);
        String split = table.split().isEmpty() ? "" : ", " + escape(table.split());
        String methods = String.join(
                ", ",
                table.boards().stream().map(Leaderboard::method).distinct().toList());
        return "Ratings by " + escape(methods) + split + " with " + Rounded.percent(first.level())
                + "\\,\\% intervals from " + first.voteCount() + " votes.";
    }

    private static String line(SideBySide table, SideBySide.Line line) {
        StringBuilder text = new StringBuilder(name(line.row()));
        text.append(" & ").append(line.row().counts().votes());
        for (int b = 0; b < table.boards().size(); b++) {
            LeaderboardRow row = line.rows().get(b);
            text.append(" & ").append(SideBySide.rank(row).replace("–", "--"));
            text.append(" & ").append(row == null ? "--" : rating(row));
            text.append(style(table.boards().get(b), row));
            text.append(" & ")
                    .append(row == null ? "--" : Rounded.rankRange(row).replace("–", "--"));
        }
        return text.toString();
    }

    private static void write(Leaderboard board, Appendable out, String suffix) throws IOException {
        sayNotAscii(board, out);
        out.append("% needs \\usepackage{booktabs}\n\\begin{table}[t]\n\\centering\n");
        out.append("\\caption{").append(caption(board)).append("}\n");
        out.append("\\label{tab:arena").append(suffix).append("}\n");
        String styles = "r".repeat(StyleColumns.headings(board).size());
        out.append("\\begin{tabular}{rlr").append(styles).append("rrrrrr}\n\\toprule\nRank & Model & Rating");
        out.append(styleHeadings(board));
        out.append(" & Range & Votes & Wins & Losses & Ties & Both bad \\\\\n\\midrule\n");
        for (LeaderboardRow row : board.rows()) {
            out.append(line(board, row)).append(" \\\\\n");
        }
        end(Footnotes.lines(board), out);
    }

    private static void sayNotAscii(Leaderboard board, Appendable out) throws IOException {
        if (board.rows().stream().anyMatch(row -> row.modelName().chars().anyMatch(c -> c > ASCII_END))) {
            out.append("% A name is not ASCII: pdfLaTeX knows Latin letters only, LuaLaTeX and XeLaTeX know more.\n");
        }
    }

    private static void end(List<String> notes, Appendable out) throws IOException {
        out.append("\\bottomrule\n\\end{tabular}\n\n\\smallskip\n\\begin{minipage}{\\linewidth}\\footnotesize\n");
        for (String note : notes) {
            out.append(escape(note)).append("\\par\n");
        }
        out.append("\\end{minipage}\n\\end{table}\n");
    }

    private static String name(LeaderboardRow row) {
        boolean best = row.rankLower() != null && row.rankLower() == 1;
        return best ? "\\textbf{" + escape(row.modelName()) + "}" : escape(row.modelName());
    }

    private static String caption(Leaderboard board) {
        String split = board.split().isEmpty() ? "" : ", " + escape(board.split());
        return "Ratings by " + escape(board.method()) + split + " with " + Rounded.percent(board.level())
                + "\\,\\% intervals (" + escape(board.ciMethod()) + ") from " + board.voteCount() + " votes.";
    }

    private static String line(Leaderboard board, LeaderboardRow row) {
        LeaderboardRow.Counts counts = row.counts();
        return (row.rank() == null ? "--" : row.rank()) + " & " + name(row) + " & " + rating(row)
                + style(board, row) + " & " + Rounded.rankRange(row).replace("–", "--") + " & " + counts.votes() + " & "
                + counts.wins() + " & "
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
        String plain = escaped.toString().replace("--", "-{}-").replace("--", "-{}-");
        // At the start of a row a bracket or a star would be read as an argument of the line break before it.
        return plain.startsWith("[") || plain.startsWith("*") ? "{}" + plain : plain;
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
            case 'Δ' -> "$\\Delta$";
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
            default -> Character.isISOControl(c) ? " " : "" + c;
        };
    }
}
