package dev.arena.core.tournament;

import dev.arena.core.judge.Opinion;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import dev.arena.core.progress.Progress;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a session does and shows it. */
final class Tally implements AutoCloseable {
    private final Progress progress;
    private final Meter meter;
    private final long cached;
    private final AtomicLong failed = new AtomicLong();

    Tally(Progress progress, Meter meter, long cached) {
        this.progress = progress;
        this.meter = meter;
        this.cached = cached;
        note();
    }

    void done(Opinion opinion) {
        if (opinion.verdict() instanceof Verdict.Abstention abstention
                && abstention.reason() != AbstentionReason.NOT_APPLICABLE) {
            failed.incrementAndGet();
        }
        note();
        progress.advance(1);
    }

    private void note() {
        String spent = meter.shown();
        progress.note(failed.get() + " failed, " + cached + " cached" + (spent.isEmpty() ? "" : ", " + spent));
    }

    @Override
    public void close() {
        progress.close();
    }
}
