package dev.arena.web.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One command line, run in this process, and what came of it.
 *
 * @param code the exit code
 */
record CliRun(int code, String out, String err) {
    static final Map<String, String> ENVIRONMENT = Map.of("TEST_KEY", "sk-secret-value");

    /** Runs a command on the database {@code arena.db} in a folder. */
    static CliRun of(Path folder, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), ENVIRONMENT, false);
        String[] all = Stream.concat(Stream.of("--db", database(folder)), Stream.of(arguments))
                .toArray(String[]::new);
        int code = new ArenaCli(console).run(all);
        return new CliRun(code, out.toString(), err.toString());
    }

    static String database(Path folder) {
        return folder.resolve("arena.db").toString();
    }

    /** A database with prompts p1, p2, … and a response of alpha and beta to each. */
    static void importPrompts(Path folder, int prompts) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= prompts; i++) {
            rows.append("""
                    {"id":"p%d","prompt":"PROMPT-TEXT %d","reference":"right %d"}
                    """.formatted(i, i, i));
        }
        Files.writeString(folder.resolve("prompts.jsonl"), rows);
        StringBuilder responses = new StringBuilder();
        for (int i = 1; i <= prompts; i++) {
            for (String model : List.of("alpha", "beta")) {
                responses.append("""
                        {"prompt_id":"p%d","model":"%s","response":"RESPONSE-TEXT %s %d"}
                        """.formatted(i, model, model.charAt(0) == 'a' ? "right" : "wrong", i));
            }
        }
        Files.writeString(folder.resolve("responses.jsonl"), responses);
        CliRun imported = of(
                folder,
                "import",
                folder.resolve("prompts.jsonl").toString(),
                folder.resolve("responses.jsonl").toString());
        if (imported.code() != 0) {
            throw new IllegalStateException(imported.err());
        }
    }

    /** Writes a tournament and gives its path. */
    static String tournament(Path folder, String judges) throws IOException {
        Path file = folder.resolve("t.yaml");
        Files.writeString(file, "name: small\nschedule: {type: all-pairs}\njudges:\n" + judges);
        return file.toString();
    }

    /** An entry of a tournament's judges that asks a server. */
    static String asking(ChatServer server, String more) {
        return "  - {name: big, type: openai, base_url: '" + server.baseUrl()
                + "', model: m, concurrency: 1, max_retries: 0, nudge: false, api_key_env: TEST_KEY" + more + "}\n";
    }

    /** The id on the last line of the output. */
    String runId() {
        List<String> lines = out.lines().toList();
        String last = lines.get(lines.size() - 1);
        if (!last.startsWith("run ")) {
            throw new IllegalStateException("the last line is '" + last + "'");
        }
        return last.substring("run ".length());
    }
}
