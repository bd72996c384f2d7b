package dev.arena.core.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some matchups.
 *
 * @param battles in the order asked for
 * @param next where the next page begins; null at the end
 * @param total matchups that pass the filter
 */
public record BattlesView(List<Entry> battles, @Nullable String next, long total, Searched searched, Choices filters) {
    public BattlesView {
        battles = List.copyOf(battles);
    }

    /** How far the list goes back: the newest {@code votes} of all votes. */
    public record Searched(long votes, long of) {}

    /** What a list can be filtered by; people are not among the judges, since their names are pseudonyms. */
    public record Choices(
            List<String> contestants,
            List<String> categories,
            List<String> languages,
            List<String> judges,
            List<String> judgeKinds,
            List<String> studies) {}

    /**
     * A matchup.
     *
     * @param id of its first battle
     * @param prompt the beginning of the prompt
     * @param verdicts that decide, ties included
     * @param disagreement entropy of the outcomes in bits, each judge counting once
     * @param upset the result that the default table expected least
     * @param lastAt when the last verdict was given, UTC, ISO 8601
     */
    public record Entry(
            String id,
            String promptKey,
            String prompt,
            @Nullable String category,
            @Nullable String language,
            List<String> contestants,
            long verdicts,
            int judges,
            List<OutcomeCount> outcomes,
            long abstentions,
            double disagreement,
            @Nullable Upset upset,
            String lastAt) {}

    /** An outcome (a contestant's name, {@code tie}, {@code both_bad}, or {@code a > b = c}) and how often it was given. */
    public record OutcomeCount(String outcome, long count) {}

    /** A winner that the default table gave this probability against that loser. */
    public record Upset(String winner, String loser, double probability) {}

    /** In what order matchups come. */
    public enum Order {
        NEWEST,
        DISAGREEMENT,
        UPSET
    }

    /** What kind of verdict a matchup must have. */
    public enum Wanted {
        DECIDED,
        TIE,
        BOTH_BAD,
        ABSTAINED,
        /** Not all verdicts say the same. */
        SPLIT,
        /** The contestant that is asked for won. */
        WON,
        /** It lost. */
        LOST
    }

    /**
     * Which matchups; null lets all pass.
     *
     * @param contestant by name, as {@code other}
     * @param judgeKind the word of a kind
     * @param study its key
     * @param q words that the prompt or a response holds
     */
    public record Filter(
            @Nullable String contestant,
            @Nullable String other,
            @Nullable String category,
            @Nullable String language,
            @Nullable String judge,
            @Nullable String judgeKind,
            @Nullable Wanted outcome,
            @Nullable String study,
            @Nullable String q,
            Order order) {}
}
