package dev.arena.core.agreement;

import dev.arena.core.leaderboard.RatedVote;
import dev.arena.core.leaderboard.Selection;
import dev.arena.core.leaderboard.SwapPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reference and a judge said, item by item. */
final class JudgedItems {
    private static final String NO_PROMPT = "no_prompt";
    private static final String NOT_A_PAIR = "more_than_two";

    private final TreeMap<ItemKey, JudgedItem> items = new TreeMap<>();
    private final Map<String, Long> excluded = new TreeMap<>();
    private final OrderCounts judgeOrders = new OrderCounts();
    private long unnamed;

    /** Votes, and the judges among them that are meant; empty for all. */
    record Wanted(Selection votes, List<JudgeSelector> judges) {}

    private JudgedItems() {}

    /**
     * Reads both sides.
     *
     * @param references where the reference's verdicts are
     * @param judged where the judge's are; may be the same
     */
    static JudgedItems of(Wanted references, Wanted judged, SwapPolicy swap) {
        JudgedItems all = new JudgedItems();
        references.votes().forEach(vote -> all.add(vote, references.judges(), true));
        judged.votes().forEach(vote -> all.add(vote, judged.judges(), false));
        for (JudgedItem item : all.items.values()) {
            item.reference.fold(SwapPolicy.RAW, new OrderCounts());
            item.other.fold(swap, all.judgeOrders);
        }
        return all;
    }

    private void add(RatedVote vote, List<JudgeSelector> wanted, boolean ofReference) {
        RatedVote.Context said = vote.context();
        if (!wanted.isEmpty() && !JudgeSelector.anyMatches(wanted, said.judge(), said.judgeKind())) {
            return;
        }
        String prompt = said.prompt();
        if (prompt == null) {
            excluded.merge(NO_PROMPT, vote.count(), Long::sum);
        } else if (vote.models().size() != 2) {
            excluded.merge(NOT_A_PAIR, vote.count(), Long::sum);
        } else {
            // judges without a name may be different people, so each of their verdicts is taken for one of its own
            String name = said.judge() == null
                    ? "\u0000" + unnamed++
                    : said.judgeKind().word() + ":" + said.judge();
            ItemKey key = ItemKey.of(
                    prompt, said.turn(), vote.models().get(0), vote.models().get(1));
            Said.of(vote, name).ifPresent(verdict -> {
                JudgedItem item = items.computeIfAbsent(key, JudgedItem::new);
                item.inCategory(said.category());
                (ofReference ? item.reference : item.other).add(verdict);
            });
        }
    }

    /** All items, by prompt, turn and contestants. */
    List<JudgedItem> all() {
        return new ArrayList<>(items.values());
    }

    /** Verdicts that belong to no item, by reason. */
    Map<String, Long> excluded() {
        return excluded;
    }

    OrderCounts judgeOrders() {
        return judgeOrders;
    }
}
