package dev.arena.core.tournament;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.Hash;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Run;
import dev.arena.core.model.Verdict;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.VoteStore.NewVote;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Executes plans: asks every judge about every battle that it has not voted on yet, and stores each answer before the next question.
 * Nothing that is stored is asked again, so a run continues after any end whatever.
 */
public final class Runner {
    /** Abstentions that asking again may mend. */
    public static final Set<AbstentionReason> RETRIED =
            Set.of(AbstentionReason.FAILED, AbstentionReason.REFUSED, AbstentionReason.UNPARSED);

    private static final JudgeDraft IDENTICAL = new JudgeDraft(JudgeKind.RULE, "identical-responses", "1");

    private final ArenaStore store;
    private final Session.Clockwork clockwork;
    private final Map<String, String> environment;

    /**
     * A runner over a store.
     *
     * @param chance gives the battles' tokens; used by one thread at a time
     * @param environment where keys come from
     */
    public Runner(ArenaStore store, InstantSource clock, RandomGenerator chance, Map<String, String> environment) {
        this.store = store;
        this.clockwork = new Session.Clockwork(clock, chance);
        this.environment = Map.copyOf(environment);
    }

    /**
     * Makes every judge ready once, asking nobody, so that whatever is missing is known before a run begins.
     *
     * @throws dev.arena.core.problem.UsageException if a judge lacks something, such as its key
     */
    public void check(Plan plan) {
        for (JudgeSetup setup : plan.tournament().judges()) {
            setup.open(new JudgeSetup.World(environment, clockwork.clock(), new StopSignal(), 0))
                    .close();
        }
    }

    /**
     * Asks whatever was not answered yet.
     *
     * @throws dev.arena.core.problem.EndpointException if a judge cannot be asked; what was answered is stored
     */
    public RunOutcome run(Plan plan, Run run, Controls controls) {
        return session(plan, run, Set.of(), controls);
    }

    /** Asks again where a judge failed, refused or could not be read; the new answers supersede those abstentions. */
    public RunOutcome retry(Plan plan, Run run, Set<AbstentionReason> reasons, Controls controls) {
        return session(plan, run, reasons, controls);
    }

    /** How a session is watched and stopped. */
    public record Controls(StopSignal stop, Progress.Display display) {}

    private RunOutcome session(Plan plan, Run run, Set<AbstentionReason> again, Controls controls) {
        Session session = new Session(
                store, run, RunState.load(store, run.id()), new CaseMaker(plan, store.catalog()), clockwork);
        List<JudgeWork> works = works(plan, session, again, controls.stop());
        Meter meter = meter(plan, run, works);
        if (again.isEmpty()) {
            tieIdentical(plan, session);
        }
        long pending = works.stream().mapToLong(work -> work.battles().size()).sum();
        long planned = (long) plan.battles().size() * works.size();
        boolean budgetUsed;
        works.stream().filter(work -> !work.battles().isEmpty()).forEach(work -> work.judge().ready());
        try (Tally tally = new Tally(controls.display().begin("judging", pending), meter, planned - pending)) {
            LocalDesk local = new LocalDesk(session, controls.stop(), tally);
            works.stream().filter(work -> !work.setup().calls()).forEach(local::work);
            budgetUsed = new CallDesk(session, controls.stop(), meter, tally)
                    .work(works.stream().filter(work -> work.setup().calls()).toList());
        } finally {
            works.forEach(work -> work.judge().close());
        }
        List<Judge> judges =
                works.stream().map(work -> store.judges().getJudge(work.id())).toList();
        RunSummary summary = Summarizer.of(store, run.id(), plan, judges);
        return new RunOutcome(run, ending(controls.stop(), budgetUsed, summary), summary);
    }

    private static RunOutcome.Ending ending(StopSignal stop, boolean budgetUsed, RunSummary summary) {
        if (budgetUsed) {
            return RunOutcome.Ending.BUDGET;
        }
        return stop.requested() && summary.open() > 0 ? RunOutcome.Ending.STOPPED : RunOutcome.Ending.FINISHED;
    }

    private List<JudgeWork> works(Plan plan, Session session, Set<AbstentionReason> again, StopSignal stop) {
        List<JudgeWork> works = new ArrayList<>();
        for (JudgeSetup setup : plan.tournament().judges()) {
            String name = setup.identity().name();
            long seed = Hash.seed("world", Long.toString(plan.tournament().seed()), name);
            ActingJudge judge = setup.open(new JudgeSetup.World(environment, clockwork.clock(), stop, seed));
            JudgeId id = store.judges().put(setup.identity()).id();
            List<PlannedBattle> open = new ArrayList<>();
            for (PlannedBattle battle : plan.battles()) {
                RunState.Standing standing = session.state().standing(id, battle.key());
                AbstentionReason reason = standing.abstained();
                boolean wanted = again.isEmpty() ? standing.votes() == 0 : reason != null && again.contains(reason);
                if (wanted) {
                    open.add(battle);
                }
            }
            works.add(new JudgeWork(id, setup, judge, open, dearest(plan, session, setup)));
        }
        return works;
    }

    private static double dearest(Plan plan, Session session, JudgeSetup setup) {
        if (!setup.calls() || plan.battles().isEmpty()) {
            return 0;
        }
        Double most = setup.quote(session.judgeCase(
                        plan.battles().get(0), setup.identity().name()))
                .map(JudgeSetup.Quote::mostUsd)
                .orElse(null);
        return most == null ? 0 : most;
    }

    private Meter meter(Plan plan, Run run, List<JudgeWork> works) {
        Meter meter = new Meter(plan.tournament().budget());
        store.runs()
                .scanCalls(
                        run.id(),
                        call -> works.stream()
                                .filter(work -> work.id().equals(call.judge()))
                                .forEach(work -> meter.addStored(call, work.dearestUsd())));
        return meter;
    }

    private void tieIdentical(Plan plan, Session session) {
        if (plan.identical().isEmpty()) {
            return;
        }
        JudgeId rule = store.judges().put(IDENTICAL).id();
        List<NewVote> ties = new ArrayList<>();
        for (PlannedBattle battle : plan.identical()) {
            if (session.state().standing(rule, battle.key()).votes() == 0) {
                Verdict tie =
                        new Verdict.Ranking(Collections.nCopies(battle.seats().size(), 1), null);
                Opinion opinion = Opinion.of(tie, "byte-identical responses");
                ties.add(new NewVote(session.draft(battle), session.vote(rule, battle, opinion, null)));
            }
        }
        store.votes().appendAll(ties);
    }
}
