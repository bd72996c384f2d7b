package dev.arena.core.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LatestResultsTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final LatestResults<Integer, String> results = new LatestResults<>(waiting::add);

    @Test
    void ask_ofMoreQuestionsThanAreKept_letsNoMoreWaitAndSaysToAskAgain() {
        for (int question = 0; question < 3 * LatestResults.KEPT; question++) {
            assertThat(results.ask(question, 1, () -> "answer"))
                    .as("question %d", question)
                    .isEqualTo(new LatestResults.Told<String>(null, true));
        }

        assertThat(waiting).hasSize(LatestResults.KEPT);
        waiting.remove().run();
        int last = 3 * LatestResults.KEPT - 1;
        assertThat(results.ask(last, 1, () -> "the last").computing()).isTrue();
        assertThat(waiting).hasSize(LatestResults.KEPT);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(results.ask(last, 1, () -> "never"))
                .isEqualTo(new LatestResults.Told<>(new LatestResults.Ready<>(1, "the last", null), false));
    }

    @Test
    void ask_afterAnError_computesAgain() {
        var unused = results.ask(1, 1, () -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> waiting.remove().run()).isInstanceOf(StackOverflowError.class);

        assertThat(results.ask(1, 1, () -> "answer").computing()).isTrue();
        waiting.remove().run();
        assertThat(results.ask(1, 1, () -> "never").last()).isEqualTo(new LatestResults.Ready<>(1, "answer", null));
    }

    @Test
    void ask_whereNothingIsTakenAnyMore_leavesNothingBegun() {
        LatestResults<Integer, String> ended = new LatestResults<>(work -> {
            throw new RejectedExecutionException("the server stops");
        });

        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> ended.ask(1, 1, () -> "never")).hasMessage("the server stops");
        }
    }
}
