package dev.arena.core.tournament;

import dev.arena.core.judge.Hash;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Run;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.ArenaStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the parts of one session of a run share: where it is stored, what is stored already, and how its rows are made. */
final class Session {
    private final ArenaStore store;
    private final Run run;
    private final Plan plan;
    private final RunState state;
    private final CaseMaker cases;
    private final BattleDrafts drafts;
    private final String name = SessionName.current();

    /** Clock and chance; the chance is used by one thread at a time. */
    record Clockwork(InstantSource clock, RandomGenerator chance) {}

    Session(ArenaStore store, Run run, Plan plan, Clockwork clockwork) {
        this.store = store;
        this.run = run;
        this.plan = plan;
        this.state = RunState.load(store, run.id(), plan);
        this.cases = new CaseMaker(plan, store.catalog());
        this.drafts = new BattleDrafts(run, clockwork, plan.tournament().orderKnown());
    }

    ArenaStore store() {
        return store;
    }

    Run run() {
        return run;
    }

    Plan plan() {
        return plan;
    }

    RunState state() {
        return state;
    }

    /** The process, for the starts of calls. */
    String name() {
        return name;
    }

    Instant now() {
        return drafts.now();
    }

    JudgeCase judgeCase(PlannedBattle battle, String judge) {
        return cases.make(battle, judge);
    }

    BattleDraft draft(PlannedBattle battle) {
        return drafts.draft(battle);
    }

    /** A judge's answer as a vote. */
    VoteDraft vote(BattleAssignment assignment, Opinion opinion, @Nullable Long latencyMs) {
        return vote(
                assignment.work().id(),
                assignment.battle().key() + "/" + (assignment.earlier() + 1),
                opinion,
                latencyMs);
    }

    /** A vote under a key that a repeated session makes again, so that it is stored once. */
    VoteDraft vote(JudgeId judge, String key, Opinion opinion, @Nullable Long latencyMs) {
        return draft(judge, run.id() + "/" + key, opinion, latencyMs, now());
    }

    /** A judge's answer as a vote under that key. */
    static VoteDraft draft(JudgeId judge, String key, Opinion opinion, @Nullable Long latencyMs, Instant castAt) {
        String rationale = opinion.rationale();
        return new VoteDraft(
                judge,
                opinion.verdict(),
                key,
                Hash.of(opinion.verdict().toString(), rationale == null ? "" : rationale),
                1,
                rationale,
                latencyMs,
                castAt);
    }
}
