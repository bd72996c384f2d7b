package dev.arena.core.tournament;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.Run;
import java.time.Instant;
import java.util.HexFormat;

/** Makes the stored form of a run's battles. */
final class BattleDrafts {
    private static final int TOKEN_BYTES = 16;

    private final Run run;
    private final Session.Clockwork clockwork;
    private final BattleTags tags;

    /**
     * Drafts of a run.
     *
     * @param orderKnown false where some judge does not know in which order it saw the responses
     */
    BattleDrafts(Run run, Session.Clockwork clockwork, boolean orderKnown) {
        this.run = run;
        this.tags = new BattleTags(null, null, null, orderKnown);
        this.clockwork = clockwork;
    }

    Run run() {
        return run;
    }

    Instant now() {
        return clockwork.clock().instant();
    }

    BattleDraft draft(PlannedBattle battle) {
        return new BattleDraft(
                token(),
                battle.prompt(),
                battle.seats(),
                battle.seed(),
                battle.pickProbability(),
                BattleOrigin.schedule(run.id(), battle.key()),
                tags,
                now());
    }

    private String token() {
        byte[] bits = new byte[TOKEN_BYTES];
        synchronized (clockwork) {
            clockwork.chance().nextBytes(bits);
        }
        return HexFormat.of().formatHex(bits);
    }
}
