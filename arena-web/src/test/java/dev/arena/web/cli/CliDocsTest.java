package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/cli.md} holds the help of every command as the program prints it. After a change of a flag, write it anew with
 * {@code mvn -pl arena-web -am test -Dtest=CliDocsTest -Darena.writeDocs=true}.
 */
class CliDocsTest {
    private static final Path DOCS = Path.of(System.getProperty("arena.root"), "docs", "cli.md");
    private static final String INTRODUCTION = """
            # The command line

            Data goes to standard output, everything else to standard error. Flags win over `ARENA_…` variables (`--db` is `ARENA_DB`), these
            over the config file of `-c`, that over the defaults; `arena config` shows every value with its source. Global flags may stand
            before or after the command. What follows is the help of every command, as the program prints it; a test keeps it so.

            | exit code | meaning |
            |---:|---|
            | 0 | good |
            | 1 | unexpected |
            | 2 | usage or configuration, such as a database that another process has open |
            | 3 | input invalid |
            | 4 | finished, but some items failed |
            | 5 | budget or time cap reached, resumable |
            | 6 | endpoint unreachable or not authorised |
            | 130 | interrupted |
            """;

    @Test
    void docs_everyCommand_equalsItsHelp() throws IOException {
        StringBuilder expected = new StringBuilder(INTRODUCTION);
        for (String command : commands()) {
            expected.append("\n## arena")
                    .append(command.isEmpty() ? "" : " " + command)
                    .append("\n\n```text\n");
            expected.append(help(command)).append("```\n");
        }
        if (Boolean.getBoolean("arena.writeDocs")) {
            Files.writeString(DOCS, expected);
        }

        assertThat(DOCS).content().isEqualTo(expected.toString());
    }

    @Test
    void help_everyCommand_hasAnExample() {
        assertThat(commands())
                .hasSizeGreaterThan(5)
                .allSatisfy(command -> assertThat(help(command)).as(command).containsPattern("Examples?: arena "));
    }

    private static List<String> commands() {
        TreeSet<String> names =
                new TreeSet<>(new ArenaCli(console(new StringWriter(), new StringWriter())).commandNames());
        return Stream.concat(Stream.of(""), names.stream()).toList();
    }

    private static String help(String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), Map.of(), false);
        int code =
                command.isEmpty() ? new ArenaCli(console).run("--help") : new ArenaCli(console).run(command, "--help");

        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        return out.toString().lines().map(String::stripTrailing).reduce("", (all, line) -> all + line + "\n");
    }

    private static Console console(StringWriter out, StringWriter err) {
        return new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), Map.of(), false);
    }
}
