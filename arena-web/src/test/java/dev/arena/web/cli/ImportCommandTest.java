package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code arena import} as a person types it, on a real database. */
final class ImportCommandTest {
    private static final String PROMPTS = "{\"id\": \"p1\", \"prompt\": \"Name a colour.\"}\n";
    private static final String RESPONSES = """
            {"prompt_id": "p1", "model": "alpha", "response": "Green."}
            {"prompt_id": "p1", "model": "beta", "response": "Red."}
            """;
    private static final String BATTLES =
            "model_a,model_b,winner,prompt_id\nalpha,beta,model_a,p1\nbeta,gamma,tie,p1\n";

    @TempDir
    Path folder;

    private String standardInput = "";

    /** How a command ended. */
    private record End(int code, String out, String err) {}

    private End arena(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of(),
                false);
        List<String> all = new ArrayList<>(List.of("import", "--db", database().toString()));
        all.addAll(Arrays.asList(arguments));
        int code = new ArenaCli(console).run(all.toArray(String[]::new));
        return new End(code, out.toString(), err.toString().replace(folder.toString(), "DIR"));
    }

    private Path database() {
        return folder.resolve("a.db");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void import_filesInAnyOrder_storedWithASummaryAndTheNextStep() throws IOException {
        End end = arena(file("v.csv", BATTLES), file("r.jsonl", RESPONSES), file("p.jsonl", PROMPTS));

        assertThat(end.code()).isZero();
        assertThat(end.out()).isEmpty();
        assertThat(end.err()).isEqualTo("""
                DIR/p.jsonl: prompts, 1 row
                DIR/r.jsonl: responses, 2 rows
                DIR/v.csv: battles, 2 rows
                Contestants: 3 new
                Prompts:     1 new, 0 updated, 0 unchanged
                Responses:   2 new, 0 new versions, 0 unchanged
                Votes:       2 new rows, 0 stored before
                Next: arena rate --db DIR/a.db for the table, arena serve --db DIR/a.db to vote.
                """);
    }

    @Test
    void import_sameFilesAgain_saysThatNothingChanged() throws IOException {
        String[] files = {file("p.jsonl", PROMPTS), file("r.jsonl", RESPONSES), file("v.csv", BATTLES)};
        arena(files);

        End end = arena(files);

        assertThat(end.code()).isZero();
        assertThat(end.err())
                .contains("Prompts:     0 new, 0 updated, 1 unchanged")
                .contains("Responses:   0 new, 0 new versions, 2 unchanged")
                .contains("Votes:       0 new rows, 2 stored before")
                .endsWith("Nothing changed: all of it was stored before. Next: arena serve --db DIR/a.db\n");
    }

    @Test
    void import_standardInput_isRead() {
        standardInput = BATTLES;

        End end = arena("-");

        assertThat(end.code()).isZero();
        assertThat(end.err()).startsWith("-: battles, 2 rows\n");
    }

    @Test
    void import_invalidRow_exits3AndStoresNothing() throws IOException {
        End end = arena(file("p.jsonl", PROMPTS), file("v.csv", BATTLES + "alpha,beta,draw,p1\n"));

        assertThat(end.code()).isEqualTo(3);
        assertThat(end.err())
                .isEqualTo("arena: DIR/v.csv:4: field 'winner' is 'draw'; allowed: model_a, model_b, tie, both_bad,"
                        + " tie (bothbad), tie (inconsistent).\n");
        assertThat(arena(file("p.jsonl", PROMPTS)).err()).contains("Prompts:     1 new");
    }

    @Test
    void import_skipInvalid_exits0AndSaysHowManyWereSetAside() throws IOException {
        String rejects = folder.resolve("rejects.jsonl").toString();

        End end = arena("--skip-invalid", rejects, file("v.csv", BATTLES + "alpha,beta,draw,p1\n"));

        assertThat(end.code()).isZero();
        assertThat(end.err()).contains("Votes:       2 new rows").contains("Set aside in DIR/rejects.jsonl: 1 row.");
        assertThat(Path.of(rejects)).content().contains("\"found\":\"draw\"");
    }

    @Test
    void import_dryRun_makesNoDatabase() throws IOException {
        End end = arena("--dry-run", file("p.jsonl", PROMPTS), file("v.csv", BATTLES));

        assertThat(end.code()).isZero();
        assertThat(end.err())
                .contains("Prompts:     1 new")
                .contains("Votes:       2 rows\n")
                .endsWith("Dry run: nothing was stored. The same command without --dry-run stores it.\n");
        assertThat(database()).doesNotExist();
    }

    @Test
    void import_dryRunOnADatabase_readsItOnly() throws IOException {
        arena(file("p.jsonl", PROMPTS), file("r.jsonl", RESPONSES));
        byte[] before = Files.readAllBytes(database());

        End end = arena("--dry-run", file("r.jsonl", RESPONSES.replace("Red.", "Crimson.")));

        assertThat(end.err()).contains("Responses:   0 new, 1 new versions, 1 unchanged");
        assertThat(Files.readAllBytes(database())).isEqualTo(before);
    }

    @Test
    void import_missingFile_exits3AndMakesNoDatabase() {
        End end = arena(folder.resolve("none.csv").toString());

        assertThat(end.code()).isEqualTo(3);
        assertThat(end.err())
                .isEqualTo(
                        "arena: DIR/none.csv: found 'no such file'; allowed: a file that can be read, or - for standard"
                                + " input. Check the path.\n");
        assertThat(database()).doesNotExist();
    }

    @Test
    void import_wrongFlags_exit2() throws IOException {
        String votes = file("v.csv", BATTLES);

        assertThat(arena("--input-format", "xml", votes).err())
                .startsWith("arena: --input-format 'xml' is not allowed; use auto, battles, left-right, ");
        assertThat(arena("--judge-kind", "robot", votes).err())
                .startsWith("arena: --judge-kind 'robot' is not allowed; use one of: human, llm, ");
        assertThat(arena("--skip-invalid", votes, votes).err())
                .isEqualTo("arena: --skip-invalid DIR/v.csv is also an input; name another file.\n");
        assertThat(arena(votes, votes).err()).isEqualTo("arena: DIR/v.csv is given twice; name each file once.\n");
        assertThat(arena("--input-format", "xml", votes).code()).isEqualTo(2);
        assertThat(arena().code()).isEqualTo(2);
        assertThat(Path.of(votes)).hasContent(BATTLES);
    }

    @Test
    void import_forcedShapeThatDoesNotFit_namesWhatIsMissing() throws IOException {
        End end = arena("--input-format", "left-right", file("v.csv", BATTLES));

        assertThat(end.code()).isEqualTo(3);
        assertThat(end.err())
                .isEqualTo(
                        "arena: DIR/v.csv:1: field 'left' is missing; allowed: the columns of left-right: left, right,"
                                + " winner. Found model_a, model_b, winner, prompt_id.\n");
    }
}
