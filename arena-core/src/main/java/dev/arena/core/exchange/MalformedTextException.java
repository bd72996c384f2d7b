package dev.arena.core.exchange;

import java.io.IOException;

/** Bytes that are not UTF-8. */
final class MalformedTextException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    MalformedTextException(long line) {
        super("not UTF-8 in line " + line);
        this.line = line;
    }

    /** The line on which they stand, from 1. */
    long line() {
        return line;
    }
}
