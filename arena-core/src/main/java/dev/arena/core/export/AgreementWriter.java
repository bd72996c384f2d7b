package dev.arena.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.arena.core.agreement.AgreementReport;
import dev.arena.core.agreement.AgreementReport.Row;
import dev.arena.core.agreement.Measure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports on judges: a block a comparison for people, a line a comparison for papers, a line a measure as CSV, everything as JSON.
 */
public final class AgreementWriter {
    /** What a paper's table shows, where the report has it. */
    private static final List<String> IN_PAPERS = List.of(
            "accuracy",
            "accuracy_decisive",
            "consistent_accuracy",
            "kappa",
            "alpha",
            "ac1",
            "flips",
            "first_position",
            "kendall",
            "reference_accuracy",
            "reference_accuracy_decisive");

    private static final int PERCENT = 100;
    private static final int SHARE_DECIMALS = 1;
    private static final int NUMBER_DECIMALS = 3;

    private AgreementWriter() {}

    /**
     * The report in a format.
     *
     * @throws IllegalArgumentException for HTML, which reports are not written in
     */
    public static String text(AgreementReport report, TableFormat format) {
        try {
            return switch (format) {
                case TABLE -> table(report);
                case JSON -> json(report);
                case CSV -> csv(report);
                case MARKDOWN -> markdown(report);
                case LATEX -> latex(report);
                case HTML -> throw new IllegalArgumentException("a report on judges is not written as HTML");
            };
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes every character", e);
        }
    }

    private static String table(AgreementReport report) {
        StringBuilder out = new StringBuilder();
        for (Row row : report.rows()) {
            out.append(name(row)).append('\n');
            out.append("  ").append(counts(row)).append('\n');
            int width = row.measures().stream()
                    .mapToInt(measure -> measure.name().length())
                    .max()
                    .orElse(0);
            for (Measure measure : row.measures()) {
                String padding = " ".repeat(width - measure.name().length());
                out.append("  ")
                        .append(measure.name())
                        .append(padding)
                        .append("  ")
                        .append(cell(measure))
                        .append('\n');
            }
            out.append('\n');
        }
        notes(report).forEach(note -> out.append(note).append('\n'));
        return out.toString();
    }

    private static String name(Row row) {
        return row.part().isEmpty() ? row.judge() : row.judge() + ", " + row.part();
    }

    private static String counts(Row row) {
        List<String> counts = new ArrayList<>();
        row.counts().forEach((name, count) -> counts.add(count + " " + name.replace('_', ' ')));
        return String.join(", ", counts);
    }

    /** {@code 66.2 % [64.1, 68.2] (2220/3355)}; a dash for what does not exist. */
    private static String cell(Measure measure) {
        boolean share = measure.trials() != null;
        StringBuilder text = new StringBuilder(number(measure.estimate(), share));
        if (share && measure.estimate() != null) {
            text.append(" %");
        }
        if (measure.lower() != null && measure.upper() != null) {
            text.append(" [")
                    .append(number(measure.lower(), share))
                    .append(", ")
                    .append(number(measure.upper(), share))
                    .append(']');
        }
        if (share && measure.estimate() != null) {
            text.append(" (")
                    .append(measure.successes())
                    .append('/')
                    .append(measure.trials())
                    .append(')');
        }
        return text.toString();
    }

    private static String number(@Nullable Double value, boolean share) {
        Double shown = value == null || !share ? value : Double.valueOf(PERCENT * value);
        return Rounded.number(shown, share ? SHARE_DECIMALS : NUMBER_DECIMALS);
    }

    private static List<String> notes(AgreementReport report) {
        List<String> notes = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        report.settings().forEach((name, value) -> settings.add(name + " " + value));
        notes.add("Settings: " + String.join("; ", settings) + ".");
        List<String> excluded = new ArrayList<>();
        report.excluded().forEach((reason, count) -> {
            if (count > 0) {
                excluded.add(count + " " + reason);
            }
        });
        if (!excluded.isEmpty()) {
            notes.add("Not compared: " + String.join(", ", excluded) + ".");
        }
        report.warnings().forEach(warning -> notes.add("Warning: " + warning));
        return notes;
    }

