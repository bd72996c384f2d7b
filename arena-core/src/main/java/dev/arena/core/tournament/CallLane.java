package dev.arena.core.tournament;

import dev.arena.core.judge.Inquiry;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.StoppedException;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.CallStartId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.store.CallStore.Begun;
import dev.arena.core.store.CallStore.Withdrawal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one judge. Every question goes the same way: room in the budget, a permit, its start on disk, the sending, the permit
 * back, its end on disk. A question that was answered before is answered from the log.
 */
final class CallLane {
    private static final int LEAST_MORE = 2;
    private static final int SPARE = 8;

    private final Session session;
    private final JudgeWork work;
    private final CallDesk desk;
    private final AtomicInteger next = new AtomicInteger();
    private final Semaphore permits;

    CallLane(Session session, JudgeWork work, CallDesk desk) {
        this.session = session;
        this.work = work;
        this.desk = desk;
        // A start is written under a permit, so that no more starts are open than questions are about to be out. A
        // judge with more
        // workers than calls at once sees to its limit by itself; there a few starts more hide what the writing takes.
        int most = work.setup().concurrency();
        this.permits = new Semaphore(work.setup().workers() > most ? most + most / SPARE : most, true);
    }

    /** How many workers it takes: some wait for the store while the others wait for answers. */
    int workers() {
        int most = work.setup().concurrency();
        return Math.min(work.size(), Math.max(work.setup().workers(), most + more(most)));
    }

    private static int more(int most) {
        return LEAST_MORE + most / 2;
    }

    /** Takes the next question, if one is left and the budget has room; false where this ends the work of a worker. */
    boolean askNext() {
        int index = next.getAndIncrement();
        if (index >= work.size()) {
            return false;
        }
        if (!desk.meter().reserve(work.dearestUsd(), desk::goesOn)) {
            if (desk.meter().usedUp()) {
                desk.endForBudget();
            }
            return false;
        }
        Room room = new Room();
        try {
            ask(work.assignment(session, index), room);
        } finally {
            room.release();
        }
        return true;
    }

    /** The room that a call takes in the budget until it is settled. */
    private final class Room {
        private boolean taken = true;

        void settle(Opinion.Call call) {
            desk.meter().settle(call, work.dearestUsd());
            taken = false;
        }

        void lose() {
            desk.meter().lose(work.dearestUsd());
            taken = false;
        }

        void release() {
            if (taken) {
                desk.meter().release(work.dearestUsd());
                taken = false;
            }
        }
    }

    private void ask(Assignment assignment, Room room) {
        JudgeCase judgeCase = assignment.judgeCase();
        Optional<Inquiry> inquiry = work.judge().inquire(judgeCase);
        if (inquiry.isEmpty()) {
            room.release();
            decide(assignment, judgeCase);
            return;
        }
        Runnable rest;
        permits.acquireUninterruptibly();
        try {
            // Whatever was not begun stays open.
            rest = desk.goesOn() ? begun(assignment, inquiry.get(), room) : () -> {};
        } finally {
            permits.release();
        }
        rest.run();
    }

    /** Begins a question and sends it unless it was answered before; gives what is left to do without a permit. */
    private Runnable begun(Assignment assignment, Inquiry inquiry, Room room) {
        Begun begun = begin(assignment, inquiry, false);
        if (begun instanceof Begun.Answered answered) {
            Opinion opinion =
                    inquiry.read(answered.answer().reply(), answered.answer().tokens());
            if (opinion.verdict().decides()) {
                room.release();
                return () -> storeCached(assignment, inquiry, answered, opinion);
            }
            begun = begin(assignment, inquiry, true);
        }
        return begun instanceof Begun.Started started ? send(assignment, inquiry, started, room) : () -> {};
    }

    private Begun begin(Assignment assignment, Inquiry inquiry, boolean fresh) {
        CallStart start = new CallStart(
                session.run().id(), work.id(), assignment.probe(), inquiry.key(), session.name(), session.now());
        return session.store().calls().begin(assignment.begin(start, fresh));
    }

    /** Nothing is asked about this case, such as one that lacks a reference. */
    private void decide(Assignment assignment, JudgeCase judgeCase) {
        Opinion opinion = work.judge().decide(judgeCase);
        if (opinion.call() != null) {
            throw new IllegalStateException(
                    "judge " + work.name() + " called without an inquiry, so its start is not in the log");
        }
        assignment.store(opinion, 0);
        desk.tally().done(assignment.item(), new RunListener.Answer(opinion, false, null));
    }

    private void storeCached(Assignment assignment, Inquiry inquiry, Begun.Answered answered, Opinion opinion) {
        JudgeCall call = new JudgeCall(
                session.run().id(),
                work.id(),
                answered.battle(),
                null,
                inquiry.key(),
                JudgeCall.Outcome.OK,
                answered.answer(),
                new JudgeCall.Usage(0L, 0L),
                0.0,
                0,
                session.now(),
                0);
        assignment.store(opinion, call);
        desk.tally().done(assignment.item(), new RunListener.Answer(opinion, true, null));
    }

    private Runnable send(Assignment assignment, Inquiry inquiry, Begun.Started started, Room room) {
        desk.tally().asked(assignment.item());
        Instant sent = session.now();
        Opinion opinion;
        try {
            opinion = inquiry.ask();
        } catch (StoppedException e) {
            withdraw(started.start(), Withdrawal.Reason.STOPPED, e.attempts());
            return () -> {};
        } catch (EndpointException e) {
            withdraw(started.start(), Withdrawal.Reason.ENDPOINT, e.attempts());
            throw e;
        } catch (RuntimeException e) {
            // Whether it was answered is not known: its start stays open.
            room.lose();
            throw e;
        }
        long duration = Duration.between(sent, session.now()).toMillis();
        Opinion.Call call = opinion.call();
        if (call == null) {
            throw new IllegalStateException(
                    "judge " + work.name() + " answered an inquiry without saying what it took");
        }
        room.settle(call);
        return () -> {
            assignment.store(opinion, row(call, started.start(), started.battle(), sent, duration));
            desk.tally().done(assignment.item(), new RunListener.Answer(opinion, false, duration));
        };
    }

    private JudgeCall row(
            Opinion.Call call, CallStartId start, @Nullable BattleId battle, Instant sent, long durationMs) {
        return new JudgeCall(
                session.run().id(),
                work.id(),
                battle,
                start,
                call.key(),
                call.outcome(),
                new JudgeCall.Text(call.reply(), call.firstReply(), call.tokens(), call.model(), call.error()),
                call.usage(),
                call.costUsd(),
                call.attempts(),
                sent,
                durationMs);
    }

    private void withdraw(CallStartId start, Withdrawal.Reason reason, int attempts) {
        session.store().calls().withdraw(new Withdrawal(start, reason, attempts, session.now()));
    }
}
