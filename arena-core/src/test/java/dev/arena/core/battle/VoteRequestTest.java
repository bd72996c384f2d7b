package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.InputException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on two and on more responses. */
class VoteRequestTest {
    private static VoteRequest word(String verdict) {
        return new VoteRequest(verdict, null, null, null, null);
    }

    private static VoteRequest ranks(@Nullable Integer... ranks) {
        return new VoteRequest(null, Arrays.asList(ranks), null, null, null);
    }

    @Test
    void toVerdict_twoResponses_everyWord() {
        assertThat(word("first").toVerdict(2)).isEqualTo(Verdict.first());
        assertThat(word("second").toVerdict(2)).isEqualTo(Verdict.second());
        assertThat(word("tie").toVerdict(2)).isEqualTo(Verdict.tie());
        assertThat(word("both_bad").toVerdict(2)).isEqualTo(Verdict.bothBad());
        assertThat(new VoteRequest("skip", null, null, "unsafe", null).toVerdict(2))
                .isEqualTo(Verdict.abstain(AbstentionReason.SKIPPED, "unsafe"));
        assertThat(ranks(2, 1).toVerdict(2)).isEqualTo(Verdict.second());
    }

    @Test
    void toVerdict_fourResponses_rankings() {
        assertThat(ranks(1, 2, 2, 4).toVerdict(4)).isEqualTo(new Verdict.Ranking(List.of(1, 2, 2, 4), null));
        assertThat(ranks(null, 1, null, null).toVerdict(4)).isEqualTo(new Verdict.Ranking(List.of(0, 1, 0, 0), null));
        assertThat(word("tie").toVerdict(4)).isEqualTo(new Verdict.Ranking(List.of(1, 1, 1, 1), null));
        assertThat(new VoteRequest(null, List.of(1, 2, 3), 2, null, null).toVerdict(3))
                .isEqualTo(new Verdict.Ranking(List.of(1, 2, 3), 2));
        assertThat(VoteRequest.wordOf(ranks(1, 2, 2, 4).toVerdict(4))).isEqualTo("ranking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "FIRST", "", "draw"})
    void toVerdict_wordThatFourResponsesDoNotHave_isRefused(String word) {
        assertThatThrownBy(() -> word(word).toVerdict(4))
                .isInstanceOf(InputException.class)
                .hasMessage("field 'verdict' is '" + word + "'; allowed: tie, both_bad, skip, or ranks instead.");
    }

    @Test
    void toVerdict_denseRanks_areRefusedWithTheRightSpelling() {
        assertThatThrownBy(() -> ranks(1, 2, 2, 3).toVerdict(4))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "field 'ranks' is '[1, 2, 2, 3]'; allowed: 4 numbers, one a position: 1 best, equal = tie, then"
                                + " the next free rank (1, 2, 2, 4), null = not ranked.");
    }

    @Test
    void toVerdict_longReason_isRefused() {
        VoteRequest request = new VoteRequest("first", null, null, "x".repeat(VoteRequest.MAX_REASON + 1), null);

        assertThatThrownBy(() -> request.toVerdict(2))
                .isInstanceOf(InputException.class)
                .hasMessage("field 'reason' is '2001 characters'; allowed: at most 2000 characters.");
        for (String reason : List.of("\u0000x", "a\u001b[31mb", "\u007f", "\u0085")) {
            VoteRequest odd = new VoteRequest("first", null, null, reason, null);
            assertThatThrownBy(() -> odd.toVerdict(2))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("field 'reason' is 'the control character U+00")
                    .hasMessageContaining("no control characters but tabs and ends of lines");
        }
        assertThat(new VoteRequest("first", null, null, "one\n\ttwo\r\n😀", null).toVerdict(2))
                .isEqualTo(Verdict.first());
    }

    @Test
    void toVerdict_negativeLatency_isRefused() {
        assertThatThrownBy(() -> new VoteRequest("tie", null, null, null, -1L).toVerdict(2))
                .isInstanceOf(InputException.class)
                .hasMessage("field 'latency_ms' is '-1'; allowed: milliseconds, 0 or more.");
    }

    @Test
    void hash_sameRequestOnAnotherBattle_isAnother() {
        assertThat(word("first").hash("a")).isEqualTo(word("first").hash("a"));
        assertThat(word("first").hash("a")).isNotEqualTo(word("first").hash("b"));
        assertThat(word("first").hash("a"))
                .as("a repeat may have taken longer")
                .isEqualTo(new VoteRequest("first", null, null, null, 9L).hash("a"));
        assertThat(word("first").hash("a")).isNotEqualTo(ranks(1, 2).hash("a"));
    }
}
