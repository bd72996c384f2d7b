package dev.arena.core.battle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a matchmaker aims for. */
public enum MatchmakerType {
    /** Every matchup of a prompt alike. */
    UNIFORM,
    /** Battles that are expected to tell most about strengths (D-optimality). */
    INFORMATION,
    /** Battles of contestants whose order is not settled. */
    RANK_AWARE,
    /** The least compared contestant against those near it, with a bonus for pairs that rarely met (K-Sort Arena, its sign put right). */
    UCB;

    /** The word used in settings and flags. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words, in the order of the types. */
    public static List<String> words() {
        return Arrays.stream(values()).map(MatchmakerType::word).toList();
    }

    /** The type of a word. */
    public static Optional<MatchmakerType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
