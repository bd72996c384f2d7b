package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line warns the owner of a study of. */
class StudyWarningCommandTest {
    private static final String FLOOR = "the open floor asks 2 of its prompts too and reveals them after each vote";

    @TempDir
    Path folder;

    private CliRun study(String command, String settings) throws IOException {
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, "key: s\nname: Which?\n" + settings);
        return command.equals("create")
                ? CliRun.of(folder, "study", command, file.toString())
                : CliRun.of(folder, "study", command, "s", file.toString());
    }

    @Test
    void open_textsThatAreOnTheOpenFloorToo_warns() throws Exception {
        CliRun.importPrompts(folder, 2);
        study("create", "reveal: never\n");
        CliRun opened = CliRun.of(folder, "study", "open", "s");

        assertThat(opened.code()).as(opened.err()).isZero();
        assertThat(opened.err()).contains("study s is open", FLOOR, "2 matchups of 2 responses");
        assertThat(study("revise", "reveal: never\nguidelines: Read both.\n").err())
                .contains(FLOOR);
        assertThat(study("revise", "reveal: vote\n").err())
                .contains("version 3")
                .doesNotContain(FLOOR);
    }

    /** Opening a study looks at the open floor and changes nothing there. */
    @Test
    void open_identicalResponses_storesNoTies() throws Exception {
        CliRun.importPrompts(folder, 2);
        Path rows = folder.resolve("same.jsonl");
        Files.writeString(rows, """
                {"prompt_id":"p1","model":"gamma","response":"RESPONSE-TEXT right 1"}
                """);
        assertThat(CliRun.of(folder, "import", rows.toString()).code()).isZero();
        study("create", "reveal: never\n");
        CliRun.of(folder, "study", "open", "s");

        try (ArenaStore store = SqliteArenaStore.openReadOnly(Path.of(CliRun.database(folder)))) {
            assertThat(store.revision()).as("no vote").isEqualTo(store.catalogRevision());
        }
    }
}
