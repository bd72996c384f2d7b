package dev.arena.core.exchange;

import dev.arena.core.progress.Progress;
import java.util.List;
import java.util.function.LongConsumer;

/** Progress over files: bytes in, thousands of bytes out, which a person can read. */
final class Kilobytes implements LongConsumer {
    private static final long UNIT = 1000;

    private final Progress progress;
    private long bytes;
    private long shown;

    private Kilobytes(Progress progress) {
        this.progress = progress;
    }

    /** Work that is begun over these files. */
    interface Work {
        void run(LongConsumer bytes);
    }

    /** Shows how far some work on files is while it is done. */
    static void show(Progress.Display display, String title, List<Source> files, Work work) {
        long size = files.stream().mapToLong(Source::size).sum();
        try (Progress progress = display.begin(title + " (kB)", size / UNIT)) {
            work.run(new Kilobytes(progress));
        }
    }

    @Override
    public void accept(long more) {
        bytes += more;
        if (bytes / UNIT > shown) {
            progress.advance(bytes / UNIT - shown);
            shown = bytes / UNIT;
        }
    }
}
