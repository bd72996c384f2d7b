package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Attachment;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judges that read texts say nothing on what is a file: they abstain, ask nobody, and never call it a tie. */
class FilesBeforeJudgesTest {
    private static final Attachment PICTURE = new Attachment("image/png", "a.png", "5e".repeat(32));
    private static final String OF_RESPONSE = "a response has files, and this judge reads texts only";
    private static final String OF_PROMPT = "the prompt has files, and this judge reads texts only";

    /** Equal texts, so that whoever looked at them alone would say tie. */
    private static JudgeCase judgeCase(boolean inPrompt, boolean inResponse) {
        PromptText prompt =
                new PromptText(List.of("Draw a cat."), null, null, "a cat", inPrompt ? List.of(PICTURE) : List.of());
        ResponseText drawn = new ResponseText(List.of("here"), inResponse ? List.of(PICTURE) : List.of());
        return JudgeCase.blind(prompt, List.of(ResponseText.of("here"), drawn), 1);
    }

    private static AskingJudge asking() {
        ChatModel nobody = question -> {
            throw new AssertionError("it was asked: " + question);
        };
        return new AskingJudge(
                new JudgeDraft(JudgeKind.LLM, "j", "v"), TemplateReader.preset("pair"), null, nobody, true);
    }

    private static void requireAbstention(Opinion opinion, String why) {
        assertThat(opinion.verdict()).isEqualTo(Verdict.abstain(AbstentionReason.NOT_APPLICABLE, why));
        assertThat(opinion.call()).isNull();
    }

    @Test
    void decide_responseWithAFile_askingJudgeAbstainsWithoutACall() {
        assertThat(asking().inquire(judgeCase(false, true))).isEmpty();
        requireAbstention(asking().decide(judgeCase(false, true)), OF_RESPONSE);
    }

    @Test
    void decide_promptWithAFile_askingJudgeAbstainsWithoutACall() {
        requireAbstention(asking().decide(judgeCase(true, false)), OF_PROMPT);
    }

    @Test
    void decide_responseWithAFile_metricAbstains() {
        MetricJudge judge = new MetricJudge("m", new ExactMatchMetric(), MetricJudge.Turns.ALL);

        requireAbstention(judge.decide(judgeCase(false, true)), OF_RESPONSE);
        assertThat(judge.decide(judgeCase(true, false)).verdict())
                .as("a metric needs no prompt")
                .isEqualTo(Verdict.tie());
    }
}
