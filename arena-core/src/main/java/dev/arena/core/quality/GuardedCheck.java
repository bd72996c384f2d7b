package dev.arena.core.quality;

import org.jspecify.annotations.Nullable;

/** A check that may fail: then it says unknown, and why. */
final class GuardedCheck {
    private final VoterCheck check;
    private @Nullable RuntimeException failure;

    GuardedCheck(VoterCheck check) {
        this.check = check;
    }

    VoterCheck check() {
        return check;
    }

    void take(VoterVote vote) {
        if (failure == null) {
            try {
                check.take(vote);
            } catch (RuntimeException broken) {
                failure = broken;
            }
        }
    }

    Signal signal() {
        if (failure == null) {
            try {
                return check.signal();
            } catch (RuntimeException broken) {
                failure = broken;
            }
        }
        return Signal.unknown(check.id(), 0, 0, QualityPhrase.FAILED.say("failure", String.valueOf(failure)));
    }

    /** What it failed with; null where it did not. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }
}
