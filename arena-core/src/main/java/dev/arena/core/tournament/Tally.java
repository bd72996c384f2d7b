package dev.arena.core.tournament;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import dev.arena.core.progress.Progress;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a session does and shows it. */
final class Tally implements AutoCloseable {
    /** A note takes longer to make than a call to count. */
    private static final long NOTED = 16;

    private final Progress progress;
    private final Meter meter;
    private final RunListener listener;
    private final AtomicLong cached;
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    Tally(Progress progress, Meter meter, RunListener listener, long cached) {
        this.progress = progress;
        this.meter = meter;
        this.listener = listener;
        this.cached = new AtomicLong(cached);
        note();
    }

    void asked(RunListener.Item item) {
        listener.asked(item);
    }

    void done(RunListener.Item item, RunListener.Answer answer) {
        if (answer.opinion().verdict() instanceof Verdict.Abstention abstention
                && abstention.reason() != AbstentionReason.NOT_APPLICABLE) {
            failed.incrementAndGet();
        }
        if (answer.cached()) {
            cached.incrementAndGet();
        }
        if (done.incrementAndGet() % NOTED == 0) {
            note();
        }
        progress.advance(1);
        listener.answered(item, answer);
    }

    private void note() {
        String spent = meter.shown();
        progress.note(failed.get() + " failed, " + cached.get() + " cached" + (spent.isEmpty() ? "" : ", " + spent));
    }

    @Override
    public void close() {
        note();
        progress.close();
    }
}
