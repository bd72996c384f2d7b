package dev.arena.core.store;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.RunRound;
import java.util.List;

/** What may be stored of a run, the same in every store. */
public final class RunRules {
    private RunRules() {}

    /** Checks that a call is about a battle or a probe, and not about both. */
    public static void requireOneSubject(CallStore.NewCall call) {
        if ((call.battle() == null) == (call.start().probe() == null)) {
            throw new IllegalArgumentException("a call is about a battle or about a probe, not about both or neither");
        }
    }

    /** Checks that a round comes with all of its battles, each of its run. */
    public static void requireWhole(RunRound round, List<BattleDraft> battles) {
        if (round.battles() != battles.size()) {
            throw new IllegalArgumentException("round " + round.round() + " of run " + round.run() + " has "
                    + round.battles() + " battles, found " + battles.size());
        }
        for (BattleDraft battle : battles) {
            if (!round.run().equals(battle.origin().run())) {
                throw new IllegalArgumentException("battle " + battle.origin().key() + " is not of run " + round.run());
            }
        }
    }
}
