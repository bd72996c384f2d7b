package dev.arena.web.cli;

import dev.arena.core.progress.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line every 5 % and at least every half minute, for logs and pipes; where the total is unknown, a line at each power of two times
 * 1,000. Work that is done within a second says nothing.
 *
 * @param nanos a clock that only goes forward, in nanoseconds
 */
record LineDisplay(PrintWriter err, LongSupplier nanos) implements Progress.Display {
    private static final int STEPS = 20;
    private static final long QUIET_NS = 1_000_000_000L;
    private static final long LONGEST_SILENCE_NS = 30_000_000_000L;

    @Override
    public Progress begin(String title, long total) {
        return new Lines(title, total);
    }

    private final class Lines implements Progress {
        private final String title;
        private final long total;
        private String note = "";
        private long done;
        private long nextPrint;
        private final Rate rate = new Rate();
        private final long begun;
        private long printed;

        Lines(String title, long total) {
            this.title = title;
            this.total = total;
            this.nextPrint = total < 0 ? 1000 : step(1);
            this.begun = nanos.getAsLong();
            this.printed = begun;
            rate.seen(begun, 0);
        }

        @Override
        public synchronized void advance(long by) {
            done += by;
            long now = nanos.getAsLong();
            rate.seen(now, done);
            boolean due = done >= nextPrint;
            if (due ? now - begun > QUIET_NS : now - printed >= LONGEST_SILENCE_NS) {
                printed = now;
                print();
            }
            while (nextPrint <= done) {
                nextPrint = total < 0 ? nextPrint * 2 : step(done * STEPS / Math.max(1, total) + 1);
            }
        }

        private long step(long index) {
            return Math.max(done + 1, (index * total + STEPS - 1) / STEPS);
        }

        private void print() {
            String share = total <= 0 ? "" : String.format(Locale.ROOT, " of %d (%d %%)", total, done * 100 / total);
            String speed = rate.words(total - done);
            err.println(title + ": " + done + share + (note.isEmpty() ? "" : ", " + note)
                    + (speed.isEmpty() ? "" : ", " + speed));
            err.flush();
        }

        @Override
        public synchronized void note(String text) {
            note = text;
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
