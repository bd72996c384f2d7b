package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.VoteSet.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds both orders of a matchup as a {@link SwapPolicy} asks (ratings.md 7.1). Two games belong together where prompt, turn, judge
 * and the unordered pair are the same and the order is the other one; the k-th game of one order pairs with the k-th of the other.
 * Games without a prompt, and battles of more than two, stay as they are.
 */
final class SwapFold {
    private final Outcomes outcomes;
    private final SwapPolicy policy;
    private final List<@Nullable Game> games = new ArrayList<>();
    private final Map<Matchup, Waiting> waiting = new HashMap<>();
    private long conflictsDropped;

    private SwapFold(Outcomes outcomes, SwapPolicy policy) {
        this.outcomes = outcomes;
        this.policy = policy;
    }

    /**
     * What came of it.
     *
     * @param games in the order of the votes; a folded battle stands where its earlier game stood
     * @param oneOrderOnly games of matchups that wait for their other order in vain
     * @param conflictsDropped games left out because the two orders disagreed
     */
    record Folded(List<Game> games, long oneOrderOnly, long conflictsDropped) {}

    /** Folds some votes; those that are no evidence under the rules are left out. */
    static Folded fold(List<Row> rows, Outcomes outcomes, SwapPolicy policy) {
        SwapFold fold = new SwapFold(outcomes, policy);
        for (Row row : rows) {
            fold.add(row);
        }
        long alone = 0;
        for (Waiting open : fold.waiting.values()) {
            alone += open.lowerFirst.size() + open.higherFirst.size();
        }
        List<Game> kept = fold.games.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new Folded(kept, policy == SwapPolicy.RAW ? 0 : alone, fold.conflictsDropped);
    }

    private void add(Row row) {
        if (row.seats().length > 2) {
            if (outcomes.ranks(row.verdict(), row.seats().length).isPresent()) {
                games.add(Game.asJudged(row, 0.5, row.count()));
            }
            return;
        }
        Optional<Double> score = outcomes.score(row.verdict());
        if (score.isEmpty()) {
            return;
        }
        if (policy == SwapPolicy.RAW || row.prompt() == null || !row.orderKnown()) {
            games.add(Game.asJudged(row, score.get(), row.count()));
            return;
        }
        for (long unit = 0; unit < row.count(); unit++) {
            pair(row, Game.asJudged(row, score.get(), 1));
        }
    }

    private void pair(Row row, Game game) {
        Waiting open = waiting.computeIfAbsent(Matchup.of(row), key -> new Waiting());
        boolean lowerFirst = row.seats()[0] < row.seats()[1];
        Integer partner = (lowerFirst ? open.higherFirst : open.lowerFirst).pollFirst();
        if (partner == null) {
            (lowerFirst ? open.lowerFirst : open.higherFirst).addLast(games.size());
            games.add(game);
            return;
        }
        combine(partner, Objects.requireNonNull(games.get(partner)), game);
    }

    private void combine(int index, Game earlier, Game later) {
        if (policy == SwapPolicy.HALF) {
            games.set(index, earlier.halved());
            games.add(later.halved());
            return;
        }
        double sum = Math.signum(earlier.scoreOfLower() - 0.5) + Math.signum(later.scoreOfLower() - 0.5);
        double weight = (earlier.weight() + later.weight()) / 2;
        boolean agree = Math.signum(earlier.scoreOfLower() - 0.5) == Math.signum(later.scoreOfLower() - 0.5);
        if (policy == SwapPolicy.DROP && !agree) {
            conflictsDropped += 2;
            games.set(index, null);
            return;
        }
        double lowerScore = policy == SwapPolicy.SIGN || agree ? (Math.signum(sum) + 1) / 2 : 0.5;
        boolean lowerFirst = earlier.row().seats()[0] < earlier.row().seats()[1];
        games.set(index, earlier.merged(lowerFirst ? lowerScore : 1 - lowerScore, weight));
    }

    /** Same prompt, turn, judge and unordered pair. */
    private record Matchup(String prompt, int turn, int judge, int lower, int higher) {
        static Matchup of(Row row) {
            int a = row.seats()[0];
            int b = row.seats()[1];
            return new Matchup(
                    Objects.requireNonNull(row.prompt()), row.turn(), row.judge(), Math.min(a, b), Math.max(a, b));
        }
    }

    /** Indices of games that wait for their other order. */
    private static final class Waiting {
        private final Deque<Integer> lowerFirst = new ArrayDeque<>();
        private final Deque<Integer> higherFirst = new ArrayDeque<>();
    }
}
