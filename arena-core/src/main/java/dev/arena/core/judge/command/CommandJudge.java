package dev.arena.core.judge.command;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.BackOff;
import dev.arena.core.judge.Hash;
import dev.arena.core.judge.Inquiry;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.StoppedException;
import dev.arena.core.judge.Waiter;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks programs. One that dies, hangs or speaks out of turn is ended and another one asked after a pause; a case that every attempt
 * failed on is an abstention. Programs that fail on several cases in a row end the run.
 */
final class CommandJudge implements ActingJudge {
    static final int CASES = 4;

    private static final int SHORT = 16;
    private static final long LOOK_AROUND_MS = 100;

    private final JudgeDraft identity;
    private final CommandSetup.Limits limits;
    private final Programs programs;
    private final Waiter waiter;
    private final BackOff backOff;
    private final AtomicInteger failedInARow = new AtomicInteger();

    CommandJudge(JudgeDraft identity, CommandSetup.Limits limits, Programs programs, JudgeSetup.World world) {
        this.identity = identity;
        this.limits = limits;
        this.programs = programs;
        this.waiter = world.waiter();
        this.backOff = new BackOff(world.seed());
    }

    @Override
    public JudgeDraft identity() {
        return identity;
    }

    @Override
    public Opinion decide(JudgeCase judgeCase) {
        return judgeCase.unreadable().map(Opinion::notApplicable).orElseGet(() -> new Asked(judgeCase).ask());
    }

    @Override
    public Optional<Inquiry> inquire(JudgeCase judgeCase) {
        return judgeCase.unreadable().isPresent() ? Optional.empty() : Optional.of(new Asked(judgeCase));
    }

    @Override
    public void close() {
        programs.close();
    }

    /** One question to the program; its id is made of its key. */
    private final class Asked implements Inquiry {
        private final JudgeCase judgeCase;
        private final String key;

        Asked(JudgeCase judgeCase) {
            this.judgeCase = judgeCase;
            this.key = Hash.of(identity.kind().word(), identity.version(), Wire.request(judgeCase, ""));
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String shown() {
            return Wire.request(judgeCase, id());
        }

        @Override
        public Opinion ask() {
            int attempts = 0;
            try {
                while (true) {
                    Line line = attempt(shown(), id());
                    attempts++;
                    if (line.text() != null) {
                        failedInARow.set(0);
                        return said(line.text(), attempts);
                    }
                    waiter.await(attempts > limits.retries() ? Duration.ZERO : backOff.delay(attempts));
                    if (attempts > limits.retries()) {
                        return failed(line.problem(), attempts);
                    }
                }
            } catch (StoppedException e) {
                throw new StoppedException(attempts);
            }
        }

        @Override
        public Opinion read(@Nullable String reply, @Nullable String tokens) {
            Wire.Said said = read(Objects.requireNonNullElse(reply, ""));
            return new Opinion(said.verdict(), said.rationale(), null);
        }

        private String id() {
            return key.substring(0, SHORT);
        }

        private Wire.Said read(String line) {
            return Wire.read(line, id(), judgeCase.responses().size());
        }

        private Opinion said(String line, int attempts) {
            Wire.Said said = read(line);
            boolean unparsed = said.verdict() instanceof Verdict.Abstention abstention
                    && abstention.reason() == AbstentionReason.UNPARSED;
            JudgeCall.Outcome outcome = unparsed ? JudgeCall.Outcome.UNPARSED : JudgeCall.Outcome.OK;
            Double cost = said.costUsd() == null ? limits.costUsd() : said.costUsd();
            return new Opinion(
                    said.verdict(),
                    said.rationale(),
                    new Opinion.Call(
                            key,
                            outcome,
                            line,
                            null,
                            null,
                            null,
                            detail(said.verdict()),
                            said.usage(),
                            cost,
                            attempts));
        }

        private Opinion failed(String problem, int attempts) {
            if (failedInARow.incrementAndGet() >= CASES) {
                throw new EndpointException(
                        "The program of judge '" + identity.name() + "' failed on " + CASES
                                + " cases in a row, the last time because " + problem
                                + ". What was not answered stays open: mend the program and go on. -v shows what it"
                                + " says on its standard error.",
                        null,
                        attempts);
            }
            Verdict verdict = Verdict.abstain(AbstentionReason.FAILED, problem);
            return new Opinion(
                    verdict,
                    null,
                    new Opinion.Call(
                            key,
                            JudgeCall.Outcome.FAILED,
                            null,
                            null,
                            null,
                            null,
                            problem,
                            JudgeCall.Usage.UNKNOWN,
                            null,
                            attempts));
        }
    }

    /** A line that came, or why none did. */
    private record Line(@Nullable String text, String problem) {}

    private Line attempt(String request, String id) {
        takePlace();
        try {
            Program program = programs.take();
            boolean fit = false;
            try {
                program.send(request);
                String line = program.read(limits.timeout());
                fit = Wire.answers(line, id) && !program.unfit();
                return new Line(line, "");
            } catch (TimeoutException e) {
                return new Line(null, "no reply came within " + limits.timeout().toMillis() + " ms" + lastWords());
            } catch (EOFException e) {
                return new Line(null, "it ended before it replied" + lastWords());
            } finally {
                if (fit) {
                    programs.free(program);
                } else {
                    programs.drop(program);
                }
            }
        } catch (IOException e) {
            return new Line(null, "it could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } finally {
            programs.places().release();
        }
    }

    private static @Nullable String detail(Verdict verdict) {
        return verdict instanceof Verdict.Abstention abstention ? abstention.detail() : null;
    }

    private String lastWords() {
        String last = programs.lastError();
        return last.isEmpty() ? "" : "; its last words: " + last;
    }

    private void takePlace() {
        try {
            do {
                waiter.await(Duration.ZERO);
            } while (!programs.places().tryAcquire(LOOK_AROUND_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }
}
