package dev.arena.core.tournament;

import dev.arena.core.model.JudgeCall;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run has used of its budget, earlier sessions included. The number of calls is never exceeded; the cost may be, by the calls
 * in flight. Where a paid call's cost was not reported, it counts as the dearest call of its judge.
 */
final class Meter {
    private final Budget budget;
    private long calls;
    private BigDecimal knownUsd = BigDecimal.ZERO;
    private BigDecimal assumedUsd = BigDecimal.ZERO;

    Meter(Budget budget) {
        this.budget = budget;
    }

    /** Counts a call of the log. */
    synchronized void addStored(JudgeCall call, double dearestUsd) {
        calls++;
        add(call.outcome(), call.costUsd(), dearestUsd);
    }

    /** Takes room for one call; false where the budget is used up. */
    synchronized boolean reserve() {
        Long maxCalls = budget.maxCalls();
        Double maxCost = budget.maxCostUsd();
        if ((maxCalls != null && calls >= maxCalls)
                || (maxCost != null && knownUsd.add(assumedUsd).compareTo(BigDecimal.valueOf(maxCost)) >= 0)) {
            return false;
        }
        calls++;
        return true;
    }

    /** Gives the room back of a call that was not made. */
    synchronized void release() {
        calls--;
    }

    /** Adds the cost of a call that was made. */
    synchronized void add(JudgeCall.Outcome outcome, @Nullable Double costUsd, double dearestUsd) {
        if (costUsd != null) {
            knownUsd = knownUsd.add(BigDecimal.valueOf(costUsd));
        } else if (outcome != JudgeCall.Outcome.FAILED) {
            assumedUsd = assumedUsd.add(BigDecimal.valueOf(dearestUsd));
        }
    }

    /** What was spent and what may be, in a few words; empty before anything was. */
    synchronized String shown() {
        if (calls == 0) {
            return "";
        }
        Double most = budget.maxCostUsd();
        String cap = most == null ? "" : String.format(Locale.ROOT, " of %.4f", most);
        return String.format(Locale.ROOT, "%.4f%s USD", knownUsd, cap);
    }
}
