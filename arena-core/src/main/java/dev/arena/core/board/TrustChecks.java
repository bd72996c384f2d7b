package dev.arena.core.board;

import dev.arena.core.board.TrustView.Check;
import dev.arena.core.leaderboard.Exclusion;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.VoteLimits;
import dev.arena.core.leak.LeakCounts;
import dev.arena.core.model.AbstentionReason;
import dev.arena.ratings.wording.Sentence;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks that a table alone answers at once. */
final class TrustChecks {
    private static final double MOST_EXCLUDED = 0.1;
    private static final double MOST_ABSTAINED = 0.1;
    private static final double MOST_FLIPS = 0.2;
    private static final long LEAST_PAIRS = 30;

    /** Left out without a word against the vote: among them the battles of a study that test its voters. */
    private static final Set<String> HARMLESS = Set.of(
            Exclusion.SUPERSEDED.word(),
            Exclusion.REPEATED_RULE.word(),
            Exclusion.INVALID.word(),
            Exclusion.GOLD.word(),
            Exclusion.REPEAT.word());

    private final Leaderboard board;
    private final List<LeaderboardRow> voted;

    TrustChecks(Leaderboard board) {
        this.board = board;
        this.voted =
                board.rows().stream().filter(row -> row.counts().votes() > 0).toList();
    }

    private Check check(
            CheckId id, boolean passed, Sentence found, Map<String, @Nullable Double> numbers, List<String> of) {
        return Check.made(
                id,
                passed,
                found,
                new TrustView.Finding(numbers, board.provenance().revision(), of));
    }

    private List<String> names(Predicate<LeaderboardRow> wanted) {
        return voted.stream().filter(wanted).map(LeaderboardRow::modelName).toList();
    }

    private static double count(List<?> list) {
        return list.size();
    }

    Check connectivity() {
        if (voted.size() < 2) {
            return Check.notRun(CheckId.CONNECTIVITY, TrustPhrase.TOO_FEW_VOTED.say());
        }
        int components = board.fit().components();
        List<String> apart = names(row -> row.status().equals("disconnected"));
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("contestants", count(voted));
        numbers.put("components", (double) components);
        numbers.put("without_votes", (double) board.rows().size() - voted.size());
        boolean passed = components <= 1 && apart.isEmpty();
        Sentence summary =
                passed ? TrustPhrase.LINKED.say("count", voted.size()) : TrustPhrase.APART.say("count", components);
        return check(CheckId.CONNECTIVITY, passed, summary, numbers, apart);
    }

    Check minimumVotes() {
        if (voted.isEmpty()) {
            return Check.notRun(CheckId.MINIMUM_VOTES, TrustPhrase.NO_VOTES.say());
        }
        List<String> below = names(row -> row.counts().votes() < VoteLimits.FEW_BELOW);
        List<String> preliminary = names(row -> row.counts().votes() < VoteLimits.PRELIMINARY_BELOW);
        long least = voted.stream().mapToLong(row -> row.counts().votes()).min().orElse(0);
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("least", (double) least);
        numbers.put("limit", (double) VoteLimits.FEW_BELOW);
        numbers.put("below", count(below));
        numbers.put("preliminary_limit", (double) VoteLimits.PRELIMINARY_BELOW);
        numbers.put("preliminary", count(preliminary));
        Sentence summary = TrustPhrase.FEW_VOTES.say(
                "count",
                below.size(),
                "of",
                voted.size(),
                "limit",
                VoteLimits.FEW_BELOW,
                "preliminary",
                preliminary.size(),
                "preliminary_limit",
                VoteLimits.PRELIMINARY_BELOW);
        return check(CheckId.MINIMUM_VOTES, below.isEmpty(), summary, numbers, below);
    }

    Check unbeaten() {
        if (voted.isEmpty()) {
            return Check.notRun(CheckId.UNBEATEN, TrustPhrase.NO_VOTES.say());
        }
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        for (String status : List.of("unbeaten", "winless", "separated")) {
            numbers.put(status, count(names(row -> row.status().equals(status))));
        }
        List<String> without = names(row -> numbers.containsKey(row.status()));
        Sentence summary = without.isEmpty()
                ? TrustPhrase.ALL_WON_AND_LOST.say()
                : TrustPhrase.STAND_APART.say("count", without.size(), "of", voted.size());
        return check(CheckId.UNBEATEN, without.isEmpty(), summary, numbers, without);
    }

