package dev.arena.core.tournament;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the summary of a run out of the log of votes and the log of calls. */
final class Summarizer {
    private final Map<JudgeId, Ledger> ledgers = new HashMap<>();
    private final Map<JudgeId, Map<BattleId, CastVote>> current = new HashMap<>();

    private Summarizer(ArenaStore store, RunId run) {
        store.votes().scan(new VoteId(0), cast -> {
            if (run.equals(cast.battle().draft().origin().run())) {
                current.computeIfAbsent(cast.judge().id(), id -> new LinkedHashMap<>())
                        .put(cast.battle().id(), cast);
            }
        });
        store.runs()
                .scanCalls(
                        run,
                        call -> ledgers.computeIfAbsent(call.judge(), id -> new Ledger())
                                .add(call));
    }

    /** The summary of a run; {@code judges} in the order of the tournament. */
    static RunSummary of(ArenaStore store, RunId run, Plan plan, List<Judge> judges) {
        Summarizer summarizer = new Summarizer(store, run);
        List<JudgeSummary> summaries = judges.stream().map(summarizer::summary).toList();
        long given = judges.stream()
                .mapToLong(judge ->
                        summarizer.current.getOrDefault(judge.id(), Map.of()).size())
                .sum();
        long planned = (long) plan.battles().size() * judges.size();
        return new RunSummary(summaries, plan.identical().size(), plan.lacking(), planned - given);
    }

    private JudgeSummary summary(Judge judge) {
        Map<BattleId, CastVote> votes = current.getOrDefault(judge.id(), Map.of());
        Map<AbstentionReason, Long> abstentions = new TreeMap<>();
        long ties = 0;
        long bothBad = 0;
        long deciding = 0;
        for (CastVote cast : votes.values()) {
            Verdict verdict = cast.vote().verdict();
            if (verdict instanceof Verdict.Abstention abstention) {
                abstentions.merge(abstention.reason(), 1L, Long::sum);
                continue;
            }
            deciding++;
            bothBad += verdict instanceof Verdict.BothBad ? 1 : 0;
            ties += !(verdict instanceof Verdict.BothBad) && winner(verdict) < 0 ? 1 : 0;
        }
        return new JudgeSummary(
                judge,
                deciding,
                ties,
                bothBad,
                abstentions,
                position(List.copyOf(votes.values())),
                ledgers.getOrDefault(judge.id(), new Ledger()).spending());
    }

    private static JudgeSummary.Position position(List<CastVote> votes) {
        long decisive = 0;
        long first = 0;
        Map<String, List<Map<ContestantId, Integer>>> byMatchup = new TreeMap<>();
        for (CastVote cast : votes) {
            List<Integer> ranks =
                    ranks(cast.vote().verdict(), cast.battle().seats().size());
            if (ranks.isEmpty()) {
                continue;
            }
            int winner = winner(cast.vote().verdict());
            decisive += winner >= 0 ? 1 : 0;
            first += winner == 0 ? 1 : 0;
            byMatchup.computeIfAbsent(matchup(cast), key -> new ArrayList<>()).add(byContestant(cast, ranks));
        }
        byMatchup.values().removeIf(orders -> orders.size() < 2);
        long consistent = byMatchup.values().stream()
                .filter(orders -> orders.stream().distinct().count() == 1)
                .count();
        return new JudgeSummary.Position(decisive, first, byMatchup.size(), consistent);
    }

    private static Map<ContestantId, Integer> byContestant(CastVote cast, List<Integer> ranks) {
        Map<ContestantId, Integer> byContestant = new TreeMap<>();
        for (int i = 0; i < ranks.size(); i++) {
            byContestant.put(cast.battle().seats().get(i).contestant(), ranks.get(i));
        }
        return byContestant;
    }

    /** Ranks by position; all equal for both bad; empty for an abstention. */
    private static List<Integer> ranks(Verdict verdict, int seats) {
        if (verdict instanceof Verdict.Ranking ranking) {
            return ranking.ranks();
        }
        if (verdict instanceof Verdict.BothBad) {
            return Collections.nCopies(seats, 1);
        }
        if (verdict instanceof Verdict.Preference preference) {
            int sign = Double.compare(preference.first(), 0.5);
            return sign == 0 ? List.of(1, 1) : sign > 0 ? List.of(1, 2) : List.of(2, 1);
        }
        return List.of();
    }

    /** The position that is alone on rank 1, or -1. */
    private static int winner(Verdict verdict) {
        List<Integer> ranks = ranks(verdict, 2);
        boolean alone = Collections.frequency(ranks, 1) == 1;
        return alone ? ranks.indexOf(1) : -1;
    }

    private static String matchup(CastVote cast) {
        List<Long> contestants = cast.battle().seats().stream()
                .map(Seat::contestant)
                .map(ContestantId::value)
                .sorted()
                .toList();
        String key = Objects.requireNonNullElse(cast.battle().draft().origin().key(), "");
        return cast.battle().draft().prompt() + " " + contestants + " " + key.substring(key.indexOf('#') + 1);
    }

    /** Adds up in decimals, so that the sum is exact. */
    private static final class Ledger {
        private long calls;
        private long attempts;
        private long promptTokens;
        private long completionTokens;
        private BigDecimal knownUsd = BigDecimal.ZERO;
        private long unknown;

        void add(JudgeCall call) {
            calls++;
            attempts += call.attempts();
            promptTokens += Objects.requireNonNullElse(call.usage().promptTokens(), 0L);
            completionTokens += Objects.requireNonNullElse(call.usage().completionTokens(), 0L);
            Double cost = call.costUsd();
            if (cost == null) {
                unknown++;
            } else {
                knownUsd = knownUsd.add(BigDecimal.valueOf(cost));
            }
        }

        JudgeSummary.@Nullable Spending spending() {
            return calls == 0
                    ? null
                    : new JudgeSummary.Spending(
                            calls, attempts, promptTokens, completionTokens, knownUsd.doubleValue(), unknown);
        }
    }
}
