package dev.arena.core.explore;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a contestant.
 *
 * @param responses current ones
 * @param overall its row of the default table
 * @param differenceLevel coverage of each interval of a difference, so that all of them together keep {@code level}
 * @param best matchups it won against the odds; {@code worst} those it lost so
 * @param byLength how it does by how long its response is beside the other one
 * @param byLengthOf how many of its newest matchups were looked at for that
 * @param selfPreference of the judge that it is, or is kin of; null where there is none
 */
public record ContestantView(
        String modelName,
        Map<String, String> facts,
        boolean retired,
        long responses,
        @Nullable Long revision,
        double level,
        Standing overall,
        List<Part> categories,
        List<Part> languages,
        double differenceLevel,
        List<BattlesView.Entry> best,
        List<BattlesView.Entry> worst,
        List<FailedPrompt> failedPrompts,
        List<ByLength> byLength,
        long byLengthOf,
        @Nullable SelfPreference selfPreference) {
    /** All contestants, best first. */
    public record Everyone(@Nullable Long revision, double level, List<Standing> contestants) {
        public Everyone {
            contestants = List.copyOf(contestants);
        }
    }

    /** A contestant on the default table. */
    public record Standing(
            String modelName,
            Map<String, String> facts,
            boolean retired,
            long responses,
            @Nullable Double rating,
            @Nullable Double ratingLower,
            @Nullable Double ratingUpper,
            @Nullable Integer rank,
            @Nullable Integer rankLower,
            @Nullable Integer rankUpper,
            long voteCount,
            long wins,
            long losses,
            long ties,
            long bothBad,
            @Nullable Double winRate,
            @Nullable Double bothBadShare,
            boolean preliminary,
            boolean fewVotes,
            String status,
            @Nullable Double pBest) {}

    /**
     * A contestant on the table of a category or a language.
     *
     * @param difference of its rating there and overall, both beside the same contestants
     * @param verdict {@code strength}, {@code weakness}, {@code not_told_apart} or {@code not_comparable}
     * @param note why it cannot be compared; null where it can
     */
    public record Part(
            String name,
            @Nullable Double rating,
            @Nullable Double ratingLower,
            @Nullable Double ratingUpper,
            @Nullable Integer rank,
            @Nullable Integer rankLower,
            @Nullable Integer rankUpper,
            long voteCount,
            @Nullable Double difference,
            @Nullable Double differenceLower,
            @Nullable Double differenceUpper,
            String verdict,
            @Nullable String note) {}

    /**
     * A prompt on which it scores below one half.
     *
     * @param score its mean, both bad counting 0
     * @param failShare of the other contestants seen on it, those below one half; null where there is none
     * @param contestants others seen on it
     * @param id of a battle on it
     */
    public record FailedPrompt(
            String promptKey,
            String prompt,
            @Nullable String category,
            long battles,
            double score,
            @Nullable Double failShare,
            int contestants,
            String id) {}

    /**
     * How it does where its response is of such a length.
     *
     * @param bucket {@code shorter}, {@code similar} (within 10 %) or {@code longer} than the other one
     * @param winRate wins and half of ties and both-bads; with Wilson's bounds null without battles
     */
    public record ByLength(
            String bucket,
            long battles,
            @Nullable Double winRate,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /** How much more a judge of its kin gives it than other judges do, on the same matchups. */
    public record SelfPreference(
            String judge,
            String family,
            long matchups,
            double excess,
            @Nullable Double lower,
            @Nullable Double upper) {}
}
