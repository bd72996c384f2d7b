package dev.arena.core.battle;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.FreeText;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A vote as a voter sends it, read strictly: an unknown word is an error, never a tie.
 *
 * @param verdict {@code first}, {@code second} (two responses only), {@code tie}, {@code both_bad} or {@code skip}; null where
 *     ranks are given
 * @param ranks for each position its rank, 1 best, equal = tie, null = not ranked; null where a verdict is given
 * @param margin 1 (slightly) or 2 (much better), with a winner only; null where it was not asked
 * @param reason in the voter's words; null where none was given
 * @param latencyMs from showing to deciding as the page measured it; null where it did not
 * @param answers to the questions of a study, by the question's id: what was chosen, or the text; empty where none was given
 * @param lists the ids of the questions whose answer came as a list
 */
public record VoteRequest(
        @Nullable String verdict,
        @Nullable List<@Nullable Integer> ranks,
        @Nullable Integer margin,
        @Nullable String reason,
        @Nullable Long latencyMs,
        SortedMap<String, List<String>> answers,
        Set<String> lists) {
    public VoteRequest {
        lists = Set.copyOf(lists);
        SortedMap<String, List<String>> copied = new TreeMap<>();
        answers.forEach((question, given) -> copied.put(question, List.copyOf(given)));
        answers = Collections.unmodifiableSortedMap(copied);
    }

    /** Without answers. */
    public VoteRequest(
            @Nullable String verdict,
            @Nullable List<@Nullable Integer> ranks,
            @Nullable Integer margin,
            @Nullable String reason,
            @Nullable Long latencyMs) {
        this(verdict, ranks, margin, reason, latencyMs, Collections.emptySortedMap(), Set.of());
    }

    /** Longest reason, in characters. */
    public static final int MAX_REASON = 2000;

    public static final String SKIP = "skip";

    /**
     * The verdict on a battle.
     *
     * @param k how many responses the battle has
     * @throws InputException where a field holds what is not allowed, with the field and the values that are
     */
    public Verdict toVerdict(int k) {
        checkReason();
        checkLatency();
        if (ranks != null) {
            if (verdict != null) {
                throw problem("verdict", verdict, "either verdict or ranks, not both", "Leave one of them out.");
            }
            return checkMargin(ranking(ranks, k));
        }
        Verdict plain = word(k);
        return checkMargin(plain);
    }

    /** Tells two requests about one battle apart, and requests about two battles; how long it took does not matter. */
    String hash(String token) {
        // The form of the first version, so that a vote stored then and repeated now is known again.
        String said = "VoteRequest[verdict=" + verdict + ", ranks=" + ranks + ", margin=" + margin + ", reason="
                + reason + ", latencyMs=null]";
        return ResponseText.of(token + '\n' + said + (answers.isEmpty() ? "" : "\n" + answers))
                .sha256();
    }

    private Verdict word(int k) {
        String found = verdict;
        if (SKIP.equals(found)) {
            return Verdict.abstain(AbstentionReason.SKIPPED, reason);
        }
        if ("both_bad".equals(found)) {
            return Verdict.bothBad();
        }
        if ("tie".equals(found)) {
            return new Verdict.Ranking(Collections.nCopies(k, 1), null);
        }
        if (k == 2 && "first".equals(found)) {
            return Verdict.first();
        }
        if (k == 2 && "second".equals(found)) {
            return Verdict.second();
        }
        String allowed = k == 2 ? "first, second, tie, both_bad, skip" : "tie, both_bad, skip, or ranks instead";
        throw problem("verdict", found, allowed, "");
    }

    private static Verdict ranking(List<@Nullable Integer> given, int k) {
        String allowed = k + " numbers, one a position: 1 best, equal = tie, then the next free rank (1, 2, 2, 4),"
                + " null = not ranked";
        List<Integer> numbers = new ArrayList<>();
        for (Integer rank : given) {
            if (rank != null && (rank < 1 || rank > k)) {
                throw problem("ranks", given.toString(), allowed, "");
            }
            numbers.add(Objects.requireNonNullElse(rank, 0));
        }
        if (numbers.size() != k) {
            throw problem("ranks", given.toString(), allowed, "");
        }
        try {
            return new Verdict.Ranking(numbers, null);
        } catch (IllegalArgumentException e) {
            throw problem("ranks", given.toString(), allowed, "");
        }
    }

    private Verdict checkMargin(Verdict plain) {
        if (margin == null) {
            return plain;
        }
        if (margin != 1 && margin != 2) {
            throw problem("margin", margin.toString(), "1 (slightly better), 2 (much better)", "");
        }
        if (plain instanceof Verdict.Ranking ranking && hasWinner(ranking)) {
            return new Verdict.Ranking(ranking.ranks(), margin);
        }
        throw problem("margin", margin.toString(), "a margin only where one response is better", "Leave margin out.");
    }

    private static boolean hasWinner(Verdict.Ranking ranking) {
        return ranking.ranks().stream().distinct().count() > 1;
    }

    private void checkLatency() {
        if (latencyMs != null && latencyMs < 0) {
            throw problem("latency_ms", latencyMs.toString(), "milliseconds, 0 or more", "");
        }
    }

    private void checkReason() {
        if (reason != null) {
            FreeText.problem("reason", reason, MAX_REASON).ifPresent(problem -> {
                throw new InputException(problem);
            });
        }
    }

    /** The word for a verdict that a voter gave. */
    static String wordOf(Verdict verdict) {
        if (verdict instanceof Verdict.Abstention) {
            return SKIP;
        }
        if (verdict instanceof Verdict.BothBad) {
            return "both_bad";
        }
        if (verdict instanceof Verdict.Ranking ranking) {
            if (!hasWinner(ranking)) {
                return "tie";
            }
            return ranking.ranks().size() > 2 ? "ranking" : ranking.ranks().get(0) == 1 ? "first" : "second";
        }
        throw new IllegalArgumentException("voters give no " + verdict);
    }

    private static InputException problem(String field, @Nullable String found, String allowed, String next) {
        return new InputException(new InputProblem(null, 0, field, found, allowed, next));
    }
}
