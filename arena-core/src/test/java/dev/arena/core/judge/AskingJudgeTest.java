package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked, what is asked once more, and what stays of both. */
class AskingJudgeTest {
    private static final JudgeDraft IDENTITY = new JudgeDraft(JudgeKind.LLM, "j", "v");
    private static final String PROBABLE = "[[\"A\",[[\"A\",-0.1],[\"B\",-2.4]]]]";

    /** Answers from a list, and remembers what it was asked. */
    private static final class Answers implements ChatModel {
        private final Deque<Answer> answers;
        private final List<Question> asked = new ArrayList<>();

        Answers(Answer... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public Answer ask(Question question) {
            asked.add(question);
            return answers.removeFirst();
        }
    }

    private static ChatModel.Answer answer(ChatModel.Ending ending, @Nullable String text, @Nullable String tokens) {
        JudgeCall.Usage usage = new JudgeCall.Usage(100L, 10L);
        return new ChatModel.Answer(ending, text, TokenJson.read(tokens), null, "m-1", usage, 1);
    }

    private static ChatModel.Answer saying(@Nullable String text) {
        return answer(ChatModel.Ending.COMPLETE, text, null);
    }

    private static JudgeCase judgeCase(int count) {
        List<ResponseText> responses = List.of(ResponseText.of("a"), ResponseText.of("b"), ResponseText.of("c"));
        return JudgeCase.blind(PromptText.of("q"), responses.subList(0, count), 1);
    }

    private static AskingJudge judge(String preset, ChatModel model, boolean nudge) {
        return new AskingJudge(IDENTITY, TemplateReader.preset(preset), null, model, nudge);
    }

    private static Opinion.Call call(Opinion opinion) {
        return Objects.requireNonNull(opinion.call());
    }

    @Test
    void decide_threeResponses_areReadAndNudgedAsThree() {
        Answers model = new Answers(saying("[[A > B]]"), saying("[[C > A = B]]"));
        Opinion opinion = judge("ranking", model, true).decide(judgeCase(3));
        assertThat(opinion.verdict()).isEqualTo(new Verdict.Ranking(List.of(2, 2, 1), null));
        assertThat(call(opinion).firstReply()).isEqualTo("[[A > B]]");
        assertThat(call(opinion).usage()).isEqualTo(new JudgeCall.Usage(200L, 20L));
        assertThat(model.asked).hasSize(2);
        assertThat(Objects.requireNonNull(model.asked.get(1).followUp()).request())
                .contains("letters A, B, C once");
    }

    @Test
    void decide_emptyReply_isNudgedWithoutAnEmptyMessage() {
        Answers model = new Answers(saying(null), saying("[[B]]"));
        Opinion opinion = judge("pair", model, true).decide(judgeCase(2));
        assertThat(opinion.verdict()).isEqualTo(Verdict.second());
        assertThat(call(opinion).firstReply()).isEmpty();
        assertThat(Objects.requireNonNull(model.asked.get(1).followUp()).reply())
                .isEqualTo("(empty)");
    }

    @Test
    void decide_nudgeOff_asksOnce() {
        Answers model = new Answers(saying("Hm."));
        Opinion opinion = judge("pair", model, false).decide(judgeCase(2));
        assertThat(opinion.verdict().decides()).isFalse();
        assertThat(call(opinion).outcome()).isEqualTo(JudgeCall.Outcome.UNPARSED);
        assertThat(call(opinion).firstReply()).isNull();
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void decide_noTokenProbabilities_asksOnceAndSaysWhatIsMissing() {
        Answers model = new Answers(saying("A"));
        Opinion opinion = judge("logprobs", model, true).decide(judgeCase(2));
        assertThat(opinion.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Abstention.class,
                        abstention ->
                                assertThat(abstention.detail()).startsWith("the endpoint sent no token probabilities"));
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void decide_oneTokenCutOff_isReadWhereTheFirstTokenDecides() {
        ChatModel.Answer cut = answer(ChatModel.Ending.CUT_OFF, "A", PROBABLE);
        Opinion soft = judge("logprobs", new Answers(cut), true).decide(judgeCase(2));
        assertThat(soft.verdict()).isInstanceOf(Verdict.Preference.class);
        assertThat(call(soft).outcome()).isEqualTo(JudgeCall.Outcome.OK);
        Opinion hard = judge("pair", new Answers(answer(ChatModel.Ending.CUT_OFF, "[[A]]", null)), true)
                .decide(judgeCase(2));
        assertThat(hard.verdict().decides()).isFalse();
    }

    @Test
    void read_storedReplyAndTokens_areReadAsTheyWere() {
        Inquiry ranking =
                judge("ranking", new Answers(), true).inquire(judgeCase(3)).orElseThrow();
        assertThat(ranking.read("[[C > B > A]]", null).verdict())
                .isEqualTo(new Verdict.Ranking(List.of(3, 2, 1), null));
        assertThat(ranking.read(null, null).verdict().decides()).isFalse();
        Inquiry soft =
                judge("logprobs", new Answers(), true).inquire(judgeCase(2)).orElseThrow();
        assertThat(soft.read("A", PROBABLE).verdict())
                .isEqualTo(new Verdict.Preference(Math.exp(-0.1) / (Math.exp(-0.1) + Math.exp(-2.4))));
    }

    @Test
    void key_nudge_changesIt() {
        String on = judge("pair", new Answers(), true)
                .inquire(judgeCase(2))
                .orElseThrow()
                .key();
        String off = judge("pair", new Answers(), false)
                .inquire(judgeCase(2))
                .orElseThrow()
                .key();
        assertThat(on).matches("[0-9a-f]{64}").isNotEqualTo(off);
    }
}
