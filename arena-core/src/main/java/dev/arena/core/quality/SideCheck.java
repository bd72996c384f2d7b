package dev.arena.core.quality;

import dev.arena.ratings.integrity.SideTests;
import dev.arena.ratings.wording.Sentence;
import java.util.OptionalInt;

/**
 * Where the preferred responses stood. Orders are random, so for somebody who reads, sides follow each other like coins: one check looks
 * at stretches of one position, one at the number of runs, one at the balance of left and right. Values are exact p-values.
 */
final class SideCheck implements VoterCheck {
    /** Among a thousand attentive voters one goes beyond it. */
    private static final double ALPHA = 0.001;

    private static final int LEAST = 10;

    /** What is looked at. */
    enum Kind {
        STRETCH("straight_lining"),
        RUNS("side_runs"),
        BALANCE("side_balance");

        private final String id;

        Kind(String id) {
            this.id = id;
        }
    }

    private final Kind kind;
    private int verdicts;
    private int first;
    private int runs;
    private int stretch;
    private int longest;
    private int last = -1;
    private double repeat;

    SideCheck(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String id() {
        return kind.id;
    }

    @Override
    public void take(VoterVote vote) {
        int k = vote.seats().size();
        OptionalInt best = vote.best();
        if (best.isEmpty() || !vote.cast().battle().draft().tags().orderKnown() || (kind != Kind.STRETCH && k > 2)) {
            return;
        }
        int side = best.getAsInt();
        verdicts++;
        first += side == 0 ? 1 : 0;
        runs += side == last ? 0 : 1;
        stretch = side == last ? stretch + 1 : 1;
        longest = Math.max(longest, stretch);
        // of battles of different sizes the smallest repeats most easily
        repeat = Math.max(repeat, 1.0 / k);
        last = side;
    }

    @Override
    public Signal signal() {
        if (verdicts < LEAST) {
            return Signal.unknown(id(), ALPHA, verdicts, QualityPhrase.FEW_BEST.say("count", LEAST));
        }
        double p = switch (kind) {
            case STRETCH -> SideTests.stretch(longest, verdicts, repeat);
            case RUNS -> SideTests.runs(first, verdicts - first, runs);
            case BALANCE -> SideTests.balance(first, verdicts);
        };
        return Signal.found(id(), p < ALPHA, new Signal.Measure(p, ALPHA), verdicts, found());
    }

    private Sentence found() {
        return switch (kind) {
            case STRETCH -> QualityPhrase.STRETCH.say("count", longest, "of", verdicts);
            case RUNS -> QualityPhrase.RUNS.say("first", first, "second", verdicts - first, "count", runs);
            case BALANCE -> QualityPhrase.BALANCE.say("count", first, "of", verdicts);
        };
    }
}
