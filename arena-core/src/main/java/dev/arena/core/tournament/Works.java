package dev.arena.core.tournament;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.Hash;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Probe;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.JudgeLedger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what each judge still has to decide in a session, and makes the judges ready. */
final class Works {
    private final Session session;
    private final Opening opening;
    private final Plan plan;

    /** What judges are opened with. */
    record Opening(Map<String, String> environment, ProbeSource probes, InstantSource clock, StopSignal stop) {}

    /** One judge's answer to a probe, for looking up. */
    private record Asked(JudgeId judge, String key) {}

    Works(Session session, Opening opening) {
        this.session = session;
        this.opening = opening;
        this.plan = session.plan();
    }

    /**
     * What is open, by judge in the order of the tournament.
     *
     * @param again reasons for which an abstention is asked about again; empty for what was never answered
     */
    List<JudgeWork> open(Set<AbstentionReason> again) {
        Map<Asked, Verdict> answered = new HashMap<>();
        session.store()
                .calls()
                .scanProbes(
                        session.run().id(),
                        probe -> answered.put(asked(probe), probe.answer().verdict()));
        List<JudgeWork> works = new ArrayList<>();
        for (JudgeSetup setup : plan.tournament().judges()) {
            String name = setup.identity().name();
            long seed = Hash.seed("world", Long.toString(plan.tournament().seed()), name);
            ActingJudge judge =
                    setup.open(new JudgeSetup.World(opening.environment(), opening.clock(), opening.stop(), seed));
            JudgeId id = session.store().judges().put(setup.identity()).id();
            List<PlannedProbe> probes = new ArrayList<>();
            for (PlannedProbe probe :
                    opening.probes().probes(plan, name, session.store().catalog())) {
                if (isOpen(answered.get(new Asked(id, probe.key())), again)) {
                    probes.add(probe);
                }
            }
            JudgeWork.Pending pending = new JudgeWork.Pending(probes, battles(id, again));
            works.add(new JudgeWork(id, setup, judge, pending, dearest(setup)));
        }
        return works;
    }

    private static Asked asked(Probe probe) {
        return new Asked(probe.question().judge(), probe.question().key());
    }

    private static boolean isOpen(@Nullable Verdict verdict, Set<AbstentionReason> again) {
        return again.isEmpty()
                ? verdict == null
                : verdict instanceof Verdict.Abstention abstention && again.contains(abstention.reason());
    }

    private int[] battles(JudgeId judge, Set<AbstentionReason> again) {
        int[] open = new int[plan.battles().size()];
        int count = 0;
        for (int i = 0; i < open.length; i++) {
            RunState.Standing standing = session.state().battle(judge, i);
            AbstentionReason reason = standing.abstained();
            boolean wanted = again.isEmpty() ? standing.votes() == 0 : reason != null && again.contains(reason);
            if (wanted) {
                open[count++] = i;
            }
        }
        return Arrays.copyOf(open, count);
    }

    private double dearest(JudgeSetup setup) {
        if (!setup.calls() || plan.battles().isEmpty()) {
            return 0;
        }
        Double most = setup.quote(session.judgeCase(
                        plan.battles().get(0), setup.identity().name()))
                .map(JudgeSetup.Quote::mostUsd)
                .orElse(null);
        return most == null ? 0 : most;
    }

    /** What was used of the budget in earlier sessions by the judges of this one. */
    Meter meter(List<JudgeWork> works) {
        Meter meter = new Meter(plan.tournament().budget());
        for (JudgeLedger ledger : session.store().calls().ledgers(session.run().id())) {
            works.stream()
                    .filter(work -> work.id().equals(ledger.judge()))
                    .forEach(work -> meter.addStored(ledger, work.dearestUsd()));
        }
        return meter;
    }
}
