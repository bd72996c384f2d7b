package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would do and cost. Tokens are estimated at four characters each; long plans are estimated from an even sample.
 *
 * @param judges in the order of the tournament
 * @param run the stored run that would go on, or null
 * @param sample one question as it would be sent first; null where no judge is asked in words
 */
public record PlanReport(
        Plan plan,
        List<JudgeEstimate> judges,
        @Nullable Run run,
        @Nullable String sample) {
    private static final int SAMPLE = 2000;

    public PlanReport {
        judges = List.copyOf(judges);
    }

    /**
     * What one judge would do.
     *
     * @param stored verdicts given already
     * @param open verdicts still to be given
     * @param promptTokens estimated tokens still to be sent
     * @param leastUsd cost of what is open with empty replies; null where the price is unknown
     * @param mostUsd cost of what is open with the longest replies allowed; null where the price is unknown
     */
    public record JudgeEstimate(
            JudgeSetup setup,
            long stored,
            long open,
            long promptTokens,
            @Nullable Double leastUsd,
            @Nullable Double mostUsd) {}

    /** Looks at a plan and at what is stored of it; asks nobody. */
    public static PlanReport of(Plan plan, ArenaStore store) {
        Optional<Run> run = store.runs().listRuns().stream()
                .filter(known -> known.specHash().equals(plan.specHash()))
                .findFirst();
        Optional<RunState> state = run.map(known -> RunState.load(store, known.id(), plan));
        CaseMaker cases = new CaseMaker(plan, store.catalog());
        List<JudgeEstimate> estimates = new ArrayList<>();
        String sample = null;
        for (JudgeSetup setup : plan.tournament().judges()) {
            Optional<Judge> judge = store.judges().find(setup.identity());
            List<PlannedBattle> open = new ArrayList<>();
            for (int i = 0; i < plan.battles().size(); i++) {
                boolean stored = state.isPresent()
                        && judge.isPresent()
                        && state.get().battle(judge.get().id(), i).votes() > 0;
                if (!stored) {
                    open.add(plan.battles().get(i));
                }
            }
            estimates.add(estimate(setup, plan.battles().size() - open.size(), open, cases));
            if (sample == null && !plan.battles().isEmpty()) {
                PlannedBattle first = (open.isEmpty() ? plan.battles() : open).get(0);
                sample = setup.quote(cases.make(first, setup.identity().name()))
                        .map(JudgeSetup.Quote::question)
                        .orElse(null);
            }
        }
        return new PlanReport(plan, estimates, run.orElse(null), sample);
    }

    private static JudgeEstimate estimate(JudgeSetup setup, long stored, List<PlannedBattle> open, CaseMaker cases) {
        if (!setup.calls()) {
            return new JudgeEstimate(setup, stored, open.size(), 0, 0.0, 0.0);
        }
        int step = Math.max(1, open.size() / SAMPLE);
        long looked = 0;
        long tokens = 0;
        double least = 0;
        double most = 0;
        for (int i = 0; i < open.size(); i += step) {
            JudgeSetup.Quote quote = setup.quote(
                            cases.make(open.get(i), setup.identity().name()))
                    .orElseThrow();
            looked++;
            tokens += quote.promptTokens();
            least += quote.leastUsd() == null ? 0 : quote.leastUsd();
            most += quote.mostUsd() == null ? 0 : quote.mostUsd();
        }
        double scale = looked == 0 ? 0 : (double) open.size() / looked;
        return new JudgeEstimate(
                setup,
                stored,
                open.size(),
                Math.round(tokens * scale),
                setup.priced() ? Double.valueOf(least * scale) : null,
                setup.priced() ? Double.valueOf(most * scale) : null);
    }
}
