package dev.arena.core.judge;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts each case into words, asks a model, and reads its reply. A reply that cannot be read is asked about once more. Whatever is
 * not a clear verdict is an abstention.
 */
public final class AskingJudge implements ActingJudge {
    /** Why there is no verdict in a reply whose end is missing: it is not to be read, whatever it holds. */
    public static final String CUT_OFF = "the reply was cut off at max_tokens; a larger one may help";

    /** What stands for an empty reply in a conversation; endpoints refuse empty messages. */
    private static final String NOTHING = "(empty)";

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
                .orElseGet(() -> Opinion.notApplicable(
                        judgeCase.unreadable().orElse("the template needs a reference, the prompt has none")));
    }

    @Override
    public Optional<Inquiry> inquire(JudgeCase judgeCase) {
        JudgeTemplate used = judgeCase.labelsExchanged() ? template.exchanged().orElse(null) : template;
        return used == null || judgeCase.unreadable().isPresent()
                ? Optional.empty()
                : used.render(judgeCase)
                        .map(question ->
                                new Asked(used, question, judgeCase.responses().size()));
    }

    /** One question to the model. */
    private final class Asked implements Inquiry {
        private final JudgeTemplate template;
        private final Question question;
        private final int seats;

        Asked(JudgeTemplate template, Question question, int seats) {
            this.template = template;
            this.question = question;
            this.seats = seats;
        }

        @Override
        public String key() {
            return Hash.of(
                    identity.kind().word(),
                    identity.version(),
                    nudge ? "nudge" : "",
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
            String text = Objects.requireNonNullElse(first.text(), "");
            Optional<String> request = nudge && first.ending() == ChatModel.Ending.COMPLETE && !verdict.decides()
                    ? template.nudge(new Reply(text, first.tokens()), seats)
                    : Optional.empty();
            if (request.isEmpty()) {
                return opinion(first, verdict, null, first.usage(), first.attempts());
            }
            ChatModel.Answer second;
            try {
                second = model.ask(question.followedBy(text.isBlank() ? NOTHING : text, request.get()));
            } catch (StoppedException | EndpointException e) {
                // The first answer was paid; it is kept as it is, and whoever asks next learns why the work ends.
                return opinion(first, verdict, null, first.usage(), first.attempts());
            }
            // An answer that never came has no tokens; those of the first stay known.
            boolean came = second.ending() != ChatModel.Ending.FAILED;
            JudgeCall.Usage usage = came ? sum(first.usage(), second.usage()) : first.usage();
            return opinion(second, verdict(second), text, usage, first.attempts() + second.attempts());
        }

        @Override
        public Opinion read(@Nullable String reply, @Nullable String tokens) {
            String text = Objects.requireNonNullElse(reply, "");
            Verdict verdict = template.parse(new Reply(text, TokenJson.read(tokens)), seats);
            return new Opinion(verdict, verdict.decides() ? text : null, null);
        }

        private Verdict verdict(ChatModel.Answer answer) {
            Reply reply = new Reply(Objects.requireNonNullElse(answer.text(), ""), answer.tokens());
            return switch (answer.ending()) {
                case COMPLETE -> template.parse(reply, seats);
                case CUT_OFF -> cutOff(reply);
                case REFUSED -> Verdict.abstain(AbstentionReason.REFUSED, answer.problem());
                case FAILED -> Verdict.abstain(AbstentionReason.FAILED, answer.problem());
            };
        }

        /** Where the first tokens are the verdict, a reply of one token is meant to be cut off; else its end is missing. */
        private Verdict cutOff(Reply reply) {
            return template.wantsTokens()
                    ? template.parse(reply, seats)
                    : Verdict.abstain(AbstentionReason.UNPARSED, CUT_OFF);
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
