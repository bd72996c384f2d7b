package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code --style} from the command to the table, on the 16 comparisons of ratings.md 4.5.
 *
 * <p>The expected numbers are those of a Newton fit of 2 strengths and 1 effect by Gaussian elimination in plain Python, features
 * (a − b)/(a + b) over their root mean square, no penalty; the error clusters by voter with the factor 4/3. Raw numbers are those of
 * ratings.md.
 */
class StyleCommandTest {
    private static final String S16 = """
            A,B,400,200,model_a,v1
            A,B,150,300,model_b,v1
            B,A,350,350,tie,v2
            A,C,500,250,model_a,v2
            C,A,300,450,model_b,v3
            B,C,220,180,model_a,v3
            C,B,420,210,model_a,v4
            B,C,260,260,tie,v4
            A,B,330,270,model_a,v1
            C,A,380,190,model_a,v2
            B,A,120,360,model_b,v3
            C,B,160,320,model_b,v4
            A,C,240,300,model_a,v1
            C,B,310,290,model_b,v2
            B,A,410,205,model_a,v3
            A,C,275,225,model_b,v4
            """;

    private static final List<String> NAMES = List.of("A", "B", "C");
    private static final double[] RAW = {1046.384760638, 1025.370885673, 928.244353689};
    private static final double[] CONTROLLED = {1041.725061496698, 1049.354671235123, 908.920267268179};
    private static final double RMS = 0.2635377781150687;

    @TempDir
    Path folder;

    @Test
    void rate_lengthsOfAFile_givesControlledAndRawRatingsSideBySide() throws IOException {
        JsonNode board = json(file("--style", "length", "--cluster", "judge"));

        assertS16(board, "");
        assertThat(board.at("/settings/style").asText()).isEqualTo("length");
        assertThat(board.at("/settings/style_rms_length").asDouble()).isEqualTo(RMS, within(1e-12));
        assertThat(board.at("/settings/rating_delta").asText()).isEqualTo("rating minus rating_raw");
        JsonNode effect = board.at("/effects/0");
        assertThat(effect.get("name").asText()).isEqualTo("length");
        assertThat(effect.get("judge").asText()).isEqualTo("all");
        assertThat(effect.get("estimate").asDouble()).isEqualTo(2.5553950268798173, within(1e-9));
        assertThat(effect.get("std_error").asDouble()).isEqualTo(0.6128834392051913 * Math.sqrt(4 / 3.0), within(1e-9));
        assertThat(effect.get("points").asDouble()).isEqualTo(443.9175837027666, within(1e-6));
    }

