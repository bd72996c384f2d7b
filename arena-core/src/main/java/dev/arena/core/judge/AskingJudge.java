package dev.arena.core.judge;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.Verdict;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts each case into words, asks a model, and reads its reply. A reply that cannot be read is asked about once more. Whatever is
 * not a clear verdict is an abstention.
 */
public final class AskingJudge implements ActingJudge {
    private final JudgeDraft identity;
    private final JudgeTemplate template;
    private final @Nullable Price price;
    private final ChatModel model;
    private final boolean nudge;

    /**
     * A judge of that identity.
     *
     * @param price null where it is unknown
     * @param nudge whether an unreadable reply is asked about once more
     */
    public AskingJudge(
            JudgeDraft identity, JudgeTemplate template, @Nullable Price price, ChatModel model, boolean nudge) {
        this.identity = identity;
        this.template = template;
        this.price = price;
        this.model = model;
        this.nudge = nudge;
    }

    @Override
    public JudgeDraft identity() {
        return identity;
    }

    @Override
    public void ready() {
        model.ready();
    }

    @Override
    public Opinion decide(JudgeCase judgeCase) {
        return inquire(judgeCase)
                .map(Inquiry::ask)
                .orElseGet(() -> Opinion.notApplicable("the template needs a reference, the prompt has none"));
    }

    @Override
    public Optional<Inquiry> inquire(JudgeCase judgeCase) {
        return template.render(judgeCase).map(Asked::new);
    }

    /** One question to the model. */
    private final class Asked implements Inquiry {
        private final Question question;

        Asked(Question question) {
            this.question = question;
        }

        @Override
        public String key() {
            return Hash.of(
                    identity.kind().word(),
                    identity.version(),
                    Objects.requireNonNullElse(question.system(), ""),
                    question.user());
        }

        @Override
        public String shown() {
            return question.shown();
        }

        @Override
        public Opinion ask() {
            ChatModel.Answer first = model.ask(question);
            Verdict verdict = verdict(first);
            String text = first.text();
            if (!nudge || first.ending() != ChatModel.Ending.COMPLETE || verdict.decides() || text == null) {
                return opinion(first, verdict, null, first.usage(), first.attempts());
            }
            ChatModel.Answer second = model.ask(question.followedBy(text, template.nudge()));
            // An answer that never came has no tokens; those of the first stay known.
            boolean came = second.ending() != ChatModel.Ending.FAILED;
            JudgeCall.Usage usage = came ? sum(first.usage(), second.usage()) : first.usage();
            return opinion(second, verdict(second), text, usage, first.attempts() + second.attempts());
        }

        @Override
        public Opinion read(@Nullable String reply, @Nullable String tokens) {
            String text = Objects.requireNonNullElse(reply, "");
            Verdict verdict = template.parse(new Reply(text, TokenJson.read(tokens)));
            return new Opinion(verdict, verdict.decides() ? text : null, null);
        }

        private Opinion opinion(
                ChatModel.Answer last,
                Verdict verdict,
                @Nullable String firstReply,
                JudgeCall.Usage usage,
                int attempts) {
            JudgeCall.Outcome outcome = outcome(verdict);
            Opinion.Call call = new Opinion.Call(
                    key(),
                    outcome,
                    last.text(),
                    firstReply,
                    TokenJson.write(last.tokens()),
                    last.model(),
                    verdict instanceof Verdict.Abstention abstention ? abstention.detail() : null,
                    usage,
                    price == null ? null : price.of(usage),
                    attempts);
            return new Opinion(verdict, outcome == JudgeCall.Outcome.OK ? last.text() : null, call);
        }
    }

    private Verdict verdict(ChatModel.Answer answer) {
        String text = Objects.requireNonNullElse(answer.text(), "");
        return switch (answer.ending()) {
            case COMPLETE -> template.parse(new Reply(text, answer.tokens()));
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

    /** Tokens of both questions; unknown where either is. */
    private static JudgeCall.Usage sum(JudgeCall.Usage first, JudgeCall.Usage second) {
        return new JudgeCall.Usage(
                sum(first.promptTokens(), second.promptTokens()),
                sum(first.completionTokens(), second.completionTokens()));
    }

    private static @Nullable Long sum(@Nullable Long first, @Nullable Long second) {
        return first == null || second == null ? null : Long.valueOf(first + second);
    }
}
