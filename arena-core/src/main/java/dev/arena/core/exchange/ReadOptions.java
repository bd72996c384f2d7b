package dev.arena.core.exchange;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How to read.
 *
 * @param shape what the files hold; null to recognise it by content
 * @param badRows what happens to invalid rows
 * @param bytes told how many more stored bytes were read, for progress
 */
public record ReadOptions(@Nullable Shape shape, BadRows badRows, LongConsumer bytes) {
    /** Recognise the shape; refuse a file with an invalid row. */
    public static ReadOptions strict() {
        return new ReadOptions(null, BadRows.refuse(), bytes -> {});
    }

    /** The same with another fate of invalid rows. */
    public ReadOptions withBadRows(BadRows other) {
        return new ReadOptions(shape, other, bytes);
    }

    /** The same for files known to hold that shape; null to recognise it. */
    public ReadOptions withShape(@Nullable Shape other) {
        return new ReadOptions(other, badRows, bytes);
    }

    /** The same with someone who watches how far it is. */
    public ReadOptions withProgress(LongConsumer listener) {
        return new ReadOptions(shape, badRows, listener);
    }
}
