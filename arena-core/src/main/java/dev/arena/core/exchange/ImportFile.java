package dev.arena.core.exchange;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of an import, with what its check found. */
final class ImportFile {
    private final Source source;
    private final Shape shape;
    private final Set<Long> rejected = new HashSet<>();
    private @Nullable ReadReport report;

    ImportFile(Source source, Shape shape) {
        this.source = source;
        this.shape = shape;
    }

    Source source() {
        return source;
    }

    /** Its turn: what others refer to comes first. */
    int stage() {
        return switch (shape) {
            case CONTESTANTS -> 0;
            case PROMPTS, QUESTIONS, REFERENCE_ANSWERS -> 1;
            case COMBINED, ALPACA_EVAL -> 2;
            case RESPONSES, ANSWERS -> 3;
            case BATTLES,
                    LEFT_RIGHT,
                    COUNTS,
                    COUNTS_AB,
                    VOTES,
                    RANKINGS,
                    RANKINGS_LONG,
                    MT_BENCH_PAIR,
                    MT_BENCH_SINGLE,
                    ARENA_HARD_JUDGMENTS,
                    ALPACA_EVAL_ANNOTATIONS,
                    ALPACA_EVAL_PREFERENCES,
                    JUDGEBENCH,
                    JUDGEBENCH_COLUMNS -> 4;
        };
    }

    /** Remembers a row that can be read but does not fit what is known. */
    void reject(long row) {
        rejected.add(row);
    }

    boolean isRejected(long row) {
        return rejected.contains(row);
    }

    void checked(ReadReport found) {
        report = found;
    }

    /** What the check found. */
    ReadReport report() {
        if (report == null) {
            throw new IllegalStateException(source + " was not checked");
        }
        return report;
    }
}
