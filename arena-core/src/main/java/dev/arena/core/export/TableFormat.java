package dev.arena.core.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of a rating table, each with its writer: adding one is a constant here and a class beside it. */
public enum TableFormat {
    TABLE,
    JSON,
    CSV,
    MARKDOWN,
    LATEX,
    HTML;

    /** The word used on the command line and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Without a charset; every format is UTF-8. */
    public String mediaType() {
        return switch (this) {
            case TABLE -> "text/plain";
            case JSON -> "application/json";
            case CSV -> "text/csv";
            case MARKDOWN -> "text/markdown";
            case LATEX -> "application/x-tex";
            case HTML -> "text/html";
        };
    }

    /** The writer of this format. */
    public LeaderboardWriter writer() {
        return switch (this) {
            case TABLE -> new TextLeaderboardWriter();
            case JSON -> new JsonLeaderboardWriter();
            case CSV -> new CsvLeaderboardWriter();
            case MARKDOWN -> new MarkdownLeaderboardWriter();
            case LATEX -> new LatexLeaderboardWriter();
            case HTML -> new HtmlLeaderboardWriter();
        };
    }

    /** The format that a file name's extension stands for. */
    public static Optional<TableFormat> ofFileName(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "txt" -> Optional.of(TABLE);
            case "json" -> Optional.of(JSON);
            case "csv" -> Optional.of(CSV);
            case "md", "markdown" -> Optional.of(MARKDOWN);
            case "tex" -> Optional.of(LATEX);
            case "html", "htm" -> Optional.of(HTML);
            default -> Optional.empty();
        };
    }

    /** The format of that word. */
    public static Optional<TableFormat> ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
