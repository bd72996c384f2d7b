package dev.arena.core.judge;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the verdict in a judge's reply. One form of verdicts is one class. */
interface VerdictParser {
    /** The names of the positions where more than two can be shown. */
    String LETTERS = "ABCDEFGH";

    /**
     * The verdict, or an abstention that says why there is none; never a guess.
     *
     * @param reply not blank
     * @param seats how many responses were shown
     */
    Verdict parse(Reply reply, int seats);

    /** Everything that can change what is read, for the hash of a template. */
    String description();

    /** What is asked once after a reply that cannot be read: the forms allowed, and no hint at any of them. */
    String nudge(int seats);

    /** How many responses its verdicts can speak of. */
    Seats seats();

    /** Whether the alternatives of each token are needed. */
    default boolean wantsTokens() {
        return false;
    }

    /** Whether asking once more could help after a reply that cannot be read. */
    default boolean mayNudge(Reply reply) {
        return true;
    }

    /** What its verdicts look like in lower case, to be broken where a response holds one; empty where they look like nothing else. */
    default Optional<Pattern> forged() {
        return Optional.empty();
    }

    /** Texts of its own by the name in braces under which a template must show them. */
    default Map<String, String> texts() {
        return Map.of();
    }

    /** The labels of the first and of the second position, where each position has one of its own; else empty. */
    default List<String> labels() {
        return List.of();
    }

    /** The same parser with these labels exchanged. */
    default VerdictParser exchanged() {
        throw new UnsupportedOperationException("verdicts without labels of positions have nothing to exchange");
    }

    /** No verdict, and why. */
    static Verdict unparsed(String detail) {
        return Verdict.abstain(AbstentionReason.UNPARSED, detail);
    }

    /** The letters of that many positions. */
    static String letters(int seats) {
        return LETTERS.substring(0, seats);
    }
}
