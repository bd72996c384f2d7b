package dev.arena.core.export;

import java.util.List;

/**
 * A table of texts, words in the first column and numbers in the others, with notes below.
 *
 * @param cells by line; the first line holds the headings
 */
record PlainTable(List<List<String>> cells, List<String> notes) {
    private static final String STYLE = "table{border-collapse:collapse}th,td{padding:.3rem .6rem;text-align:right}"
            + "th:first-child{text-align:left}";

    /** Aligned for a terminal. */
    String text() {
        int[] widths = new int[cells.get(0).size()];
        for (List<String> line : cells) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], length(line.get(c)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : cells) {
            StringBuilder shown = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String cell = TextLeaderboardWriter.clean(line.get(c));
                String pad = " ".repeat(widths[c] - length(line.get(c)));
                shown.append(c == 0 ? cell + pad : "  " + pad + cell);
            }
            text.append(shown.toString().stripTrailing()).append('\n');
        }
        notes.forEach(note -> text.append(TextLeaderboardWriter.clean(note)).append('\n'));
        return text.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A pipe table. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < cells.size(); l++) {
            text.append('|');
            cells.get(l)
                    .forEach(cell -> text.append(' ')
                            .append(MarkdownLeaderboardWriter.escape(cell))
                            .append(" |"));
            text.append('\n');
            if (l == 0) {
                text.append("|:---|")
                        .append("---:|".repeat(cells.get(0).size() - 1))
                        .append('\n');
            }
        }
        text.append('\n');
        notes.forEach(note ->
                text.append("- ").append(MarkdownLeaderboardWriter.escape(note)).append('\n'));
        return text.toString();
    }

    /** A booktabs table. */
    String latex() {
        StringBuilder text = new StringBuilder("% needs \\usepackage{booktabs}\n\\begin{tabular}{l");
        text.append("r".repeat(cells.get(0).size() - 1)).append("}\n\\toprule\n");
        for (int l = 0; l < cells.size(); l++) {
            text.append(String.join(
                            " & ",
                            cells.get(l).stream()
                                    .map(LatexLeaderboardWriter::escape)
                                    .toList()))
                    .append(" \\\\\n")
                    .append(l == 0 ? "\\midrule\n" : "");
        }
        text.append("\\bottomrule\n\\end{tabular}\n");
        notes.forEach(note -> text.append("\\par\\footnotesize ")
                .append(LatexLeaderboardWriter.escape(note))
                .append('\n'));
        return text.toString();
    }

    /** One self-contained page. */
    String html() {
        StringBuilder text = new StringBuilder(
                        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<title>Arena judges</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<table>\n");
        for (int l = 0; l < cells.size(); l++) {
            text.append("<tr>");
            for (int c = 0; c < cells.get(l).size(); c++) {
                String tag = l == 0 ? "th scope=\"col\"" : c == 0 ? "th scope=\"row\"" : "td";
                text.append('<').append(tag).append('>');
                text.append(HtmlLeaderboardWriter.escape(cells.get(l).get(c)));
                text.append("</").append(tag, 0, 2).append('>');
            }
            text.append("</tr>\n");
        }
        text.append("</table>\n<ul>\n");
        notes.forEach(note ->
                text.append("<li>").append(HtmlLeaderboardWriter.escape(note)).append("</li>\n"));
        return text.append("</ul>\n</body>\n</html>\n").toString();
    }
}
