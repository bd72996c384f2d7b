package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.VoteStore.NewVote;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final ProbeSource probes;

    /**
     * A runner over a store.
     *
     * @param chance gives the battles' tokens; used by one thread at a time
     * @param environment where keys come from
     */
    public Runner(ArenaStore store, InstantSource clock, RandomGenerator chance, Map<String, String> environment) {
        this(store, new Session.Clockwork(clock, chance), Map.copyOf(environment), ProbeSource.NONE);
    }

    private Runner(ArenaStore store, Session.Clockwork clockwork, Map<String, String> environment, ProbeSource probes) {
        this.store = store;
        this.clockwork = clockwork;
        this.environment = environment;
        this.probes = probes;
    }

    /** The same runner, which also asks planted questions. */
    public Runner withProbes(ProbeSource source) {
        return new Runner(store, clockwork, environment, source);
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
    public record Controls(StopSignal stop, Progress.Display display, RunListener listener) {
        /** Shown, and told to nobody. */
        public Controls(StopSignal stop, Progress.Display display) {
            this(stop, display, RunListener.NONE);
        }
    }

    private RunOutcome session(Plan plan, Run run, Set<AbstentionReason> again, Controls controls) {
        try {
            RunOutcome outcome = rounds(plan, run, again, controls);
            end(run, outcome.ending().name().toLowerCase(Locale.ROOT), outcome.why(), controls);
            return outcome;
        } catch (EndpointException e) {
            end(run, "endpoint", String.valueOf(e.getMessage()), controls);
            throw e;
        }
    }

    private void end(Run run, String ending, String detail, Controls controls) {
        RunEnd end = new RunEnd(
                run.id(),
                SessionName.current(),
                ending,
                detail,
                clockwork.clock().instant());
        store.runs().putEnd(end);
        controls.listener().ended(end);
    }

    /** Judges what is known, and after it round by round what follows; a retry judges what is known only. */
    private RunOutcome rounds(Plan plan, Run run, Set<AbstentionReason> again, Controls controls) {
        RoundLead lead = new RoundLead(
                store, new BattleDrafts(run, clockwork, plan.tournament().orderKnown()), plan);
        RunOutcome outcome = work(lead.known(), run, again, controls);
        // another process may still be judging: then it goes on with the next round
        while (again.isEmpty()
                && outcome.ending() == RunOutcome.Ending.FINISHED
                && outcome.summary().open() == 0) {
            Optional<Plan> next = lead.next();
            if (next.isEmpty()) {
                break;
            }
            outcome = work(next.get(), run, again, controls);
        }
        return new RunOutcome(run, outcome.ending(), outcome.summary(), lead.ending());
    }

    private RunOutcome work(Plan plan, Run run, Set<AbstentionReason> again, Controls controls) {
        Session session = new Session(store, run, plan, clockwork);
        Works works = new Works(session, new Works.Opening(environment, probes, clockwork.clock(), controls.stop()));
        List<JudgeWork> open = works.open(again);
        Meter meter = works.meter(open);
        if (again.isEmpty()) {
            tieIdentical(plan, session);
        }
        long pending = open.stream().mapToLong(JudgeWork::size).sum();
        long stored = open.stream()
                .mapToLong(judge -> plan.battles().size() - judge.todo().battles().length)
                .sum();
        controls.listener().started(run, stored, pending);
        boolean budgetUsed;
        open.stream().filter(work -> work.size() > 0).forEach(work -> {
            work.judge().ready();
            controls.listener().ready(work.name());
        });
        try (Tally tally =
                new Tally(controls.display().begin("judging", pending), meter, controls.listener(), stored)) {
            LocalDesk local = new LocalDesk(session, controls.stop(), tally);
            open.stream().filter(work -> !work.setup().calls()).forEach(local::work);
            budgetUsed = new CallDesk(session, controls.stop(), meter, tally)
                    .work(open.stream().filter(work -> work.setup().calls()).toList());
        } finally {
            open.forEach(work -> work.judge().close());
        }
        List<Judge> judges =
                open.stream().map(work -> store.judges().getJudge(work.id())).toList();
        RunSummary summary = Summarizer.of(store, run.id(), plan, judges);
        return new RunOutcome(run, ending(controls.stop(), budgetUsed, summary), summary, "");
    }

    private static RunOutcome.Ending ending(StopSignal stop, boolean budgetUsed, RunSummary summary) {
        if (budgetUsed) {
            return RunOutcome.Ending.BUDGET;
        }
        return stop.requested() && summary.open() > 0 ? RunOutcome.Ending.STOPPED : RunOutcome.Ending.FINISHED;
    }

    private void tieIdentical(Plan plan, Session session) {
        if (plan.identical().isEmpty()) {
            return;
        }
        JudgeId rule = store.judges().put(IDENTICAL).id();
        List<NewVote> ties = new ArrayList<>();
        for (int i = 0; i < plan.identical().size(); i++) {
            PlannedBattle battle = plan.identical().get(i);
            if (session.state().identical(rule, i).votes() == 0) {
                Verdict tie =
                        new Verdict.Ranking(Collections.nCopies(battle.seats().size(), 1), null);
                Opinion opinion = Opinion.of(tie, "byte-identical responses");
                ties.add(new NewVote(session.draft(battle), session.vote(rule, battle.key() + "/1", opinion, null)));
            }
        }
        store.votes().appendAll(ties);
    }
}
