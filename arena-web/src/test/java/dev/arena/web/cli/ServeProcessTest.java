package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code arena serve} as a process: it starts, it answers, it ends when told, and it says what stops it. */
class ServeProcessTest {
    private static final String LISTENING = "Arena is listening on ";

    @TempDir
    Path folder;

    private Process start(String database, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.arena.web.cli.ArenaMain",
                "--db",
                folder.resolve(database).toString(),
                "serve"));
        command.addAll(List.of(flags));
        return new ProcessBuilder(command).start();
    }

    private static String url(BufferedReader messages) throws IOException {
        for (String line = messages.readLine(); line != null; line = messages.readLine()) {
            if (line.startsWith(LISTENING)) {
                return line.substring(LISTENING.length());
            }
        }
        throw new IOException("the server ended before it listened");
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int end(Process process) throws InterruptedException {
        process.destroy();
        long start = System.nanoTime();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .as("ms to end")
                .isLessThan(5000);
        return process.exitValue();
    }

    @Test
    void serve_untilSigterm_answersAndEndsWithinFiveSeconds() throws Exception {
        Process process = start("arena.db", "--port", "0");
        try (BufferedReader messages = process.errorReader()) {
            String url = url(messages);

            HttpResponse<String> health = get(url + "/healthz");

            assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(health.body()).isEqualTo("{\"status\":\"ok\",\"store\":\"writable\",\"revision\":0}");
            assertThat(messages.readLine())
                    .matches("administration: " + url.replace(".", "\\.") + "/join/[A-Za-z0-9_-]{22}");
            assertThat(messages.readLine()).startsWith("There is nothing to vote on yet: 'arena import FILE…'");
            // 128 + SIGTERM, as a shell reports it.
            assertThat(end(process)).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void serve_databaseOfAnotherServer_saysSoAndEnds() throws Exception {
        Process first = start("arena.db", "--port", "0");
        try (BufferedReader messages = first.errorReader()) {
            url(messages);
            Process second = start("arena.db", "--port", "0");

            String said = String.join("\n", second.errorReader().lines().toList());

            assertThat(second.waitFor()).isEqualTo(2);
            assertThat(said)
                    .startsWith("arena: ")
                    .contains("arena.db")
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception");
            assertThat(end(first)).isEqualTo(143);
        } finally {
            first.destroyForcibly();
        }
    }

    @Test
    void serve_portInUse_saysSoAndEnds() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("arena.db", "--port", String.valueOf(taken.getLocalPort()));

            String said = String.join("\n", process.errorReader().lines().toList());

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(said)
                    .isEqualTo("arena: port " + taken.getLocalPort() + " on 127.0.0.1 is in use by another program."
                            + " End that program, or choose another port with --port.");
        }
    }

    @Test
    void serve_addressOfNoMachine_saysSoAndEnds() throws Exception {
        Process process = start("arena.db", "--host", "203.0.113.7", "--port", "0");

        String said = String.join("\n", process.errorReader().lines().toList());

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said).startsWith("arena: --host 203.0.113.7 is not an address of this machine.");
    }

    @Test
    void serve_ruleThatIsNone_saysWhatIsAllowed() {
        CliRun floor = CliRun.of(folder, "serve", "--floor", "maybe");
        CliRun limit = CliRun.of(folder, "serve", "--import-limit", "0");
        CliRun streams = CliRun.of(folder, "serve", "--event-streams", "-1");

        assertThat(floor.code()).isEqualTo(2);
        assertThat(floor.err()).contains("arena: --floor 'maybe' is not allowed; use one of: on, off.");
        assertThat(limit.code()).isEqualTo(2);
        assertThat(limit.err()).contains("arena: --import-limit 0 is not allowed");
        assertThat(streams.code()).isEqualTo(2);
        assertThat(streams.err()).contains("arena: --event-streams -1 is not allowed");
    }
}
