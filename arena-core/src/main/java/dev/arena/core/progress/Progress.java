package dev.arena.core.progress;

/** One piece of work under way. Safe for use by many threads. */
public interface Progress extends AutoCloseable {
    /** More of it is done. */
    void advance(long by);

    /** A short text beside the bar, such as what was spent so far. */
    void note(String text);

    @Override
    void close();

    /** Where progress is shown. */
    interface Display {
        /**
         * Begins to show a piece of work.
         *
         * @param title what is done, such as {@code importing}
         * @param total how many steps it takes, or -1 where that is unknown
         */
        Progress begin(String title, long total);
    }

    /** Shows nothing. */
    static Display silent() {
        return (title, total) -> new Progress() {
            @Override
            public void advance(long by) {}

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
    }
}
