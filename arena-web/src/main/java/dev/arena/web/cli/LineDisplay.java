package dev.arena.web.cli;

import dev.arena.core.progress.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * A line every 5 %, for logs and pipes; where the total is unknown, a line at each power of two times 1,000. Work that is done within
 * a second says nothing.
 */
record LineDisplay(PrintWriter err) implements Progress.Display {
    private static final int STEPS = 20;
    private static final long QUIET_NS = 1_000_000_000L;

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
        private final long begun = System.nanoTime();

        Lines(String title, long total) {
            this.title = title;
            this.total = total;
            this.nextPrint = total < 0 ? 1000 : step(1);
        }

        @Override
        public synchronized void advance(long by) {
            done += by;
            if (done < nextPrint) {
                return;
            }
            if (System.nanoTime() - begun > QUIET_NS) {
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
            err.println(title + ": " + done + share + (note.isEmpty() ? "" : ", " + note));
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
