package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code arena snapshot}, on the command line as a whole. */
class SnapshotCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void votes() throws IOException {
        importVotes("one.csv", "p1,a,b,model_a\np2,a,b,model_b\np3,a,b,model_a\n");
    }

    private void importVotes(String name, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "prompt_id,model_a,model_b,winner\n" + rows);
        assertThat(CliRun.of(folder, "import", file.toString()).code()).isZero();
    }

    private String created(String... flags) {
        String[] all = new String[flags.length + 2];
        all[0] = "snapshot";
        all[1] = "create";
        System.arraycopy(flags, 0, all, 2, flags.length);
        CliRun run = CliRun.of(folder, all);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).matches("snapshot [0-9a-f]{16}\\R");
        return run.out().strip().substring("snapshot ".length());
    }

    @Test
    void create_thenMoreVotes_exportsTheSameBytes() throws Exception {
        String id = created("--method", "elo", "--note", "table 2");
        importVotes("two.csv", "p4,a,b,model_b\np5,b,a,model_a\n");

        CliRun exported = CliRun.of(folder, "snapshot", "export", id);
        assertThat(exported.code()).isZero();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(exported.out().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).startsWith(id);
        assertThat(exported.out()).startsWith("{\"method\":\"elo\"").contains("\"vote_count\":3");
        assertThat(created("--method", "elo")).isNotEqualTo(id);
        CliRun list = CliRun.of(folder, "snapshot", "list");
        assertThat(list.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(id) && line.endsWith("method=elo  table 2"));
        assertThat(CliRun.of(folder, "verify").code()).isZero();
    }

    @Test
    void create_twice_isOne() {
        assertThat(created()).isEqualTo(created("--note", "again"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            freeze                          | use one of: create, list, export
            export                          | needs the id of a snapshot
            export 0123456789abcdef         | There is no snapshot '0123456789abcdef'
            list 0123456789abcdef           | takes no id
            create --method elo --method bt | A snapshot is one table
            """)
    void wrongUse_isRefused(String arguments, String message) {
        CliRun run = CliRun.of(folder, ("snapshot " + arguments).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
