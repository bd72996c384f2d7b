package dev.arena.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a gold battle is made of and which verdicts on it are right, in positions from 1. Written as {@code item:wins:2},
 * {@code item:tie}, {@code canary:loses:1} or {@code identical:tie:1,3}.
 *
 * @param type where the known answer comes from
 * @param rule what must hold
 * @param positions whose rank the rule is about
 */
public record GoldAnswer(Type type, Rule rule, List<Integer> positions) {
    /** Where the known answer comes from. */
    public enum Type {
        /** The study's settings list it. */
        ITEM,
        /** One of the responses is a canary's. */
        CANARY,
        /** One response is shown twice. */
        IDENTICAL;

        /** The word used in the store and in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What must hold of the positions. */
    public enum Rule {
        /** Better than every other. */
        WINS,
        /** Not better than any other, and worse than at least one. */
        LOSES,
        /** Equally good. */
        TIE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public GoldAnswer {
        positions = List.copyOf(positions);
        int least = rule == Rule.TIE ? 2 : 1;
        if (positions.size() < least || (rule != Rule.TIE && positions.size() > 1)) {
            throw new IllegalArgumentException("a rule " + rule + " cannot be about positions " + positions);
        }
    }

    /** As the store keeps it. */
    public String text() {
        List<String> numbers = positions.stream().map(String::valueOf).toList();
        return type.word() + ":" + rule.word() + ":" + String.join(",", numbers);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static GoldAnswer parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not the answer of a gold battle: " + text);
        }
        List<Integer> positions = new ArrayList<>();
        for (String number : parts[2].split(",", -1)) {
            positions.add(Integer.valueOf(number));
        }
        return new GoldAnswer(
                Type.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Rule.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                positions);
    }

    /**
     * Whether a verdict on the battle is right. Where one response is shown twice or the answer is a tie, calling all of them bad
     * is right too, since it says that they are equal.
     *
     * @return false for an abstention, which is no answer: ask {@link Verdict#decides()} first
     */
    public boolean agrees(Verdict verdict) {
        if (verdict instanceof Verdict.BothBad) {
            return rule == Rule.TIE;
        }
        if (!(verdict instanceof Verdict.Ranking ranking)) {
            return false;
        }
        return switch (rule) {
            case TIE -> tie(ranking.ranks());
            case WINS -> wins(ranking.ranks(), positions.get(0) - 1);
            case LOSES -> loses(ranking.ranks(), positions.get(0) - 1);
        };
    }

    private boolean tie(List<Integer> ranks) {
        return positions.stream()
                        .map(position -> ranks.get(position - 1))
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean wins(List<Integer> ranks, int place) {
        return ranks.get(place) == 1 && ranks.stream().filter(rank -> rank == 1).count() == 1;
    }

    /** Not ranked means worse than what is ranked. */
    private static boolean loses(List<Integer> ranks, int place) {
        int own = depth(ranks.get(place));
        int best = Integer.MAX_VALUE;
        for (int rank : ranks) {
            if (depth(rank) > own) {
                return false;
            }
            best = Math.min(best, depth(rank));
        }
        return best < own;
    }

    private static int depth(int rank) {
        return rank == 0 ? Integer.MAX_VALUE - 1 : rank;
    }
}
