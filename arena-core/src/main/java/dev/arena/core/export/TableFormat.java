package dev.arena.core.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of a rating table, each with its writer: adding one is a line here and a class beside it. */
public enum TableFormat {
    TABLE("text/plain", List.of("txt"), new TextLeaderboardWriter()),
    JSON("application/json", List.of("json"), new JsonLeaderboardWriter()),
    CSV("text/csv", List.of("csv"), new CsvLeaderboardWriter()),
    MARKDOWN("text/markdown", List.of("md", "markdown"), new MarkdownLeaderboardWriter()),
    LATEX("application/x-tex", List.of("tex"), new LatexLeaderboardWriter()),
    HTML("text/html", List.of("html", "htm"), new HtmlLeaderboardWriter());

    private final String mediaType;
    private final List<String> extensions;
    private final LeaderboardWriter writer;

    TableFormat(String mediaType, List<String> extensions, LeaderboardWriter writer) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.writer = writer;
    }

    /** The word used on the command line and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Without a charset; every format is UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    /** The writer of this format. */
    public LeaderboardWriter writer() {
        return writer;
    }

    /** The format that a file name's extension stands for. */
    public static Optional<TableFormat> ofFileName(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extensions.contains(extension))
                .findFirst();
    }

    /** The format of that word. */
    public static Optional<TableFormat> ofWord(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