    private static String csv(AgreementReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader("judge", "part", "measure", "estimate", "lower", "upper", "successes", "trials")
                .get();
        CSVPrinter printer = new CSVPrinter(out, format);
        for (Row row : report.rows()) {
            for (Map.Entry<String, Long> count : row.counts().entrySet()) {
                printer.printRecord(row.judge(), row.part(), count.getKey(), count.getValue(), null, null, null, null);
            }
            for (Measure measure : row.measures()) {
                printer.printRecord(Arrays.asList(
                        row.judge(),
                        row.part(),
                        measure.name(),
                        measure.estimate(),
                        measure.lower(),
                        measure.upper(),
                        measure.successes(),
                        measure.trials()));
            }
        }
        printer.flush();
        return out.toString();
    }

    /** Measures of a paper's table that some row has a number for. */
    private static List<String> columns(AgreementReport report) {
        return IN_PAPERS.stream()
                .filter(name -> report.rows().stream().anyMatch(row -> find(row, name) != null))
                .toList();
    }

    private static @Nullable Measure find(Row row, String name) {
        return row.measures().stream()
                .filter(measure -> measure.name().equals(name) && measure.estimate() != null)
                .findFirst()
                .orElse(null);
    }

    private static String heading(String column) {
        return column.replace('_', ' ');
    }

    private static String markdown(AgreementReport report) {
        List<String> columns = columns(report);
        StringBuilder out = new StringBuilder("| judge |");
        columns.forEach(column -> out.append(' ').append(heading(column)).append(" |"));
        out.append("\n|:---|").append("---:|".repeat(columns.size())).append('\n');
        for (Row row : report.rows()) {
            out.append("| ").append(MarkdownLeaderboardWriter.escape(name(row))).append(" |");
            for (String column : columns) {
                Measure measure = find(row, column);
                out.append(' ').append(measure == null ? "–" : cell(measure)).append(" |");
            }
            out.append('\n');
        }
        out.append('\n');
        notes(report)
                .forEach(note -> out.append("- ")
                        .append(MarkdownLeaderboardWriter.escape(note))
                        .append('\n'));
        return out.toString();
    }

    private static String latex(AgreementReport report) {
        List<String> columns = columns(report);
        StringBuilder out = new StringBuilder("% needs \\usepackage{booktabs}\n\\begin{table}[t]\n\\centering\n");
        out.append("\\caption{Judges: ").append(report.title()).append(".}\n");
        out.append("\\label{tab:arena-").append(report.title()).append("}\n");
        out.append("\\begin{tabular}{l").append("r".repeat(columns.size())).append("}\n\\toprule\nJudge");
        columns.forEach(column -> out.append(" & ").append(heading(column)));
        out.append(" \\\\\n\\midrule\n");
        for (Row row : report.rows()) {
            out.append(LatexLeaderboardWriter.escape(name(row)));
            for (String column : columns) {
                Measure measure = find(row, column);
                out.append(" & ").append(measure == null ? "--" : LatexLeaderboardWriter.escape(cell(measure)));
            }
            out.append(" \\\\\n");
        }
        out.append("\\bottomrule\n\\end{tabular}\n\n\\smallskip\n\\begin{minipage}{\\linewidth}\\footnotesize\n");
        notes(report)
                .forEach(note -> out.append(LatexLeaderboardWriter.escape(note)).append("\\par\n"));
        return out.append("\\end{minipage}\n\\end{table}\n").toString();
    }

    private static String json(AgreementReport report) throws IOException {
        StringWriter buffer = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = new JsonFactory().createGenerator(buffer)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            json.writeStringField("report", report.title());
            json.writeObjectFieldStart("settings");
            for (Map.Entry<String, String> setting : report.settings().entrySet()) {
                json.writeStringField(setting.getKey(), setting.getValue());
            }
            json.writeEndObject();
            writeCounts(json, "excluded", report.excluded());
            json.writeArrayFieldStart("judges");
            for (Row row : report.rows()) {
                write(json, row);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (String warning : report.warnings()) {
                json.writeString(warning);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return buffer.append('\n').toString();
    }

    private static void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("judge", row.judge());
        json.writeStringField("part", row.part());
        writeCounts(json, "counts", row.counts());
        json.writeObjectFieldStart("measures");
        for (Measure measure : row.measures()) {
            json.writeObjectFieldStart(measure.name());
            write(json, "estimate", measure.estimate());
            write(json, "lower", measure.lower());
            write(json, "upper", measure.upper());
            if (measure.successes() != null && measure.trials() != null) {
                json.writeNumberField("successes", measure.successes());
                json.writeNumberField("trials", measure.trials());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeCounts(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
