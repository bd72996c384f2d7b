package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.problem.EndpointException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run whose judge cannot be reached, goes away, or is a program. */
class EndpointDownTest {
    private static final String ASKING = """
        name: asking
        schedule: {type: all-pairs}
        judges:
          - {name: big, type: openai, base_url: "%s", model: m, concurrency: 1, max_retries: 0, give_up_after_s: 1}
        """;

    @Test
    void run_endpointGoesAway_leavesOpenWhatItDidNotAnswerAndGoesOn() {
        AtomicBoolean down = new AtomicBoolean(true);
        try (FakeEndpoint endpoint = new FakeEndpoint(
                request -> down.get() && request.number() > 10 ? Reply.status(500) : Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(20, "a", "b");
            String yaml = ASKING.formatted(endpoint.baseUrl());
            assertThatThrownBy(() -> arena.run(yaml))
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining("gave no answer for 1 s (HTTP 500: status 500)");
            assertThat(arena.votes()).hasSize(14);
            down.set(false);
            RunSummary after = arena.run(yaml).summary();
            assertThat(after.open()).isZero();
            assertThat(after.judges().get(0).abstentions())
                    .containsOnlyKeys(AbstentionReason.FAILED)
                    .containsEntry(AbstentionReason.FAILED, 4L);
            assertThat(arena.retry(yaml).summary().failures()).isZero();
        }
    }

    @Test
    void run_nobodyListens_asksNothingAndStoresNoVote() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Arena arena = new Arena().with(2, "a", "b");
        assertThatThrownBy(() -> arena.run(ASKING.formatted("http://127.0.0.1:" + port + "/v1")))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("cannot be reached (ConnectException). Nothing was asked.");
        assertThat(arena.votes()).isEmpty();
    }

    @Test
    void run_finishedWithAnEndpointThatIsGone_isStillFinished() {
        Arena arena = new Arena().with(2, "a", "b");
        String yaml;
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            yaml = ASKING.formatted(endpoint.baseUrl());
            arena.run(yaml);
        }
        assertThat(arena.run(yaml).ending()).isEqualTo(RunOutcome.Ending.FINISHED);
    }

    @Test
    void run_program_judgesEverythingAndIsEnded(@TempDir Path folder) throws IOException {
        Path script = folder.resolve("judge.sh");
        Files.writeString(script, """
            while read -r line; do
              id=${line#*\\"id\\":\\"}; id=${id%%\\"*}
              echo "{\\"id\\":\\"$id\\",\\"verdict\\":\\"second\\",\\"usage\\":{\\"prompt_tokens\\":3}}"
            done
            echo ended > "$1"
            """);
        Path end = folder.resolve("end");
        Arena arena = new Arena().with(10, "a", "b");
        RunSummary summary = arena.run("""
            name: program
            schedule: {type: all-pairs}
            judges: [{name: mine, type: command, command: [sh, %s, %s], concurrency: 2}]
            """.formatted(script, end)).summary();
        JudgeSummary judge = summary.judges().get(0);
        assertThat(judge.votes()).isEqualTo(20);
        assertThat(judge.position().first()).isZero();
        assertThat(judge.spending()).isEqualTo(new JudgeSummary.Spending(20, 20, 0, 0, 0, 60, 0, 0, 20));
        assertThat(end).hasContent("ended\n");
    }
}
