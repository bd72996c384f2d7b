package dev.arena.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.leaderboard.Disagreement;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the matchups on which judges disagree, in their order: a JSON object a line with every verdict, or CSV with one line each. */
public final class DisagreementWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader("prompt_id", "turn", "category", "models", "judges", "entropy", "outcomes", "verdicts")
            .get();

    private DisagreementWriter() {}

    /** JSON lines. */
    public static void writeJsonLines(List<Disagreement> rows, Appendable out) throws IOException {
        for (Disagreement row : rows) {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(line)) {
                write(row, json);
            }
            out.append(line.getBuffer()).append('\n');
        }
    }

    private static void write(Disagreement row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("prompt_id", row.prompt());
        json.writeNumberField("turn", row.turn());
        json.writeStringField("category", row.category());
        texts(json, "models", row.models());
        json.writeNumberField("judges", row.judges());
        json.writeNumberField("entropy", row.entropy());
        json.writeObjectFieldStart("outcomes");
        for (Map.Entry<String, Double> share : row.shares().entrySet()) {
            json.writeNumberField(share.getKey(), share.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("verdicts");
        for (Disagreement.Said said : row.verdicts()) {
            json.writeStartObject();
            json.writeStringField("judge", said.judge());
            texts(json, "shown", said.shown());
            json.writeStringField("verdict", said.verdict());
            json.writeStringField("outcome", said.outcome());
            json.writeNumberField("count", said.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** CSV; lists within a cell are joined by {@code ; }. */
    public static void writeCsv(List<Disagreement> rows, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSV);
        for (Disagreement row : rows) {
            printer.printRecord(
                    row.prompt(),
                    row.turn(),
                    row.category(),
                    String.join("; ", row.models()),
                    row.judges(),
                    row.entropy(),
                    String.join(
                            "; ",
                            row.shares().entrySet().stream()
                                    .map(share -> share.getKey() + "=" + share.getValue())
                                    .toList()),
                    String.join(
                            "; ",
                            row.verdicts().stream()
                                    .map(DisagreementWriter::words)
                                    .toList()));
        }
        printer.flush();
    }

    private static String words(Disagreement.Said said) {
        String count = said.count() == 1 ? "" : " (" + said.count() + " times)";
        return said.judge() + " on " + String.join(" | ", said.shown()) + ": " + said.verdict() + count;
    }
}
