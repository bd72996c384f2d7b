package dev.arena.core.judge.http;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Spreads requests and tokens evenly over each minute. */
final class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final @Nullable RateLimiter<Object> requests;
    private final @Nullable RateLimiter<Object> tokens;

    /** At most so many requests and tokens a minute; null for no limit. */
    Pace(@Nullable Integer rpm, @Nullable Integer tpm) {
        this.requests =
                rpm == null ? null : RateLimiter.smoothBuilder(rpm, MINUTE).build();
        this.tokens =
                tpm == null ? null : RateLimiter.smoothBuilder(tpm, MINUTE).build();
    }

    /** Reserves room for one request of so many tokens and says how long to wait for it. */
    Duration reserve(long estimatedTokens) {
        Duration first = requests == null ? Duration.ZERO : requests.reservePermit();
        int permits = (int) Math.max(1, Math.min(Integer.MAX_VALUE, estimatedTokens));
        Duration second = tokens == null ? Duration.ZERO : tokens.reservePermits(permits);
        return first.compareTo(second) > 0 ? first : second;
    }
}
