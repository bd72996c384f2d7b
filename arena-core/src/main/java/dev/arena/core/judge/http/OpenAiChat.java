package dev.arena.core.judge.http;

import dev.arena.core.judge.ChatModel;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Question;
import dev.arena.core.judge.Waiter;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.problem.EndpointException;
import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model behind {@code /chat/completions}. Asks again after 429, 5xx, time-outs and broken connections; gives up at once where no
 * question can succeed.
 */
final class OpenAiChat implements ChatModel {
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int SHOWN = 500;

    private final Endpoint endpoint;
    private final OpenAiSetup.Sampling sampling;
    private final Waiter waiter;
    private final Pace pace;
    private final BackOff backOff;
    private final RetryPolicy<Sent> retries;

    OpenAiChat(Endpoint endpoint, OpenAiSetup.Sampling sampling, OpenAiSetup.Limits limits, JudgeSetup.World world) {
        this.endpoint = endpoint;
        this.sampling = sampling;
        this.waiter = world.waiter();
        this.pace = new Pace(limits.rpm(), limits.tpm());
        this.backOff = new BackOff(world.clock(), world.seed());
        this.retries = RetryPolicy.<Sent>builder()
                .withMaxRetries(limits.retries())
                .handleResultIf(this::worthAnother)
                .abortOn(RuntimeException.class)
                .build();
    }

    /** One attempt and how many there were with it. */
    private record Sent(Endpoint.Attempt attempt, int attempts) {
        @Nullable
        String retryAfter() {
            return attempt instanceof Endpoint.Replied replied ? replied.retryAfter() : null;
        }
    }

    @Override
    public Answer ask(Question question) {
        String body = ChatJson.request(sampling, question);
        long tokens = OpenAiSetup.tokens(question) + sampling.maxTokens();
        return answer(Failsafe.with(retries).get(context -> send(context, body, tokens)));
    }

    private Sent send(ExecutionContext<Sent> context, String body, long tokens) {
        int made = context.getAttemptCount();
        if (made > 0) {
            Sent last = context.getLastResult();
            waiter.await(backOff.delay(made, last == null ? null : last.retryAfter()));
        }
        Duration room = pace.reserve(tokens);
        waiter.await(room);
        return new Sent(endpoint.send(body), made + 1);
    }

    private boolean worthAnother(Sent sent) {
        if (sent.attempt() instanceof Endpoint.Replied replied) {
            int status = replied.status();
            boolean passing = status == TOO_MANY || status == REQUEST_TIMEOUT || status >= SERVER_ERROR;
            return passing && !backOff.tooLong(replied.retryAfter());
        }
        return true;
    }

    private Answer answer(Sent sent) {
        if (sent.attempt() instanceof Endpoint.Unreachable unreachable) {
            throw new EndpointException(
                    endpoint.uri() + " cannot be reached (" + unreachable.problem() + ") after " + sent.attempts()
                            + " attempts. Check base_url, and that the server runs.",
                    null);
        }
        if (sent.attempt() instanceof Endpoint.Lost lost) {
            return failed(null, lost.problem(), sent.attempts());
        }
        Endpoint.Replied replied = (Endpoint.Replied) sent.attempt();
        int status = replied.status();
        if (status == OK) {
            return ChatJson.reply(replied.body(), sent.attempts());
        }
        refuseHopeless(status);
        String said = endpoint.withoutKey(ChatJson.problem(replied.body()));
        String shown = said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "…";
        return failed(replied.body(), "HTTP " + status + ": " + shown, sent.attempts());
    }

    private void refuseHopeless(int status) {
        if (status == UNAUTHORISED || status == FORBIDDEN) {
            throw new EndpointException(
                    endpoint.uri() + " does not authorise us (HTTP " + status
                            + "). Check the key in the variable that api_key_env names.",
                    null);
        }
        if (status == NOT_FOUND || (status >= REDIRECT && status < BAD_REQUEST)) {
            throw new EndpointException(
                    endpoint.uri() + " is not there (HTTP " + status + "). Check base_url and model.", null);
        }
    }

    private Answer failed(@Nullable String text, String problem, int attempts) {
        String kept = text == null ? null : endpoint.withoutKey(text);
        return new Answer(Ending.FAILED, kept, List.of(), problem, null, JudgeCall.Usage.UNKNOWN, attempts);
    }
}
