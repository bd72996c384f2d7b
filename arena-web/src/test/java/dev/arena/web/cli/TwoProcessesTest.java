package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.web.cli.ChatServer.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes on one database. */
class TwoProcessesTest {
    private static final int PROMPTS = 5;
    private static final long TIMEOUT_S = 120;

    @TempDir
    Path folder;

    @BeforeEach
    void importPrompts() throws IOException {
        CliRun.importPrompts(folder, PROMPTS);
    }

    @Test
    void run_ofTheSameTournamentTwiceAtOnce_asksEveryQuestionOnceAndBothFinish() throws Exception {
        CountDownLatch firstAsks = new CountDownLatch(1);
        CountDownLatch secondWaits = new CountDownLatch(1);
        try (ChatServer server = new ChatServer(number -> {
            firstAsks.countDown();
            assertThat(secondWaits.await(TIMEOUT_S, TimeUnit.SECONDS)).isTrue();
            return Answer.saying("[[A]]");
        })) {
            String file = CliRun.tournament(folder, CliRun.asking(server, ""));
            Process first = start("run", file);
            assertThat(firstAsks.await(TIMEOUT_S, TimeUnit.SECONDS)).isTrue();
            Process hasty = start("run", "--no-wait", file);
            assertThat(rest(hasty.errorReader()))
                    .contains("Another Arena process (process " + first.pid() + ", arena run) has ")
                    .contains("open: stop it, or name another file with --db.");
            assertThat(exitCode(hasty)).isEqualTo(2);
            Process second = start("run", file);
            BufferedReader errors = second.errorReader();
            assertThat(errors.readLine())
                    .startsWith("process " + first.pid() + " (arena run) works on ")
                    .endsWith(": waiting until it ends; Ctrl-C stops the wait, --no-wait fails instead");
            secondWaits.countDown();
            String after = rest(errors);
            assertThat(exitCode(first)).as(rest(first.errorReader())).isZero();
            assertThat(exitCode(second)).as(after).isZero();
            assertThat(after).contains("the database is free; going on").contains("10 votes");
            assertThat(rest(second.inputReader())).isEqualTo(rest(first.inputReader()));
            assertThat(server.questions()).hasSize(2 * PROMPTS).doesNotHaveDuplicates();
        }
    }

    @Test
    void run_besideAServer_failsAndSaysThatItServes() throws Exception {
        try (ChatServer server = new ChatServer(number -> Answer.saying("[[A]]"));
                ArenaStore served = SqliteArenaStore.open(
                        Path.of(CliRun.database(folder)), StoreOptions.standard(StoreWait.SERVER))) {
            assertThat(served.revision()).isPositive();
            Process run = start("run", CliRun.tournament(folder, CliRun.asking(server, "")));
            assertThat(rest(run.errorReader()))
                    .contains("(process " + ProcessHandle.current().pid() + ", arena serve) has ");
            assertThat(exitCode(run)).isEqualTo(2);
            assertThat(server.questions()).isEmpty();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ArenaMain.class.getName()));
        command.addAll(List.of("--db", CliRun.database(folder)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(CliRun.ENVIRONMENT);
        return builder.start();
    }

    private static String rest(BufferedReader reader) {
        return reader.lines().collect(Collectors.joining("\n"));
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
