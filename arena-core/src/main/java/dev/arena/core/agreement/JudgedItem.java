package dev.arena.core.agreement;

import dev.arena.core.leaderboard.SwapPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that two sides said of one item. */
final class JudgedItem {
    private final ItemKey key;
    private @Nullable String category;
    final Side reference = new Side();
    final Side other = new Side();

    JudgedItem(ItemKey key) {
        this.key = key;
    }

    ItemKey key() {
        return key;
    }

    @Nullable
    String category() {
        return category;
    }

    /** Remembers the category; the first one that is known stays. */
    void inCategory(@Nullable String name) {
        if (category == null) {
            category = name;
        }
    }

    /** What one side said: raw verdicts by judge, in order. */
    static final class Side {
        private final Map<String, List<Said>> byJudge = new TreeMap<>();
        private List<Said> folded = List.of();

        void add(Said said) {
            byJudge.computeIfAbsent(said.judge(), name -> new ArrayList<>()).add(said);
        }

        /** Folds both orders of each judge as the policy says, and counts what the orders say of it. */
        void fold(SwapPolicy policy, OrderCounts orders) {
            List<Said> all = new ArrayList<>();
            for (List<Said> raw : byJudge.values()) {
                all.addAll(SwappedPairs.fold(raw, policy, orders));
            }
            folded = all;
        }

        /** Verdicts after folding. */
        List<Said> verdicts() {
            return folded;
        }

        boolean isEmpty() {
            return folded.isEmpty();
        }
    }
}