    private static Set<String> abstained() {
        return Arrays.stream(AbstentionReason.values())
                .map(AbstentionReason::word)
                .collect(Collectors.toSet());
    }

    Check exclusions() {
        Set<String> silent = new TreeSet<>(abstained());
        silent.addAll(HARMLESS);
        long excluded = 0;
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("rated", (double) board.voteCount());
        numbers.put("excluded", 0.0);
        for (Map.Entry<String, Long> reason : board.excluded().entrySet()) {
            numbers.put("reason_" + reason.getKey(), (double) reason.getValue());
            excluded += silent.contains(reason.getKey()) ? 0 : reason.getValue();
        }
        double all = excluded + board.voteCount();
        if (all == 0) {
            return Check.notRun(CheckId.EXCLUSIONS, TrustPhrase.NO_VOTES.say());
        }
        double share = excluded / all;
        numbers.put("excluded", (double) excluded);
        numbers.put("share", share);
        numbers.put("limit", MOST_EXCLUDED);
        Sentence summary = TrustPhrase.LEFT_OUT.say("count", excluded, "of", (long) all, "share", share);
        return check(CheckId.EXCLUSIONS, share <= MOST_EXCLUDED, summary, numbers, List.of());
    }

    Check abstentions() {
        Set<String> reasons = new TreeSet<>(abstained());
        reasons.remove(AbstentionReason.WITHDRAWN.word());
        long abstentions = board.excluded().entrySet().stream()
                .filter(entry -> reasons.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        double all = abstentions + board.voteCount();
        if (all == 0) {
            return Check.notRun(CheckId.ABSTENTIONS, TrustPhrase.NO_VOTES.say());
        }
        double share = abstentions / all;
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("verdicts", (double) board.voteCount());
        numbers.put("abstentions", (double) abstentions);
        numbers.put("share", share);
        numbers.put("limit", MOST_ABSTAINED);
        Sentence summary = TrustPhrase.ABSTAINED.say("share", share, "count", abstentions, "of", (long) all);
        return check(CheckId.ABSTENTIONS, share <= MOST_ABSTAINED, summary, numbers, List.of());
    }

    /** A judge whose matchups were swapped. */
    private record Flips(String judge, long pairs, Leaderboard.Share rate) {}

    /** From what the table says of its judges, who may be none. */
    Check flipRate() {
        List<Flips> judges = board.judges().stream()
                .filter(judge -> judge.pairs() >= LEAST_PAIRS)
                .flatMap(judge ->
                        Stream.ofNullable(judge.flipRate()).map(rate -> new Flips(judge.judge(), judge.pairs(), rate)))
                .sorted(Comparator.comparingDouble(
                                (Flips judge) -> -judge.rate().value())
                        .thenComparing(Flips::judge))
                .toList();
        if (judges.isEmpty()) {
            return Check.notRun(CheckId.FLIP_RATE, TrustPhrase.NOT_SWAPPED.say("count", LEAST_PAIRS));
        }
        Flips worst = judges.get(0);
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("pairs", (double) worst.pairs());
        numbers.put("flip_rate", worst.rate().value());
        numbers.put("lower", worst.rate().lower());
        numbers.put("upper", worst.rate().upper());
        numbers.put("limit", MOST_FLIPS);
        List<String> failed = judges.stream()
                .filter(judge -> judge.rate().value() > MOST_FLIPS)
                .map(Flips::judge)
                .toList();
        Sentence summary = TrustPhrase.SWAP_TURNS.say(
                "judge", worst.judge(), "share", worst.rate().value(), "count", worst.pairs());
        return check(CheckId.FLIP_RATE, failed.isEmpty(), summary, numbers, failed);
    }

    /** Numbers alone: to say whose responses they are would tell voters. */
    Check leaks(LeakCounts leaks) {
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("masked", (double) leaks.masked());
        numbers.put("replaced", (double) leaks.replaced());
        numbers.put("flagged", (double) leaks.flagged());
        numbers.put("unchecked", (double) leaks.unchecked());
        Sentence summary = TrustPhrase.LEAKS.say(
                "masked", leaks.masked(),
                "replaced", leaks.replaced(),
                "flagged", leaks.flagged(),
                "unchecked", leaks.unchecked());
        boolean passed = leaks.flagged() == 0 && leaks.unchecked() == 0;
        return check(CheckId.LEAKS, passed, summary, numbers, List.of());
    }
}