    @Test
    void rate_anchorCentreAndScale_applyToRawAndControlled() throws IOException {
        JsonNode anchored = json(file("--style", "length", "--anchor", "A=1200"));
        JsonNode wide = json(file("--style", "length", "--center", "0", "--scale", "800"));

        for (String name : NAMES) {
            JsonNode row = row(anchored, name);
            assertThat(row.get("rating").asDouble()).isEqualTo(1200 + controlled(name) - controlled("A"), within(1e-6));
            assertThat(row.at("/extras/rating_raw").asDouble()).isEqualTo(1200 + raw(name) - raw("A"), within(1e-6));
            assertThat(row(wide, name).get("rating").asDouble()).isEqualTo(2 * (controlled(name) - 1000), within(1e-6));
            assertThat(row(wide, name).at("/extras/rating_raw").asDouble())
                    .isEqualTo(2 * (raw(name) - 1000), within(1e-6));
        }
        assertThat(row(anchored, "A").at("/extras/rating_delta").asDouble()).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bradley-terry", "davidson", "rao-kupper"})
    void rate_everyMethodWithStyle_hasTheEffectAndTheRawRatingOfTheMethodWithoutIt(String method) throws IOException {
        JsonNode controlled = json(file("--style", "length", "--method", method));
        JsonNode raw = json(file("--method", method));

        assertThat(controlled.get("effects").findValuesAsText("name")).contains("length");
        for (String name : NAMES) {
            JsonNode row = row(controlled, name);
            double before = row(raw, name).get("rating").asDouble();
            assertThat(row.at("/extras/rating_raw").asDouble()).isEqualTo(before, within(1e-9));
            assertThat(row.at("/extras/rank_raw").asInt())
                    .isEqualTo(row(raw, name).get("rank").asInt());
            assertThat(row.at("/extras/rating_delta").asDouble())
                    .isEqualTo(row.get("rating").asDouble() - before, within(1e-9))
                    .isNotEqualTo(0);
        }
        assertThat(row(raw, "A").has("extras")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tie", "sign", "half", "drop"})
    void rate_sidesTurned_areTheSameTable(String swap) throws IOException {
        String both = """
                A,B,400,200,model_a,v,p1
                B,A,200,400,model_a,v,p1
                B,C,90,10,model_a,v,p2
                C,B,10,90,model_b,v,p2
                C,A,50,70,model_a,v,p3
                A,C,70,50,model_b,v,p3
                A,B,10,20,model_b,v,p4
                A,B,50,80,model_a,v,p5
                A,B,80,50,model_b,v,p6
                """;
        JsonNode one = json(rate(PROMPTS + both, "--style", "length", "--swap", swap, "-f", "json"));
        JsonNode other = json(rate(PROMPTS + turned(both), "--style", "length", "--swap", swap, "-f", "json"));

        assertThat(one.at("/diagnostics/status").asText()).isEqualTo("converged");
        for (String name : NAMES) {
            assertThat(row(one, name).get("rating").asDouble())
                    .isEqualTo(row(other, name).get("rating").asDouble(), within(1e-9));
        }
        assertThat(one.at("/effects/0/estimate").asDouble())
                .isEqualTo(other.at("/effects/0/estimate").asDouble(), within(1e-9));
    }

    private static final String PROMPTS = "model_a,model_b,len_a,len_b,winner,judge,prompt_id\n";

    /** The same votes with the two sides of each row in the other order. */
    private static String turned(String rows) {
        StringBuilder text = new StringBuilder();
        for (String line : rows.lines().toList()) {
            String[] cell = line.split(",", -1);
            String winner = cell[4].equals("model_a") ? "model_b" : "model_a";
            text.append(String.join(",", cell[1], cell[0], cell[3], cell[2], winner, cell[5], cell[6]))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void rate_rowsWithoutLengths_exits2WithTheirNumberAndTheWayOut() throws IOException {
        CliRun run = rate(header() + S16 + "A,B,,,model_a,v1\nB,C,,,tie,v2\n", "--style", "length");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "arena: --style length needs len_a and len_b on every row; 2 of 18 votes of votes.csv have none."
                                + " Fill both columns, take those rows out, or use --style off.\n");
    }

    @Test
    void rate_allStylesOfAFile_exits2AndSaysThatTextsAreNeeded() throws IOException {
        CliRun run = file("--style", "all");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--style all needs the texts of the responses", "use --style length with len_a and len_b");
    }

    @ParameterizedTest
    @CsvSource({"elo, length", "pl, all", "win-rate, length"})
    void rate_methodWithoutStyle_exits2AndNamesThoseThatHaveIt(String method, String style) throws IOException {
        CliRun run = file("--method", method, "--style", style);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--style " + style, "fits no style effects", "bradley-terry or davidson or rao-kupper");
    }

    @Test
    void rate_rankingsOfMoreThanTwo_exits2WithTheirNumber() throws IOException {
        Path votes = folder.resolve("votes.jsonl");
        Files.writeString(votes, """
                {"id":"1","models":["A","B","C"],"ranks":[1,2,3]}
                {"id":"2","models":["A","B"],"ranks":[1,2]}
                """);

        CliRun run = CliRun.of(folder, "rate", votes.toString(), "--style", "length");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--style length: 1 of 2 votes rank more than two responses");
    }

    @Test
    void rate_textsOfTheDatabase_giveTheTableOfTheirLengths() throws IOException {
        importTexts(length -> "x".repeat(length));

        JsonNode board =
                json(arena("rate", "--style", "length", "--position", "off", "--cluster", "judge", "-f", "json"));
        JsonNode all = json(arena("rate", "--style", "all", "--position", "off", "-f", "json"));

        assertS16(board, "database");
        assertThat(board.at("/settings/style_rms_length").asDouble()).isEqualTo(RMS, within(1e-12));
        // Plain letters differ in nothing but length: the other styles have no effect to estimate, and move nothing.
        assertS16(all, "database");
        assertThat(all.get("warnings").findValuesAsText("code")).contains("style_not_identified");
        assertThat(all.at("/settings/style_rms_bold").asText()).isEqualTo("none, it never differs");
    }

    @Test
    void export_allStylesOfTheDatabase_controlsForMarkdownToo() throws IOException {
        importTexts(length -> length % 100 == 0 ? "**" + "x".repeat(length - 4) + "**" : "x".repeat(length));

        JsonNode board = json(arena("export", "leaderboard", "--style", "all", "--position", "off", "-f", "json"));

        assertThat(board.at("/settings/style_rms_length").asDouble()).isEqualTo(RMS, within(1e-12));
        // In some pairs one response is bold and the other is not: 1 or -1; else 0.
        assertThat(board.at("/settings/style_rms_bold").asDouble())
                .isEqualTo(Math.sqrt(BOLD_ONCE / 16.0), within(1e-12));
        assertThat(board.get("effects").findValuesAsText("name")).contains("length", "bold");
        assertThat(row(board, "A").at("/extras/rating_raw").asDouble()).isEqualTo(raw("A"), within(1e-6));
    }

    /** Rows of S16 in which one of the two lengths is a multiple of 100 and the other is not. */
    private static final long BOLD_ONCE = S16.lines()
            .map(line -> line.split(",", -1))
            .filter(cell -> cell[2].endsWith("00") != cell[3].endsWith("00"))
            .count();

    @Test
    void rate_votesWithoutTextsInTheDatabase_areLeftOutAndCounted() throws IOException {
        importTexts(length -> "x".repeat(length));
        Path more = folder.resolve("more.csv");
        Files.writeString(more, "model_a,model_b,winner\nA,B,model_a\nC,B,tie\n");
        assertThat(arena("import", more.toString()).code()).isZero();

        JsonNode board = json(arena("rate", "--style", "length", "--position", "off", "-f", "json"));

        assertThat(board.at("/excluded/no_text").asInt()).isEqualTo(2);
        assertThat(board.get("vote_count").asInt()).isEqualTo(16);
        assertS16(board, "database");
    }

    @Test
    void rate_rankingsOfMoreThanTwoInTheDatabase_areLeftOutAndCounted() throws IOException {
        importTexts(length -> "x".repeat(length));
        Path more = folder.resolve("wide.jsonl");
        Files.writeString(more, "{\"id\":\"w\",\"models\":[\"A\",\"B\",\"C\"],\"ranks\":[1,2,3]}\n");
        assertThat(arena("import", more.toString()).code()).isZero();

        JsonNode board = json(arena("rate", "--style", "length", "--position", "off", "-f", "json"));

        assertThat(board.at("/excluded/more_than_two").asInt()).isEqualTo(1);
        assertThat(board.get("vote_count").asInt()).isEqualTo(16);
        assertS16(board, "database");
    }

    @Test
    void rate_databaseWithoutAnyText_exits2AndSaysWhatToDo() throws IOException {
        Path more = folder.resolve("more.csv");
        Files.writeString(more, "model_a,model_b,winner\nA,B,model_a\nC,B,tie\n");
        assertThat(arena("import", more.toString()).code()).isZero();

        CliRun run = arena("rate", "--style", "all");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--style all needs the texts of the responses; none of 2 votes is on two stored responses.");
    }

    private static void assertS16(JsonNode board, String source) {
        for (String name : NAMES) {
            JsonNode row = row(board, name);
            assertThat(row.get("rating").asDouble()).as(source + name).isEqualTo(controlled(name), within(1e-6));
            assertThat(row.at("/extras/rating_raw").asDouble()).isEqualTo(raw(name), within(1e-6));
            assertThat(row.at("/extras/rating_delta").asDouble()).isEqualTo(controlled(name) - raw(name), within(1e-6));
        }
        assertThat(row(board, "B").get("rank").asInt()).isEqualTo(1);
        assertThat(row(board, "B").at("/extras/rank_raw").asInt()).isEqualTo(2);
        assertThat(row(board, "A").at("/extras/rank_raw").asInt()).isEqualTo(1);
    }

    private static double raw(String name) {
        return RAW[NAMES.indexOf(name)];
    }

    private static double controlled(String name) {
        return CONTROLLED[NAMES.indexOf(name)];
    }

    /** How a response of a length is written. */
    @FunctionalInterface
    private interface Writing {
        String text(int length);
    }

    /** S16 in the database: a prompt for each row, two responses of the row's lengths, and the vote on them. */
    private void importTexts(Writing writing) throws IOException {
        List<String> prompts = new ArrayList<>();
        List<String> responses = new ArrayList<>();
        StringBuilder votes = new StringBuilder("model_a,model_b,winner,judge,prompt_id\n");
        for (String line : S16.lines().toList()) {
            String[] cell = line.split(",", -1);
            String prompt = "p" + prompts.size();
            prompts.add("{\"id\":\"" + prompt + "\",\"prompt\":\"ask\"}");
            for (int side = 0; side < 2; side++) {
                responses.add("{\"prompt_id\":\"" + prompt + "\",\"model\":\"" + cell[side] + "\",\"response\":\""
                        + writing.text(Integer.parseInt(cell[2 + side])) + "\"}");
            }
            votes.append(String.join(",", cell[0], cell[1], cell[4], cell[5], prompt))
                    .append('\n');
        }
        CliRun run = arena(
                "import",
                written("prompts.jsonl", String.join("\n", prompts)),
                written("responses.jsonl", String.join("\n", responses)),
                written("battles.csv", votes.toString()));
        assertThat(run.code()).as(run.err()).isZero();
    }

    private String written(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    private static String header() {
        return "model_a,model_b,len_a,len_b,winner,judge\n";
    }

    /** S16 as a file, rated into JSON. */
    private CliRun file(String... flags) throws IOException {
        return rate(
                header() + S16,
                Stream.concat(Stream.of(flags), Stream.of("-f", "json")).toArray(String[]::new));
    }

    private CliRun rate(String votes, String... flags) throws IOException {
        String file = written("votes.csv", votes);
        return CliRun.of(
                folder, Stream.concat(Stream.of("rate", file), Stream.of(flags)).toArray(String[]::new));
    }

    private CliRun arena(String... arguments) {
        return CliRun.of(folder, arguments);
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static JsonNode row(JsonNode board, String name) {
        for (JsonNode row : board.get("leaderboard")) {
            if (row.get("model_name").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + name + " in " + board);
    }
}
