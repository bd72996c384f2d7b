package dev.arena.core.judge;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.Verdict;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts each case into words, asks a model, and reads its reply. Whatever is not a clear verdict is an abstention. */
public final class AskingJudge implements ActingJudge {
    private final JudgeDraft identity;
    private final JudgeTemplate template;
    private final @Nullable Price price;
    private final ChatModel model;

    /** A judge of that identity; {@code price} is null where it is unknown. */
    public AskingJudge(JudgeDraft identity, JudgeTemplate template, @Nullable Price price, ChatModel model) {
        this.identity = identity;
        this.template = template;
        this.price = price;
        this.model = model;
    }

    @Override
    public JudgeDraft identity() {
        return identity;
    }

    @Override
    public Opinion decide(JudgeCase judgeCase) {
        Optional<Question> question = template.render(judgeCase);
        if (question.isEmpty()) {
            return Opinion.notApplicable("the template needs a reference, the prompt has none");
        }
        ChatModel.Answer answer = model.ask(question.get());
        Verdict verdict = verdict(answer);
        JudgeCall.Outcome outcome = outcome(verdict);
        Opinion.Call call = new Opinion.Call(
                key(question.get()),
                outcome,
                answer.text(),
                verdict instanceof Verdict.Abstention abstention ? abstention.detail() : null,
                answer.usage(),
                price == null ? null : price.of(answer.usage()),
                answer.attempts());
        String rationale = outcome == JudgeCall.Outcome.OK ? answer.text() : null;
        return new Opinion(verdict, rationale, call);
    }

    private Verdict verdict(ChatModel.Answer answer) {
        String text = Objects.requireNonNullElse(answer.text(), "");
        return switch (answer.ending()) {
            case COMPLETE -> template.parse(text);
            case CUT_OFF ->
                Verdict.abstain(
                        AbstentionReason.UNPARSED, "the reply was cut off at max_tokens; a larger one may help");
            case REFUSED -> Verdict.abstain(AbstentionReason.REFUSED, answer.problem());
            case FAILED -> Verdict.abstain(AbstentionReason.FAILED, answer.problem());
        };
    }

    private static JudgeCall.Outcome outcome(Verdict verdict) {
        if (!(verdict instanceof Verdict.Abstention abstention)) {
            return JudgeCall.Outcome.OK;
        }
        return switch (abstention.reason()) {
            case REFUSED -> JudgeCall.Outcome.REFUSED;
            case FAILED -> JudgeCall.Outcome.FAILED;
            default -> JudgeCall.Outcome.UNPARSED;
        };
    }

    private String key(Question question) {
        return Hash.of(
                identity.kind().word(),
                identity.version(),
                Objects.requireNonNullElse(question.system(), ""),
                question.user());
    }
}
