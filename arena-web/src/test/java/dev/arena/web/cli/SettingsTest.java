package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags win over variables, variables over the config file, that over the defaults. */
class SettingsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Map<String, String> environment, String... arguments) {
        Console console = new Console(
                InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), environment, false);
        return new ArenaCli(console).run(arguments);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("arena.yaml"), text).toString();
    }

    private String line(String setting) {
        return out.toString()
                .lines()
                .filter(row -> row.startsWith(setting + " "))
                .map(row -> row.replaceAll(" +", " "))
                .findFirst()
                .orElse("no line for " + setting + " in:\n" + out);
    }

    @Test
    void config_nothingSet_printsDefaults() {
        assertThat(run(Map.of(), "config")).isZero();

        assertThat(out.toString().lines().findFirst())
                .hasValueSatisfying(row -> assertThat(row).matches("SETTING +VALUE +SOURCE"));
        assertThat(line("port")).isEqualTo("port 8080 default");
        assertThat(line("db")).isEqualTo("db arena.db default");
        assertThat(line("quiet")).isEqualTo("quiet false default");
        assertThat(line("judge-kind")).endsWith("default");
        assertThat(out.toString()).doesNotContain("help").doesNotContain("version ");
    }

    @Test
    void config_everySource_theStrongestWins() throws IOException {
        String file = file("# a comment\nport: 1111\nhost: 0.0.0.0\ndb: file.db\nallow-host: [a.example, b.example]\n");
        Map<String, String> environment = Map.of("ARENA_PORT", "2222", "ARENA_DB", "variable.db");

        assertThat(run(environment, "-c", file, "config", "--db", "flag.db"))
                .as(err.toString())
                .isZero();

        assertThat(line("db")).isEqualTo("db flag.db flag");
        assertThat(line("port")).isEqualTo("port 2222 ARENA_PORT");
        assertThat(line("host")).isEqualTo("host 0.0.0.0 " + file + ":3");
        assertThat(line("allow-host")).isEqualTo("allow-host a.example,b.example " + file + ":5");
    }

    @Test
    void config_fileFromVariable_isRead() throws IOException {
        String file = file("port: 3333\n");

        assertThat(run(Map.of("ARENA_CONFIG", file), "config")).isZero();

        assertThat(line("port")).isEqualTo("port 3333 " + file + ":1");
    }

    @Test
    void anyCommand_unknownKey_isRefusedWithTheNearestName() throws IOException {
        String file = file("db: x.db\nprot: 3333\n");

        assertThat(run(Map.of(), "config", "--config=" + file)).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("arena: " + file + ":2: found 'prot'; allowed: the keys ")
                .contains("'port'");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anyCommand_fileThatIsNotThere_isRefused() {
        assertThat(run(Map.of(), "-c", "nowhere.yaml", "config")).isEqualTo(2);

        assertThat(err.toString()).isEqualTo("arena: nowhere.yaml does not exist. Name an existing file.\n");
    }

    @Test
    void anyCommand_listWhereOneValueIsAllowed_isRefused() throws IOException {
        String file = file("port: [1, 2]\n");

        assertThat(run(Map.of(), "-c", file, "config")).isEqualTo(2);

        assertThat(err.toString()).contains("field 'port' is 'a list of 2'; allowed: one value of --port.");
    }

    @Test
    void serve_portThatIsNone_isRefused() {
        assertThat(run(
                        Map.of("ARENA_PORT", "65536"),
                        "serve",
                        "--db",
                        folder.resolve("a.db").toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("--port 65536 is not allowed; use a number from 0 to 65535.");
        assertThat(folder.resolve("a.db")).doesNotExist();
    }
}
