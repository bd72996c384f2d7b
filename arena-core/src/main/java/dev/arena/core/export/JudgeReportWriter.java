package dev.arena.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.arena.core.export.JudgeMeasures.Measure;
import dev.arena.core.leaderboard.Leaderboard;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The report on the judges of a table. For people a line a number and a column a judge, numbers that no judge has left out; CSV has a
 * line for each judge and number in full precision; JSON is the list {@code judges} of the table.
 */
public final class JudgeReportWriter {
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader("judge", "measure", "value", "lower", "upper", "n", "level", "simulated", "votes_sha256")
            .get();

    private JudgeReportWriter() {}

    /** The report as text. */
    public static String text(Leaderboard board, TableFormat format) throws IOException {
        return switch (format) {
            case JSON -> json(board);
            case CSV -> csv(board);
            case TABLE -> new PlainTable(cells(board), notes(board)).text();
            case MARKDOWN -> new PlainTable(cells(board), notes(board)).markdown();
            case LATEX -> new PlainTable(cells(board), notes(board)).latex();
            case HTML -> new PlainTable(cells(board), notes(board)).html();
        };
    }

    private static String json(Leaderboard board) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("method", board.method());
            json.writeNumberField("level", board.level());
            json.writeBooleanField("simulated", board.provenance().simulated());
            json.writeStringField("votes_sha256", board.provenance().votesSha256());
            json.writeArrayFieldStart("effects");
            for (Leaderboard.EffectRow effect : board.effects()) {
                LeaderboardJson.writeEffect(json, effect);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("judges");
            for (Leaderboard.JudgeRow judge : board.judges()) {
                new JudgeJson(json).write(judge);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static String csv(Leaderboard board) throws IOException {
        StringBuilder text = new StringBuilder();
        CSVPrinter printer = new CSVPrinter(text, CSV);
        for (Leaderboard.JudgeRow judge : board.judges()) {
            for (Measure measure : JudgeMeasures.of(board, judge)) {
                printer.printRecord(
                        judge.judge(),
                        measure.name(),
                        measure.value(),
                        measure.lower(),
                        measure.upper(),
                        measure.n(),
                        board.level(),
                        board.provenance().simulated(),
                        board.provenance().votesSha256());
            }
        }
        printer.flush();
        return text.toString();
    }

    private static List<List<String>> cells(Leaderboard board) {
        List<List<Measure>> columns = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("Measure"));
        for (Leaderboard.JudgeRow judge : board.judges()) {
            columns.add(JudgeMeasures.of(board, judge));
            heading.add(judge.judge());
        }
        List<List<String>> cells = new ArrayList<>(List.of(heading));
        int measures = columns.isEmpty() ? 0 : columns.get(0).size();
        for (int m = 0; m < measures; m++) {
            int line = m;
            if (columns.stream().anyMatch(column -> column.get(line).value() != null)) {
                List<String> shown =
                        new ArrayList<>(List.of(columns.get(0).get(m).name()));
                columns.forEach(column -> shown.add(column.get(line).text()));
                cells.add(shown);
            }
        }
        return cells;
    }

    private static List<String> notes(Leaderboard board) {
        List<String> notes = new ArrayList<>();
        if (board.provenance().simulated()) {
            notes.add("SIMULATED: votes of a scripted judge are among these.");
        }
        notes.add("Intervals at " + Rounded.percent(board.level())
                + " %: Wilson's, matchups as clusters; effects in log-odds, by " + board.method()
                + "; flip rates by the probability that the stronger contestant wins. docs/methods/judge-report.md has"
                + " each measure. Votes sha256 "
                + board.provenance().votesSha256().substring(0, 12) + "; arena "
                + board.provenance().version() + ".");
        return notes;
    }
}
