package dev.arena.core.tournament;

import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.JudgeLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the head of a run's page: what each judge did, and what it cost. */
record RunCard(ArenaStore store, WatchedRun watched) {
    RunView view(long revision, @Nullable String ending, Instant now) {
        Tournament tournament = watched.tournament();
        Budget budget = tournament == null ? Budget.NONE : tournament.budget();
        return new RunView(
                watched.run().id().value(),
                watched.run().name(),
                watched.run().startedAt().toString(),
                revision,
                watched.simulated(),
                ending,
                budget.maxCalls(),
                budget.maxCostUsd(),
                judges(now),
                filters());
    }

    private List<RunView.JudgeView> judges(Instant now) {
        Map<Long, JudgeLedger> ledgers = new TreeMap<>();
        store.calls()
                .ledgers(watched.run().id())
                .forEach(ledger -> ledgers.put(ledger.judge().value(), ledger));
        WatchedRun.State state = watched.state();
        List<RunView.JudgeView> judges = new ArrayList<>();
        for (Judge judge : state.judges().values()) {
            if (judge.kind() != JudgeKind.RULE) {
                judges.add(judge(judge, state.index(), ledgers.get(judge.id().value()), now));
            }
        }
        for (JudgeDraft draft : watched.drafts()) {
            boolean stored = judges.stream()
                    .anyMatch(judge ->
                            judge.name().equals(draft.name()) && judge.version().equals(draft.version()));
            if (!stored) {
                judges.add(idle(draft));
            }
        }
        return judges;
    }

    private RunView.JudgeView judge(Judge judge, RunIndex index, @Nullable JudgeLedger ledger, Instant now) {
        long id = judge.id().value();
        RunIndex.Tally tally = index.tallies().get(id);
        JudgeSummary.Spending spent = JudgeSummary.Spending.of(ledger == null ? JudgeLedger.none(judge.id()) : ledger);
        long done = tally == null ? 0 : tally.done();
        Long planned = planned();
        OptionalDouble speed = watched.speeds().perSecond(id, now);
        boolean known = spent.calls() == 0 || spent.unknown() < spent.calls();
        return new RunView.JudgeView(
                judge.name(),
                judge.kind().word(),
                judge.version(),
                planned,
                tally == null ? 0 : tally.votes(),
                tally == null ? 0 : tally.ties(),
                tally == null ? 0 : tally.bothBad(),
                tally == null ? Map.of() : new TreeMap<>(tally.abstentions()),
                spent.calls(),
                spent.attempts(),
                spent.cached(),
                ledger == null ? 0 : orphans(ledger),
                spent.promptTokens(),
                spent.completionTokens(),
                known ? (Double) spent.knownUsd() : null,
                spent.unknown(),
                speed.isPresent() ? (Double) speed.getAsDouble() : null,
                left(planned, done, speed));
    }

    /** Questions of processes that are gone; those of a living one, this one included, are in flight. */
    private static long orphans(JudgeLedger ledger) {
        return ledger.open().entrySet().stream()
                .filter(session -> !SessionName.isAlive(session.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static @Nullable Long left(@Nullable Long planned, long done, OptionalDouble speed) {
        if (planned == null || speed.isEmpty() || done >= planned) {
            return null;
        }
        return (long) Math.ceil((planned - done) / speed.getAsDouble());
    }

    private RunView.JudgeView idle(JudgeDraft draft) {
        return new RunView.JudgeView(
                draft.name(),
                draft.kind().word(),
                draft.version(),
                planned(),
                0,
                0,
                0,
                Map.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                0.0,
                0,
                null,
                null);
    }

    private @Nullable Long planned() {
        Plan plan = watched.plan();
        if (plan == null) {
            return null;
        }
        long most = plan.mostBattles();
        return most == 0 && plan.inRounds() ? null : (Long) most;
    }

    private RunView.Filters filters() {
        WatchedRun.State state = watched.state();
        TreeSet<String> judges = new TreeSet<>();
        state.judges().values().stream().map(Judge::name).forEach(judges::add);
        TreeSet<String> contestants = new TreeSet<>();
        TreeSet<String> categories = new TreeSet<>();
        for (RunIndex.Entry entry : state.index().entries()) {
            String category = watched.prompt(entry.prompt()).text().category();
            if (category != null) {
                categories.add(category);
            }
            entry.orders().get(0).contestants().forEach(id -> contestants.add(watched.name(id)));
        }
        return new RunView.Filters(List.copyOf(judges), List.copyOf(contestants), List.copyOf(categories));
    }
}
