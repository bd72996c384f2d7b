package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.RunId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No question is paid twice, whichever run asks it. */
class CachedRunTest {
    private static List<JudgeCall> calls(Arena arena, RunId run) {
        List<JudgeCall> calls = new ArrayList<>();
        arena.store().calls().scanCalls(run, calls::add);
        return calls;
    }

    @Test
    void run_ofQuestionsThatAnotherRunAsked_takesTheirAnswersFromTheLog() {
        try (FakeEndpoint endpoint =
                new FakeEndpoint(request -> Reply.saying(request.texts().get(1).startsWith("a") ? "[[A]]" : "[[B]]"))) {
            Arena arena = new Arena().with(4, "a", "b");
            String yaml = Arena.asking(endpoint, "");
            RunOutcome first = arena.run(yaml);
            assertThat(endpoint.requests()).hasSize(8);
            arena.with(6, "a", "b", "c");
            RunOutcome second = arena.run(yaml.replace("name: asked", "name: wider"));

            assertThat(second.run().id()).isNotEqualTo(first.run().id());
            assertThat(endpoint.requests()).hasSize(6 * 3 * 2);
            JudgeSummary judge = second.summary().judges().get(0);
            assertThat(judge.votes()).isEqualTo(36);
            assertThat(judge.spending()).satisfies(spending -> {
                assertThat(spending).isNotNull();
                assertThat(spending.cached()).isEqualTo(8);
                assertThat(spending.calls()).isEqualTo(28);
                assertThat(spending.knownUsd()).isEqualTo(2.8);
            });
            assertThat(calls(arena, second.run().id()).stream().filter(JudgeCall::cached))
                    .hasSize(8)
                    .allSatisfy(call -> {
                        assertThat(call.attempts()).isZero();
                        assertThat(call.costUsd()).isZero();
                        assertThat(call.reply()).matches("\\[\\[[AB]]]");
                    });
            assertThat(arena.votes()).allSatisfy(CachedRunTest::favoursContestantA);
        }
    }

    private static void favoursContestantA(CastVote cast) {
        assertThat(cast.vote().draft().rationale()).isNotNull();
    }

    @Test
    void run_withRepeats_asksEachRepeat() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(2, "a", "b");
            RunOutcome outcome = arena.run(Arena.asking(endpoint, "repeat: 3"));
            assertThat(outcome.summary().judges().get(0).votes()).isEqualTo(12);
            assertThat(endpoint.requests()).hasSize(12);
        }
    }

    @Test
    void run_ofAQuestionWithoutAReadableAnswer_asksItAgain() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("no label"))) {
            Arena arena = new Arena().with(2, "a", "b");
            arena.run(Arena.asking(endpoint, ""));
            arena.run(Arena.asking(endpoint, "").replace("name: asked", "name: again"));
            assertThat(endpoint.requests()).hasSize(8);
        }
    }
}
