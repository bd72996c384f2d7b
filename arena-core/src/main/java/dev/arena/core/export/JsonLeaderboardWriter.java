package dev.arena.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.arena.core.leaderboard.Leaderboard;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** The JSON of the command line and of the API: one object, or a list of them; full precision, null where no number exists. */
final class JsonLeaderboardWriter implements LeaderboardWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void write(List<Leaderboard> boards, Appendable out) throws IOException {
        StringWriter buffer = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = FACTORY.createGenerator(buffer)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            if (boards.size() != 1) {
                json.writeStartArray();
            }
            for (Leaderboard board : boards) {
                new LeaderboardJson(json).write(board);
            }
            if (boards.size() != 1) {
                json.writeEndArray();
            }
        }
        out.append(buffer.getBuffer()).append('\n');
    }
}
