package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.web.cli.ChatServer.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C on a real process. */
class InterruptedRunTest {
    private static final int PROMPTS = 10;
    private static final long TIMEOUT_S = 300;

    @TempDir
    Path folder;

    private final CompletableFuture<Process> process = new CompletableFuture<>();

    @BeforeEach
    void importPrompts() throws IOException {
        CliRun.importPrompts(folder, PROMPTS);
    }

    @Test
    void run_interruptedOnce_finishesTheCallInFlightAndGoesOnLater() throws Exception {
        try (ChatServer server = new ChatServer(number -> {
            if (number == 4) {
                interruptAndAwait();
            }
            return Answer.saying("[[A]]");
        })) {
            String file = CliRun.tournament(folder, CliRun.asking(server, ""));
            Process run = start(file);
            String errors = firstLines.get(TIMEOUT_S, TimeUnit.SECONDS) + rest(run);
            assertThat(exitCode(run)).as(errors).isEqualTo(130);
            assertThat(errors)
                    .contains("finishing the calls in flight; Ctrl-C again stops now")
                    .contains("16 verdicts are still open")
                    .containsPattern("stopped; go on with: arena --db .* run small-[0-9a-f]{8}");
            assertThat(server.questions()).hasSize(4);
            assertThat(CliRun.of(folder, "run", file).code()).isZero();
            assertThat(server.questions()).hasSize(2 * PROMPTS).doesNotHaveDuplicates();
        }
    }

    @Test
    void run_interruptedTwice_stopsNow() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (ChatServer server = new ChatServer(number -> {
            if (number == 4) {
                interruptAndAwait();
                interrupt(process.join());
                never.await();
            }
            return Answer.saying("[[A]]");
        })) {
            Process run = start(CliRun.tournament(folder, CliRun.asking(server, "")));
            String errors = firstLines.get(TIMEOUT_S, TimeUnit.SECONDS) + rest(run);
            assertThat(exitCode(run)).as(errors).isEqualTo(130);
            assertThat(errors).containsPattern("stopped; go on with: arena --db .* run small-[0-9a-f]{8}");
            never.countDown();
            // The third answer came before the fourth question was sent, but may not have been on disk yet.
            assertThat(CliRun.of(folder, "runs").out()).containsPattern("small-[0-9a-f]{8} .* ([23]) +0 +\\1 ");
        }
    }

    /** What the process wrote up to the line that acknowledges the first Ctrl-C. */
    private final CompletableFuture<String> firstLines = new CompletableFuture<>();

    private Process start(String tournament) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ArenaMain.class.getName()));
        command.addAll(List.of("--db", CliRun.database(folder), "run", tournament));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(CliRun.ENVIRONMENT);
        Process started = builder.start();
        process.complete(started);
        return started;
    }

    private void interruptAndAwait() throws IOException, InterruptedException {
        Process run = process.join();
        interrupt(run);
        StringBuilder seen = new StringBuilder();
        BufferedReader errors = run.errorReader();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith("finishing")) {
                break;
            }
        }
        firstLines.complete(seen.toString());
    }

    private static void interrupt(Process run) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + run.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static String rest(Process run) {
        return run.errorReader().lines().collect(Collectors.joining("\n"));
    }

    private static int exitCode(Process run) throws InterruptedException {
        assertThat(run.waitFor(TIMEOUT_S, TimeUnit.SECONDS)).isTrue();
        return run.exitValue();
    }
}
