package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One self-contained page without scripts or outside resources: a table with a caption for each board, footnotes below. */
final class HtmlLeaderboardWriter implements LeaderboardWriter {
    private static final String HEAD = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Arena leaderboard</title>
        <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; font-weight: 600; margin-bottom: .5rem; }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
        th { text-align: left; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        ul { font-size: .85rem; }
        </style>
        </head>
        <body>
        """;

    @Override
    public void write(List<Leaderboard> boards, Appendable out) throws IOException {
        out.append(HEAD);
        for (List<Leaderboard> group : SideBySide.groups(boards)) {
            if (group.size() == 1) {
                write(group.get(0), out);
            } else {
                write(SideBySide.of(group), out);
            }
        }
        out.append("</body>\n</html>\n");
    }

    private static void write(SideBySide table, Appendable out) throws IOException {
        String methods = table.headings();
        String title = table.split().isEmpty() ? methods : methods + ", " + table.split();
        out.append("<table>\n<caption>").append(escape(title)).append("</caption>\n<thead>\n<tr>");
        out.append("<th scope=\"col\" rowspan=\"2\">Model</th>");
        for (String heading : List.of("Votes", "W/L/T/both bad")) {
            out.append("<th scope=\"col\" rowspan=\"2\" class=\"n\">")
                    .append(heading)
                    .append("</th>");
        }
        StringBuilder second = new StringBuilder("</tr>\n<tr>");
        for (Leaderboard board : table.boards()) {
            int columns = 3 + StyleColumns.headings(board).size();
            out.append("<th scope=\"colgroup\" colspan=\"" + columns + "\">")
                    .append(escape(table.heading(board)))
                    .append("</th>");
            for (String heading : List.of("Rank", "Rating", Footnotes.intervalHeading(board))) {
                second.append("<th scope=\"col\" class=\"n\">")
                        .append(escape(heading))
                        .append("</th>");
            }
            second.append(styleHeadings(board));
        }
        out.append(second).append("</tr>\n</thead>\n<tbody>\n");
        for (SideBySide.Line line : table.lines()) {
            out.append(line(table, line)).append('\n');
        }
        out.append("</tbody>\n</table>\n<ul>\n");
        for (String note : table.notes()) {
            out.append("<li>").append(escape(note)).append("</li>\n");
        }
        out.append("</ul>\n");
    }

    /** The headings of style control, said in words to those who hear the table. */
    private static String styleHeadings(Leaderboard board) {
        return StyleColumns.areIn(board)
                ? "<th scope=\"col\" class=\"n\" aria-label=\"Raw rating, without style control\">" + StyleColumns.RAW
                        + "</th><th scope=\"col\" class=\"n\" aria-label=\"Rating minus raw rating\">"
                        + StyleColumns.DELTA + "</th>"
                : "";
    }

    private static String style(Leaderboard board, @Nullable LeaderboardRow row) {
        StringBuilder text = new StringBuilder();
        StyleColumns.cells(board, row, "−").forEach(cell -> text.append(number(cell)));
        return text.toString();
    }

    private static String line(SideBySide table, SideBySide.Line line) {
        StringBuilder text = new StringBuilder("<tr><th scope=\"row\">")
                .append(escape(line.row().modelName()))
                .append("</th>")
                .append(number("" + line.row().counts().votes()))
                .append(number(SideBySide.record(line.row())));
        for (int b = 0; b < table.boards().size(); b++) {
            LeaderboardRow row = line.rows().get(b);
            text.append(number(SideBySide.rank(row)))
                    .append(number(SideBySide.rating(row)))
                    .append(number(SideBySide.interval(row, "−")))
                    .append(style(table.boards().get(b), row));
        }
        return text.append("</tr>").toString();
    }

    private static void write(Leaderboard board, Appendable out) throws IOException {
        String title = board.split().isEmpty() ? board.method() : board.method() + ", " + board.split();
        out.append("<table>\n<caption>").append(escape(title)).append("</caption>\n<thead><tr>");
        for (String heading : List.of("Rank", "Range")) {
            out.append("<th scope=\"col\" class=\"n\">").append(heading).append("</th>");
        }
        out.append("<th scope=\"col\">Model</th>");
        for (String heading : List.of("Rating", Footnotes.intervalHeading(board))) {
            out.append("<th scope=\"col\" class=\"n\">").append(escape(heading)).append("</th>");
        }
        out.append(styleHeadings(board));
        for (String heading : List.of("Votes", "W/L/T/both bad")) {
            out.append("<th scope=\"col\" class=\"n\">").append(escape(heading)).append("</th>");
        }
        out.append("<th scope=\"col\">Status</th></tr></thead>\n<tbody>\n");
        for (LeaderboardRow row : board.rows()) {
            out.append(line(board, row)).append('\n');
        }
        out.append("</tbody>\n</table>\n<ul>\n");
        for (String note : Footnotes.lines(board)) {
            out.append("<li>").append(escape(note)).append("</li>\n");
        }
        out.append("</ul>\n");
    }

    private static String line(Leaderboard board, LeaderboardRow row) {
        LeaderboardRow.Counts counts = row.counts();
        String interval = Rounded.interval(row, "−");
        return "<tr>" + number(row.rank() == null ? "–" : "" + row.rank()) + number(Rounded.rankRange(row))
                + "<th scope=\"row\">" + escape(row.modelName()) + "</th>" + number(Rounded.rating(row))
                + number(interval) + style(board, row) + number("" + counts.votes())
                + number(counts.wins() + "/" + counts.losses() + "/" + counts.ties() + "/" + counts.bothBad())
                + "<td>" + escape(row.status()) + "</td></tr>";
    }

    private static String number(String text) {
        return "<td class=\"n\">" + escape(text) + "</td>";
    }

    /** The five characters that HTML reads in text and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
