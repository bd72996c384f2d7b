package dev.arena.core.tournament;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.JudgeLedger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the summary of a run out of the log of votes and the ledgers, in numbers only. */
final class Summarizer {
    private final int identical;
    private final Plan plan;
    private final Map<Long, Verdicts> judges = new HashMap<>();
    private final Map<JudgeId, JudgeLedger> ledgers = new TreeMap<>();

    private Summarizer(ArenaStore store, RunId run, Plan plan, List<Judge> asked) {
        this.identical = plan.identical().size();
        this.plan = plan;
        Matchups matchups = Matchups.of(plan);
        asked.forEach(judge -> judges.put(
                judge.id().value(), new Verdicts(matchups, plan.tournament().orderKnown())));
        Latest latest = new Latest();
        RunRows.load(store, run, plan).scan(store, latest);
        latest.flush();
        store.calls().ledgers(run).forEach(ledger -> ledgers.put(ledger.judge(), ledger));
    }

    /** The summary of a run; {@code judges} in the order of the tournament. */
    static RunSummary of(ArenaStore store, RunId run, Plan plan, List<Judge> judges) {
        Summarizer summarizer = new Summarizer(store, run, plan, judges);
        List<JudgeSummary> summaries = judges.stream().map(summarizer::summary).toList();
        long given = summaries.stream().mapToLong(Summarizer::given).sum();
        long planned = (long) plan.battles().size() * judges.size();
        return new RunSummary(summaries, plan.identical().size(), plan.lacking(), planned - given);
    }

    private static long given(JudgeSummary summary) {
        return summary.votes()
                + summary.abstentions().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private JudgeSummary summary(Judge judge) {
        Verdicts verdicts = Objects.requireNonNull(judges.get(judge.id().value()));
        JudgeLedger ledger = ledgers.get(judge.id());
        return verdicts.summary(judge, ledger == null ? null : JudgeSummary.Spending.of(ledger));
    }

    /** Passes on the last vote of each judge on each battle. */
    private final class Latest implements RunRows.Action {
        private int slot = -1;
        private long judge;
        private @Nullable Verdict verdict;

        @Override
        public void take(int at, long by, int sequence, Verdict given) {
            if (at != slot || by != judge) {
                flush();
            }
            slot = at;
            judge = by;
            verdict = given;
        }

        void flush() {
            Verdicts ofJudge = judges.get(judge);
            if (ofJudge != null && verdict != null && slot >= identical) {
                ofJudge.add(slot - identical, plan.battles().get(slot - identical), verdict);
            }
            verdict = null;
        }
    }

    /** The current verdicts of one judge. */
    private static final class Verdicts {
        private final Matchups.Consistency consistency;
        private final Map<AbstentionReason, Long> abstentions = new TreeMap<>();
        private long votes;
        private long ties;
        private long bothBad;
        private long decisive;
        private long first;
        private final boolean orderKnown;

        Verdicts(Matchups matchups, boolean orderKnown) {
            this.orderKnown = orderKnown;
            this.consistency = matchups.consistency();
        }

        void add(int battle, PlannedBattle planned, Verdict verdict) {
            if (verdict instanceof Verdict.Abstention abstention) {
                abstentions.merge(abstention.reason(), 1L, Long::sum);
                return;
            }
            votes++;
            List<Integer> ranks = VerdictRanks.of(verdict, planned.seats().size());
            int winner = VerdictRanks.winner(ranks);
            if (verdict instanceof Verdict.BothBad) {
                bothBad++;
            } else if (winner < 0) {
                ties++;
            }
            if (!orderKnown) {
                return;
            }
            decisive += winner >= 0 ? 1 : 0;
            first += winner == 0 ? 1 : 0;
            consistency.add(battle, planned, ranks);
        }

        JudgeSummary summary(Judge judge, JudgeSummary.@Nullable Spending spending) {
            JudgeSummary.Position position =
                    new JudgeSummary.Position(decisive, first, consistency.compared(), consistency.consistent());
            return new JudgeSummary(judge, votes, ties, bothBad, abstentions, position, spending);
        }
    }
}
