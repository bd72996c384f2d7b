package dev.arena.core.explore;

import dev.arena.core.media.ShownFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matchup with all its texts and verdicts.
 *
 * @param id of the battle that was asked for
 * @param prompt its turns; empty where only its key is known
 * @param turn the turn that was judged; null for the whole conversation
 */
public record BattleView(
        String id,
        String promptKey,
        @Nullable String category,
        @Nullable String language,
        @Nullable String reference,
        List<String> prompt,
        List<ShownFile> attachments,
        @Nullable Integer turn,
        List<Answer> responses,
        double disagreement,
        BattlesView.@Nullable Upset upset,
        List<Given> verdicts) {
    /**
     * What a contestant answered.
     *
     * @param version 0 where its text is not known
     * @param length of all turns, in characters
     * @param rating on the default table
     */
    public record Answer(
            String modelName,
            int version,
            List<String> turns,
            List<ShownFile> attachments,
            int length,
            @Nullable Double rating,
            @Nullable Integer rank) {}

    /**
     * A verdict.
     *
     * @param battle its order's id
     * @param judge its name; people are numbered within the matchup
     * @param order contestants in the order shown
     * @param verdict in positions, ranks, a share of the first, or the reason of an abstention
     * @param outcome the same without positions
     * @param run that scheduled it, or null
     */
    public record Given(
            String battle,
            String judge,
            String kind,
            List<String> order,
            String verdict,
            String outcome,
            boolean abstained,
            @Nullable Integer margin,
            @Nullable String rationale,
            @Nullable String detail,
            String at,
            @Nullable Long latencyMs,
            @Nullable String run) {}
}
