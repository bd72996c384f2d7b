package dev.arena.core.leaderboard;

import dev.arena.core.model.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Folds both orders of a matchup as a {@link SwapPolicy} asks (ratings.md 7.1). Two games belong together where prompt, turn, judge
 * and the unordered pair are the same and the order is the other one; the k-th game of one order pairs with the k-th of the other.
 * Games without a prompt, and battles of more than two, stay as they are.
 */
final class SwapFold {
    private final VoteSet votes;
    private final Outcomes outcomes;
    private final SwapPolicy policy;
    private final double[] scores;
    private final boolean[] ranked;
    private final Games games;
    private final Map<Matchup, Waiting> waiting = new HashMap<>();
    private final Pairs pairs;
    private long conflictsDropped;

    /** Told of every pair of games that are one matchup in both orders. */
    @FunctionalInterface
    interface Pairs {
        /** Scores are of the contestant shown first in each game, who is another one in the second; {@code vote} is the earlier one. */
        void pair(int vote, double score, double swappedScore, long count);
    }

    private SwapFold(VoteSet votes, Outcomes outcomes, SwapPolicy policy, Pairs pairs) {
        this.votes = votes;
        this.outcomes = outcomes;
        this.policy = policy;
        scores = votes.verdicts().stream()
                .mapToDouble(verdict -> verdict.decides() ? score(verdict) : Double.NaN)
                .toArray();
        ranked = new boolean[scores.length];
        for (int verdict = 0; verdict < ranked.length; verdict++) {
            ranked[verdict] = outcomes.ranks(votes.verdicts().get(verdict), 3).isPresent();
        }
        games = new Games(votes, scores);
        this.pairs = pairs;
    }

    private double score(Verdict verdict) {
        Optional<Double> score = outcomes.score(verdict);
        return score.orElse(Double.NaN);
    }

    /**
     * What came of it.
     *
     * @param games in the order of the votes; a folded battle stands where its earlier game stood
     * @param oneOrderOnly games of matchups that wait for their other order in vain
     * @param conflictsDropped games left out because the two orders disagreed
     */
    record Folded(Games games, long oneOrderOnly, long conflictsDropped) {}

    /** Folds some votes; those that are no evidence under the rules are left out. */
    static Folded fold(VoteSet votes, Outcomes outcomes, SwapPolicy policy) {
        return fold(votes, outcomes, policy, (vote, score, swappedScore, count) -> {});
    }

    /** The same, telling of every pair that is folded; under RAW there is none. */
    static Folded fold(VoteSet votes, Outcomes outcomes, SwapPolicy policy, Pairs pairs) {
        SwapFold fold = new SwapFold(votes, outcomes, policy, pairs);
        for (int vote = 0; vote < votes.size(); vote++) {
            fold.add(vote);
        }
        long alone = 0;
        for (Waiting open : fold.waiting.values()) {
            alone += fold.count(open.lowerFirst) + fold.count(open.higherFirst);
        }
        return new Folded(fold.games, policy == SwapPolicy.RAW ? 0 : alone, fold.conflictsDropped);
    }

    private long count(Deque<Integer> open) {
        return open.stream().mapToLong(games::count).sum();
    }

    private void add(int vote) {
        if (votes.seats(vote).length > 2) {
            if (ranked[votes.verdict(vote)]) {
                games.add(vote);
            }
            return;
        }
        if (Double.isNaN(scores[votes.verdict(vote)])) {
            return;
        }
        if (policy == SwapPolicy.RAW || votes.prompt(vote) == 0 || !votes.orderKnown(vote)) {
            games.add(vote);
            return;
        }
        pair(vote);
    }

    /** Pairs as many of the vote's count as wait for it; what is left waits. Of a row with a count the part that waits on comes last. */
    private void pair(int vote) {
        int[] seats = votes.seats(vote);
        Waiting open = waiting.computeIfAbsent(
                new Matchup(
                        votes.prompt(vote),
                        votes.turn(vote),
                        votes.judge(vote),
                        Math.min(seats[0], seats[1]),
                        Math.max(seats[0], seats[1])),
                key -> new Waiting());
        boolean lowerFirst = seats[0] < seats[1];
        Deque<Integer> partners = lowerFirst ? open.higherFirst : open.lowerFirst;
        long left = votes.count(vote);
        while (left > 0 && !partners.isEmpty()) {
            int earlier = partners.removeFirst();
            long there = games.count(earlier);
            long paired = Math.min(left, there);
            games.setCount(earlier, paired);
            int later = games.add(vote, paired);
            if (there > paired) {
                partners.addFirst(games.add(games.vote(earlier), there - paired));
            }
            combine(earlier, later);
            left -= paired;
        }
        if (left > 0) {
            (lowerFirst ? open.lowerFirst : open.higherFirst).addLast(games.add(vote, left));
        }
    }

    private void combine(int earlier, int later) {
        pairs.pair(games.vote(earlier), games.score(earlier), games.score(later), games.count(earlier));
        if (policy == SwapPolicy.HALF) {
            games.halve(earlier);
            games.halve(later);
            return;
        }
        double one = Math.signum(games.scoreOfLower(earlier) - 0.5);
        double two = Math.signum(games.scoreOfLower(later) - 0.5);
        double weight = (games.weight(earlier) + games.weight(later)) / 2;
        games.drop(later);
        if (policy == SwapPolicy.DROP && one != two) {
            conflictsDropped += 2 * games.count(earlier);
            games.drop(earlier);
            return;
        }
        double lowerScore = policy == SwapPolicy.SIGN || one == two ? (Math.signum(one + two) + 1) / 2 : 0.5;
        int[] seats = votes.seats(games.vote(earlier));
        games.merge(earlier, seats[0] < seats[1] ? lowerScore : 1 - lowerScore, weight);
    }

    /** Same prompt, turn, judge and unordered pair. */
    private record Matchup(int prompt, int turn, int judge, int lower, int higher) {}

    /** Indices of games that wait for their other order. */
    private static final class Waiting {
        private final Deque<Integer> lowerFirst = new ArrayDeque<>();
        private final Deque<Integer> higherFirst = new ArrayDeque<>();
    }
}
