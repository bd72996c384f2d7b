package dev.arena.web.cli;

import dev.arena.core.progress.Progress;
import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left, redrawn in place. */
record BarDisplay(PrintWriter err) implements Progress.Display {
    private static final int REDRAW_MS = 200;

    @Override
    public Progress begin(String title, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MS)
                .showSpeed()
                .setConsumer(new DelegatingProgressBarConsumer(this::draw))
                .build();
        return new Progress() {
            @Override
            public void advance(long by) {
                bar.stepBy(by);
            }

            @Override
            public void note(String text) {
                bar.setExtraMessage(text);
            }

            @Override
            public void close() {
                bar.close();
                err.println();
                err.flush();
            }
        };
    }

    private void draw(String line) {
        err.print('\r' + line);
        err.flush();
    }
}
