package dev.arena.core.tournament;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The matchups of a run and the verdict of each judge on each of their orders, without any text, so that pages can be found and
 * filtered without a query. Immutable once read.
 */
final class RunIndex {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Map<Long, Tally> tallies = new TreeMap<>();

    /** One order of a matchup, and the current verdict of each judge on it. */
    static final class Order {
        private final BattleId battle;
        private final List<ContestantId> contestants;
        private final Map<Long, Verdict> verdicts = new TreeMap<>();

        private Order(BattleId battle, List<ContestantId> contestants) {
            this.battle = battle;
            this.contestants = contestants;
        }

        BattleId battle() {
            return battle;
        }

        /** In the order shown. */
        List<ContestantId> contestants() {
            return contestants;
        }

        /** The judge's current verdict; null where it has not voted. */
        @Nullable
        Verdict verdict(long judge) {
            return verdicts.get(judge);
        }

        Set<Long> judges() {
            return verdicts.keySet();
        }

        /** The ranks that a verdict gives the contestants, by contestant; empty for an abstention. */
        private List<Integer> ranks(Verdict verdict) {
            List<Integer> ranks = VerdictRanks.of(verdict, contestants.size());
            if (ranks.isEmpty()) {
                return ranks;
            }
            TreeMap<ContestantId, Integer> byContestant = new TreeMap<>();
            for (int i = 0; i < ranks.size(); i++) {
                byContestant.put(contestants.get(i), ranks.get(i));
            }
            return List.copyOf(byContestant.values());
        }
    }

    /** A matchup in all the orders that are stored, oldest first. */
    record Entry(String key, PromptId prompt, int repeat, List<Order> orders) {
        /** Whether any judge has voted on it. */
        boolean judged() {
            return orders.stream().anyMatch(order -> !order.judges().isEmpty());
        }

        /** Whether the judge ranks the contestants otherwise when their order is another. */
        boolean conflict(long judge) {
            List<Integer> first = List.of();
            for (Order order : orders) {
                Verdict verdict = order.verdict(judge);
                List<Integer> ranks = verdict == null ? List.of() : order.ranks(verdict);
                if (!first.isEmpty() && !ranks.isEmpty() && !first.equals(ranks)) {
                    return true;
                }
                first = first.isEmpty() ? ranks : first;
            }
            return false;
        }
    }

    /** The current verdicts of one judge, counted. */
    static final class Tally {
        private final Map<String, Long> abstentions = new TreeMap<>();
        private long votes;
        private long ties;
        private long bothBad;

        private void add(Verdict verdict, int seats) {
            if (verdict instanceof Verdict.Abstention abstention) {
                abstentions.merge(abstention.reason().word(), 1L, Long::sum);
                return;
            }
            votes++;
            if (verdict instanceof Verdict.BothBad) {
                bothBad++;
            } else if (VerdictRanks.winner(VerdictRanks.of(verdict, seats)) < 0) {
                ties++;
            }
        }

        Map<String, Long> abstentions() {
            return Map.copyOf(abstentions);
        }

        long votes() {
            return votes;
        }

        long ties() {
            return ties;
        }

        long bothBad() {
            return bothBad;
        }

        /** Verdicts and abstentions. */
        long done() {
            return votes
                    + abstentions.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private RunIndex() {}

    /** Reads the index of a run. */
    static RunIndex load(ArenaStore store, RunId run) {
        RunIndex index = new RunIndex();
        List<Order> orders = new ArrayList<>();
        Map<List<ContestantId>, List<ContestantId>> seen = new HashMap<>();
        Map<String, Entry> entries = new LinkedHashMap<>();
        store.battles().scanKeys(run, (battle, key) -> {
            PlannedBattle.Parts parts = PlannedBattle.parts(key);
            List<ContestantId> shown = seen.computeIfAbsent(parts.contestants(), contestants -> contestants);
            Order order = new Order(battle, shown);
            orders.add(order);
            entries.computeIfAbsent(
                            parts.matchup(),
                            matchup -> new Entry(matchup, parts.prompt(), parts.repeat(), new ArrayList<>(2)))
                    .orders()
                    .add(order);
        });
        index.entries.addAll(entries.values());
        for (int i = 0; i < index.entries.size(); i++) {
            index.byKey.put(index.entries.get(i).key(), i);
        }
        index.readVerdicts(store, orders);
        return index;
    }

    /** Later verdicts come after earlier ones, so what is put last is what holds. */
    private void readVerdicts(ArenaStore store, List<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        int[] at = {0};
        BattleId last = orders.get(orders.size() - 1).battle();
        store.votes().scanVerdicts(orders.get(0).battle(), last, (battle, judge, sequence, verdict) -> {
            while (at[0] < orders.size() && orders.get(at[0]).battle().value() < battle) {
                at[0]++;
            }
            if (at[0] < orders.size() && orders.get(at[0]).battle().value() == battle) {
                orders.get(at[0]).verdicts.put(judge, verdict);
            }
        });
        for (Order order : orders) {
            order.verdicts.forEach((judge, verdict) ->
                    tallies.computeIfAbsent(judge, id -> new Tally()).add(verdict, order.contestants.size()));
        }
    }

    /** All matchups in the order in which they were stored. */
    List<Entry> entries() {
        return entries;
    }

    /** The place of a matchup among all, or -1. */
    int find(String key) {
        return byKey.getOrDefault(key, -1);
    }

    /** What each judge said, by the store's key of the judge. */
    Map<Long, Tally> tallies() {
        return tallies;
    }
}
