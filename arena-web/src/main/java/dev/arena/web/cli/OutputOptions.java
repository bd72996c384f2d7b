package dev.arena.web.cli;

import dev.arena.core.export.TableFormat;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a table goes, and in which format. */
final class OutputOptions {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "table, json, csv, markdown, latex or html (default: by the extension of -o, else table).")
    @Nullable
    String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output; '-' is standard output.")
    @Nullable
    String output;

    @Option(names = "--force", description = "Overwrite the file of -o.")
    boolean force;

    /**
     * The format wanted.
     *
     * @throws UsageException for a word or an extension that stands for none
     */
    TableFormat tableFormat() {
        if (format != null) {
            return TableFormat.ofWord(format)
                    .or(() -> TableFormat.ofFileName("." + format))
                    .orElseThrow(() -> new UsageException(
                            "--format '" + format + "' is not allowed; use one of: " + words() + "."));
        }
        Path file = file();
        if (file == null) {
            return TableFormat.TABLE;
        }
        return TableFormat.ofFileName(file.toString())
                .orElseThrow(() -> new UsageException(
                        "-o '" + output + "' has no known extension; say -f with one of: " + words() + "."));
    }

    /**
     * Refuses a format or an extension other than the one that this export has.
     *
     * @throws UsageException naming what was asked for and the one format there is
     */
    void requireOnly(String what, String only) {
        Path file = file();
        String name = file == null ? "" : String.valueOf(file.getFileName());
        String extension = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : only;
        for (String asked : new String[] {format == null ? only : format, extension}) {
            if (!asked.equalsIgnoreCase(only)) {
                throw new UsageException("export " + what + " writes " + only + ", not '" + asked
                        + "'; leave -f out and name a file that ends in ." + only + ".");
            }
        }
    }

    /**
     * The one of some formats that is asked for; the first where none is.
     *
     * @throws UsageException naming what was asked for and what there is
     */
    String oneOf(String what, List<String> formats) {
        Path file = file();
        String name = file == null ? "" : String.valueOf(file.getFileName());
        String extension = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : formats.get(0);
        String asked = (format == null ? extension : format).toLowerCase(Locale.ROOT);
        if (!formats.contains(asked)) {
            throw new UsageException("export " + what + " writes " + String.join(" or ", formats) + ", not '" + asked
                    + "'; say -f with one of them.");
        }
        if (file != null) {
            OutputFile.requireWritable(file, force);
        }
        return asked;
    }

    /** Refuses, before the work begins, a format or a file that could not be written afterwards. */
    void requireWritable() {
        tableFormat();
        Path file = file();
        if (file != null) {
            OutputFile.requireWritable(file, force);
        }
    }

    /** Writes the tables; a file appears whole or not at all. */
    void write(List<Leaderboard> boards, CommandContext context) throws IOException {
        write(tableFormat().writer().text(boards), context);
    }

    /** Writes a text; a file appears whole or not at all. */
    void write(String text, CommandContext context) throws IOException {
        Path file = file();
        if (file == null) {
            context.console().out().print(text);
            context.console().out().flush();
            return;
        }
        OutputFile.write(file, text, force);
        context.say("wrote " + file);
    }

    /**
     * The format of a report on judges.
     *
     * @throws UsageException for HTML, which there is none of
     */
    TableFormat reportFormat() {
        TableFormat wanted = tableFormat();
        if (wanted == TableFormat.HTML) {
            throw new UsageException(
                    "A report on judges is not written as HTML; use table, json, csv, markdown or latex.");
        }
        return wanted;
    }

    /** The file to write; null for standard output. */
    @Nullable
    Path file() {
        return output == null || output.equals("-") ? null : Path.of(output);
    }

    private static String words() {
        return Arrays.stream(TableFormat.values()).map(TableFormat::word).collect(Collectors.joining(", "));
    }
}
