package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Run;
import dev.arena.core.model.Seat;
import dev.arena.core.store.ArenaStore;
import dev.arena.ratings.pairing.ComparisonGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would do and cost. Tokens are estimated at four characters each; long plans are estimated from an even sample.
 *
 * @param judges in the order of the tournament
 * @param links how far the battles that are known now link the contestants
 * @param rounds what is known now of a schedule in rounds; null where the whole schedule is
 * @param run the stored run that would go on, or null
 * @param sample one question as it would be sent first; null where no judge is asked in words
 */
public record PlanReport(
        Plan plan,
        List<JudgeEstimate> judges,
        Links links,
        @Nullable Rounds rounds,
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
     * @param open verdicts still to be given, as far as battles are known now
     * @param cached of these, answered from the log without a call, since the same question was asked before
     * @param promptTokens estimated tokens still to be sent for these
     * @param leastUsd cost of these with empty replies; null where the price is unknown
     * @param mostUsd cost of these with the longest replies allowed; null where the price is unknown
     */
    public record JudgeEstimate(
            JudgeSetup setup,
            long stored,
            long open,
            long cached,
            long promptTokens,
            @Nullable Double leastUsd,
            @Nullable Double mostUsd) {}

    /**
     * How far battles link the contestants.
     *
     * @param components sets of contestants that no battle links; 1 is what one wants
     * @param least the contestant with the fewest battles, the first by name of these
     * @param leastBattles how many it has
     */
    public record Links(int components, Contestant least, long leastBattles) {}

    /**
     * Rounds that are known now; what follows depends on verdicts.
     *
     * @param known how many rounds
     * @param battles how many battles they have
     * @param mostBattles the most battles that all rounds can come to; 0 where only a stop rule or a budget ends them
     */
    public record Rounds(int known, long battles, long mostBattles) {}

    /** Looks at a plan and at what is stored of it; asks nobody. */
    public static PlanReport of(Plan plan, ArenaStore store) {
        Optional<Run> run = store.runs().listRuns().stream()
                .filter(known -> known.specHash().equals(plan.specHash()))
                .findFirst();
        Plan sofar =
                run.map(stored -> StoredRounds.plan(store, stored.id(), plan)).orElse(plan);
        Optional<RunState> state = run.map(stored -> RunState.load(store, stored.id(), sofar));
        CaseMaker cases = new CaseMaker(plan, store.catalog());
        List<PlannedBattle> known = sofar.battles();
        List<JudgeEstimate> estimates = new ArrayList<>();
        String sample = null;
        for (JudgeSetup setup : plan.tournament().judges()) {
            BitSet open = open(known.size(), state, store.judges().find(setup.identity()));
            estimates.add(estimate(new Asked(setup, cases, store), known, open));
            if (sample == null && !known.isEmpty()) {
                PlannedBattle first = known.get(Math.max(0, open.nextSetBit(0)));
                sample = setup.quote(cases.make(first, setup.identity().name()))
                        .map(JudgeSetup.Quote::question)
                        .orElse(null);
            }
        }
        return new PlanReport(plan, estimates, links(sofar), rounds(sofar), run.orElse(null), sample);
    }

    private static BitSet open(int battles, Optional<RunState> state, Optional<Judge> judge) {
        BitSet open = new BitSet();
        for (int i = 0; i < battles; i++) {
            boolean stored = state.isPresent()
                    && judge.isPresent()
                    && state.get().battle(judge.get().id(), i).votes() > 0;
            open.set(i, !stored);
        }
        return open;
    }

    private static JudgeEstimate estimate(Asked asked, List<PlannedBattle> known, BitSet open) {
        JudgeSetup setup = asked.setup();
        int count = open.cardinality();
        long stored = (long) known.size() - count;
        if (!setup.calls()) {
            return new JudgeEstimate(setup, stored, count, 0, 0, 0.0, 0.0);
        }
        int step = Math.max(1, count / SAMPLE);
        List<JudgeCase> sample = new ArrayList<>();
        int number = 0;
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            if (number++ % step == 0) {
                sample.add(asked.cases().make(known.get(i), setup.identity().name()));
            }
        }
        Sum sum = sum(asked, sample);
        double scale = sample.isEmpty() ? 0 : (double) count / sample.size();
        return new JudgeEstimate(
                setup,
                stored,
                count,
                Math.round(sum.cached() * scale),
                Math.round(sum.tokens() * scale),
                setup.priced() ? Double.valueOf(sum.least() * scale) : null,
                setup.priced() ? Double.valueOf(sum.most() * scale) : null);
    }

    /** A judge, its cases, and where its answers are stored. */
    private record Asked(JudgeSetup setup, CaseMaker cases, ArenaStore store) {}

    /** What some cases would take together. */
    private record Sum(long cached, long tokens, double least, double most) {}

    private static Sum sum(Asked asked, List<JudgeCase> sample) {
        Map<JudgeCase, String> keys = new HashMap<>();
        for (JudgeCase judgeCase : sample) {
            asked.setup().key(judgeCase).ifPresent(key -> keys.put(judgeCase, key));
        }
        Set<String> stored = asked.store().calls().storedKeys(keys.values());
        long cached = 0;
        long tokens = 0;
        double least = 0;
        double most = 0;
        for (JudgeCase judgeCase : sample) {
            String key = keys.get(judgeCase);
            if (key != null && stored.contains(key)) {
                cached++;
                continue;
            }
            JudgeSetup.Quote quote = asked.setup().quote(judgeCase).orElseThrow();
            tokens += quote.promptTokens();
            least += quote.leastUsd() == null ? 0 : quote.leastUsd();
            most += quote.mostUsd() == null ? 0 : quote.mostUsd();
        }
        return new Sum(cached, tokens, least, most);
    }

    private static @Nullable Rounds rounds(Plan plan) {
        if (!plan.inRounds()) {
            return null;
        }
        int last = plan.battles().stream().mapToInt(PlannedBattle::round).max().orElse(0);
        return new Rounds(last, plan.battles().size(), plan.mostBattles());
    }

    private static Links links(Plan plan) {
        Entries entries = plan.draft().entries();
        ComparisonGraph graph = new ComparisonGraph(plan.contestants().size());
        long[] battles = new long[plan.contestants().size()];
        for (List<PlannedBattle> some : List.of(plan.battles(), plan.identical())) {
            for (int i = 0; i < some.size(); i++) {
                int[] contestants = contestants(entries, some, i);
                graph.link(contestants);
                for (int contestant : contestants) {
                    battles[contestant]++;
                }
            }
        }
        Contestant least = plan.contestants().stream()
                .min(Comparator.comparingLong((Contestant c) -> battles[entries.place(c.id())])
                        .thenComparing(Contestant::name))
                .orElseThrow();
        return new Links(graph.components(), least, battles[entries.place(least.id())]);
    }

    private static int[] contestants(Entries entries, List<PlannedBattle> battles, int index) {
        if (battles instanceof PlannedBattles columns) {
            return columns.contestants(index);
        }
        return battles.get(index).seats().stream()
                .map(Seat::contestant)
                .mapToInt(entries::place)
                .toArray();
    }
}
