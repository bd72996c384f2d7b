package dev.arena.core.judge.http;

import org.jspecify.annotations.Nullable;

/** The requests and tokens a minute of one judge. Not thread-safe; time is an argument, in nanoseconds. */
final class Pace {
    private final @Nullable Bucket requests;
    private final @Nullable Bucket tokens;

    /** At most so many requests and tokens a minute; null for no limit. */
    Pace(@Nullable Integer rpm, @Nullable Integer tpm) {
        this.requests = rpm == null ? null : new Bucket(rpm);
        this.tokens = tpm == null ? null : new Bucket(tpm);
    }

    /** Room that was taken: when it begins for the request and for its tokens, and where the tokens stood then. */
    record Slot(long requestStart, long tokenStart, double shift) {}

    /** Takes room for a request of so many estimated tokens. */
    Slot reserve(long now, long estimatedTokens) {
        long first = requests == null ? now : requests.reserve(now, 1);
        return tokens == null
                ? new Slot(first, now, 0)
                : new Slot(first, tokens.reserve(now, estimatedTokens), tokens.shift());
    }

    /** When that room begins, by what is known now of the tokens before it. */
    long start(Slot slot) {
        double moved = tokens == null ? 0 : tokens.shift() - slot.shift();
        return Math.max(slot.requestStart(), (long) Math.ceil(slot.tokenStart() + moved));
    }

    /** Whether what others take may move rooms that were taken. */
    boolean moves() {
        return tokens != null;
    }

    /** Puts the tokens that a request took in the place of those reserved for it. */
    void settle(long now, long estimatedTokens, long usedTokens) {
        if (tokens != null) {
            tokens.settle(now, usedTokens - estimatedTokens);
        }
    }
}
