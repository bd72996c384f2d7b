package dev.arena.core.judge.http;

import dev.arena.core.judge.BackOff;
import dev.arena.core.judge.ChatModel;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Question;
import dev.arena.core.judge.StoppedException;
import dev.arena.core.judge.Waiter;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.problem.EndpointException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A model behind an endpoint. Asks again after 408, 429, 5xx, time-outs and broken connections; ends the run where no question can
 * succeed. Every request goes through the judge's one gate.
 */
final class HttpChat implements ChatModel {
    private final Endpoint endpoint;
    private final Dialect dialect;
    private final Sampling sampling;
    private final Limits limits;
    private final InstantSource clock;
    private final Waiter waiter;
    private final BackOff backOff;
    private final Gate gate;
    private final AtomicLong asked = new AtomicLong();

    HttpChat(Endpoint endpoint, Dialect dialect, Sampling sampling, Limits limits, JudgeSetup.World world) {
        this.endpoint = endpoint;
        this.dialect = dialect;
        this.sampling = sampling;
        this.limits = limits;
        this.clock = world.clock();
        this.waiter = world.waiter();
        this.backOff = new BackOff(world.seed());
        this.gate = new LimitedGate(endpoint.uri(), limits, clock, waiter);
    }

    @Override
    public void ready() {
        endpoint.reach();
    }

    @Override
    public Answer ask(Question question) {
        long tokens = ChatSetup.tokens(question) + sampling.length().tokens();
        Gate.Errand errand = new Gate.Errand(asked.incrementAndGet(), tokens);
        Course course = new Course(errand, dialect.request(sampling, question));
        try {
            return course.run();
        } catch (StoppedException e) {
            throw new StoppedException(course.attempts);
        } catch (EndpointException e) {
            throw new EndpointException(String.valueOf(e.getMessage()), e, course.attempts);
        }
    }

    /**
     * How an attempt went.
     *
     * @param probe whether it was a look if the endpoint is back, which is no retry and takes none of the question's time
     * @param wish the pause that the endpoint asked for, or null
     */
    private record Sent(
            Endpoint.Attempt attempt,
            boolean probe,
            @Nullable Duration wish,
            Duration took) {}

    /** All attempts of one question. */
    private final class Course {
        private final Gate.Errand errand;
        private final String body;
        private int attempts;

        Course(Gate.Errand errand, String body) {
            this.errand = errand;
            this.body = body;
        }

        Answer run() {
            Duration spent = Duration.ZERO;
            int counted = 0;
            while (true) {
                Sent sent = send();
                if (!Statuses.passing(sent.attempt())) {
                    return answer(errand, sent, attempts);
                }
                counted += sent.probe() ? 0 : 1;
                Duration pause = pause(Math.max(1, counted), sent.wish());
                spent = sent.probe() ? spent : spent.plus(sent.took()).plus(pause);
                if (counted > limits.retries()
                        || spent.compareTo(limits.patience().question()) > 0) {
                    return answer(errand, sent, attempts);
                }
                waiter.await(pause);
            }
        }

        private Sent send() {
            try (Gate.Permit permit = gate.enter(errand)) {
                Instant from = clock.instant();
                attempts++;
                Endpoint.Attempt attempt = endpoint.send(body);
                Instant now = clock.instant();
                Duration wish = Statuses.passing(attempt) && attempt instanceof Endpoint.Replied replied
                        ? RetryAfter.read(replied.retryAfter(), now)
                        : null;
                String problem = Statuses.problem(endpoint, attempt);
                permit.done(new Gate.Fate(Statuses.kind(attempt), wish, problem));
                if (wish != null && wish.compareTo(limits.patience().silence()) > 0) {
                    throw gate.shut(endpoint.uri() + " asks to be left alone for " + wish.toSeconds() + " s (" + problem
                            + "). What was not answered stays open: go on then. give_up_after_s is how long to wait for"
                            + " an endpoint.");
                }
                String hopeless = Statuses.hopeless(attempt);
                if (hopeless != null) {
                    throw gate.shut(endpoint.uri() + hopeless);
                }
                return new Sent(attempt, permit.probe(), wish, Duration.between(from, now));
            }
        }
    }

    private Duration pause(int made, @Nullable Duration wish) {
        Duration own = backOff.delay(made);
        return wish != null && wish.compareTo(own) > 0 ? wish : own;
    }

    private Answer answer(Gate.Errand errand, Sent sent, int attempts) {
        Endpoint.Attempt attempt = sent.attempt();
        if (attempt instanceof Endpoint.Unreachable) {
            throw new EndpointException(
                    endpoint.uri() + " cannot be reached (" + Statuses.problem(endpoint, attempt) + ") after "
                            + attempts + " attempts. Check base_url, and that the server runs.",
                    null);
        }
        if (!(attempt instanceof Endpoint.Replied replied)) {
            return failed(null, attempt, attempts);
        }
        if (replied.status() != Statuses.OK) {
            return failed(endpoint.withoutKey(replied.body()), attempt, attempts);
        }
        Answer answer = dialect.reply(endpoint.withoutKey(replied.body()), attempts);
        Long received = answer.usage().completionTokens();
        Long prompt = answer.usage().promptTokens();
        if (prompt != null && received != null) {
            gate.settle(errand, prompt + received);
        }
        return answer;
    }

    private Answer failed(@Nullable String text, Endpoint.Attempt attempt, int attempts) {
        String problem = Statuses.problem(endpoint, attempt);
        return new Answer(Ending.FAILED, text, List.of(), problem, null, JudgeCall.Usage.UNKNOWN, attempts);
    }
}
