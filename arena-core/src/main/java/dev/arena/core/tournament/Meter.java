package dev.arena.core.tournament;

import dev.arena.core.judge.Opinion;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.store.JudgeLedger;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * What a run has used of its budget, earlier sessions included. The number of calls is never exceeded, and neither is the cost by
 * more than one call: a call is not begun while those in flight, each at its dearest, may use up what is left. Where a paid call's
 * cost was not reported, or its fate is unknown, it counts as the dearest call of its judge.
 */
final class Meter {
    private final Budget budget;
    private long calls;
    private BigDecimal knownUsd = BigDecimal.ZERO;
    private BigDecimal assumedUsd = BigDecimal.ZERO;
    private boolean anyUnknown;
    private BigDecimal reservedUsd = BigDecimal.ZERO;
    private int inFlight;

    Meter(Budget budget) {
        this.budget = budget;
    }

    /** Counts what a judge used in earlier sessions. */
    synchronized void addStored(JudgeLedger ledger, double dearestUsd) {
        long unknownFate = ledger.openStarts();
        calls += ledger.calls() + unknownFate;
        knownUsd = knownUsd.add(ledger.cost().knownUsd());
        anyUnknown |= ledger.cost().unknownAnswered() + unknownFate > 0;
        assumedUsd = assumedUsd.add(BigDecimal.valueOf(dearestUsd)
                .multiply(BigDecimal.valueOf(ledger.cost().unknownAnswered() + unknownFate)));
    }

    /**
     * Takes room for one call. Where only calls in flight keep it from being there, waits for them.
     *
     * @param goesOn whether to go on waiting
     * @return false where the budget is used up, or the wait was ended
     */
    synchronized boolean reserve(double dearestUsd, BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean() && !usedUp()) {
            if (hasRoom()) {
                calls++;
                inFlight++;
                reservedUsd = reservedUsd.add(BigDecimal.valueOf(dearestUsd));
                return true;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** Whether nothing may be called any more, whatever becomes of the calls in flight. */
    synchronized boolean usedUp() {
        Long maxCalls = budget.maxCalls();
        Double maxCost = budget.maxCostUsd();
        return (maxCalls != null && calls - inFlight >= maxCalls)
                || (maxCost != null && spent().compareTo(BigDecimal.valueOf(maxCost)) >= 0);
    }

    private boolean hasRoom() {
        Long maxCalls = budget.maxCalls();
        Double maxCost = budget.maxCostUsd();
        return (maxCalls == null || calls < maxCalls)
                && (maxCost == null
                        || inFlight == 0
                        || spent().add(reservedUsd).compareTo(BigDecimal.valueOf(maxCost)) < 0);
    }

    private BigDecimal spent() {
        return knownUsd.add(assumedUsd);
    }

    /** Gives the room back of a call that was not made. */
    synchronized void release(double dearestUsd) {
        calls--;
        free(dearestUsd);
    }

    /** Gives the room of a call back for what it really cost. */
    synchronized void settle(Opinion.Call call, double dearestUsd) {
        Double cost = call.costUsd();
        if (cost != null) {
            knownUsd = knownUsd.add(BigDecimal.valueOf(cost));
        } else if (call.outcome() != JudgeCall.Outcome.FAILED) {
            anyUnknown = true;
            assumedUsd = assumedUsd.add(BigDecimal.valueOf(dearestUsd));
        }
        free(dearestUsd);
    }

    /** Gives the room of a call back whose answer never came but may have been paid. */
    synchronized void lose(double dearestUsd) {
        assumedUsd = assumedUsd.add(BigDecimal.valueOf(dearestUsd));
        free(dearestUsd);
    }

    private void free(double dearestUsd) {
        inFlight--;
        reservedUsd = reservedUsd.subtract(BigDecimal.valueOf(dearestUsd));
        notifyAll();
    }

    /** Ends every wait for room where the work is not to go on. */
    synchronized void wake() {
        notifyAll();
    }

    /** What was spent and what may be, in a few words; empty before anything was. */
    synchronized String shown() {
        if (calls == 0) {
            return "";
        }
        Double most = budget.maxCostUsd();
        String cap = most == null ? "" : String.format(Locale.ROOT, " of %.4f", most);
        if (anyUnknown && knownUsd.signum() == 0) {
            return "cost unknown";
        }
        return String.format(Locale.ROOT, "%.4f%s USD%s", knownUsd, cap, anyUnknown ? " and more unknown" : "");
    }
}
