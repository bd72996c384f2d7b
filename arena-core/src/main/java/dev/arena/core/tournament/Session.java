package dev.arena.core.tournament;

import dev.arena.core.judge.Hash;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Run;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.ArenaStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the parts of one session of a run share: where it is stored, what is stored already, and how its rows are made. */
final class Session {
    private static final int TOKEN_BYTES = 16;

    private final ArenaStore store;
    private final Run run;
    private final RunState state;
    private final CaseMaker cases;
    private final Clockwork clockwork;

    /** Clock and chance; the chance is used by one thread at a time. */
    record Clockwork(InstantSource clock, RandomGenerator chance) {}

    Session(ArenaStore store, Run run, RunState state, CaseMaker cases, Clockwork clockwork) {
        this.store = store;
        this.run = run;
        this.state = state;
        this.cases = cases;
        this.clockwork = clockwork;
    }

    ArenaStore store() {
        return store;
    }

    Run run() {
        return run;
    }

    RunState state() {
        return state;
    }

    Instant now() {
        return clockwork.clock().instant();
    }

    JudgeCase judgeCase(PlannedBattle battle, String judge) {
        return cases.make(battle, judge);
    }

    /** The stored battle; stored now where it was not. */
    BattleId open(PlannedBattle battle) {
        String key = battle.key();
        return state.battle(key).orElseGet(() -> {
            BattleId id = store.battles().open(draft(battle)).id();
            state.opened(key, id);
            return id;
        });
    }

    BattleDraft draft(PlannedBattle battle) {
        return new BattleDraft(
                token(),
                battle.prompt(),
                battle.seats(),
                battle.seed(),
                null,
                BattleOrigin.schedule(run.id(), battle.key()),
                BattleTags.NONE,
                now());
    }

    /** A vote under a key that a repeated session makes again, so that it is stored once. */
    VoteDraft vote(JudgeId judge, PlannedBattle battle, Opinion opinion, @Nullable Long latencyMs) {
        int earlier = state.standing(judge, battle.key()).votes();
        String rationale = opinion.rationale();
        return new VoteDraft(
                judge,
                opinion.verdict(),
                run.id() + "/" + battle.key() + "/" + (earlier + 1),
                Hash.of(opinion.verdict().toString(), rationale == null ? "" : rationale),
                1,
                rationale,
                latencyMs,
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
