package dev.arena.core.tournament;

import dev.arena.core.media.ShownFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it.
 *
 * @param startedAt in UTC, as ISO 8601
 * @param revision grows whenever a run that is watched has moved
 * @param simulated whether a scripted judge takes part
 * @param ending why its last session ended; null while it goes on, or where it was killed before it ever ended
 * @param maxCalls the budget of its tournament file; null for none
 * @param maxCostUsd the budget of its tournament file; null for none
 */
public record RunView(
        String id,
        String name,
        String startedAt,
        long revision,
        boolean simulated,
        @Nullable String ending,
        @Nullable Long maxCalls,
        @Nullable Double maxCostUsd,
        List<JudgeView> judges,
        Filters filters) {
    /**
     * A run in a list.
     *
     * @param votes current votes, abstentions included
     */
    public record Head(
            String id, String name, String startedAt, long votes, long abstentions, long calls, double costUsd) {}

    /**
     * What one judge did so far.
     *
     * @param planned verdicts that it is to give; null where a schedule in rounds has no end, or the run cannot be planned any more
     * @param votes verdicts that decide, ties included
     * @param unknownFate questions that may have been sent and paid by a process that was killed
     * @param costUsd known cost; null where calls were made and the cost of none is known
     * @param costUnknown ended calls whose cost is not known
     * @param perSecond verdicts a second over the last half minute; null where none came
     * @param secondsLeft at that speed; null where that cannot be said
     */
    public record JudgeView(
            String name,
            String kind,
            String version,
            @Nullable Long planned,
            long votes,
            long ties,
            long bothBad,
            Map<String, Long> abstentions,
            long calls,
            long attempts,
            long cached,
            long unknownFate,
            long promptTokens,
            long completionTokens,
            @Nullable Double costUsd,
            long costUnknown,
            @Nullable Double perSecond,
            @Nullable Long secondsLeft) {}

    /** What its matchups can be filtered by, sorted. */
    public record Filters(List<String> judges, List<String> contestants, List<String> categories) {}

    /**
     * Some of its matchups.
     *
     * @param next where the next page begins; null at the end
     */
    public record Page(List<Matchup> matchups, @Nullable String next) {}

    /**
     * A matchup in all its orders.
     *
     * @param key names it within the run
     * @param prompt the beginning of the prompt
     * @param conflict whether a judge ranks the contestants otherwise in another order
     */
    public record Matchup(
            String key,
            String promptKey,
            @Nullable String category,
            String prompt,
            List<String> contestants,
            int repeat,
            boolean conflict,
            List<Game> games) {}

    /**
     * A verdict of a judge on an order of a matchup.
     *
     * @param order contestants in the order shown
     * @param verdict in positions, or the reason of an abstention
     * @param winner the contestant that won alone, or null
     */
    public record Game(
            String judge,
            List<String> order,
            String verdict,
            @Nullable String winner,
            boolean abstained) {}

    /** What to show: null for all. */
    public record Filter(
            @Nullable String judge,
            @Nullable String contestant,
            @Nullable String category,
            @Nullable String outcome,
            @Nullable String q) {}

    /** A matchup with every text that went into it or came of it. */
    public record Detail(
            String key,
            String promptKey,
            @Nullable String category,
            @Nullable String reference,
            List<String> prompt,
            List<ShownFile> attachments,
            int repeat,
            boolean conflict,
            List<Answer> responses,
            List<GameDetail> games) {}

    /** What a contestant answered. */
    public record Answer(String contestant, List<String> turns, List<ShownFile> attachments) {}

    /**
     * A verdict and how it came about; what is null is not known, or was not needed.
     *
     * @param question as it is asked; null where nothing is asked or the run cannot be planned any more
     * @param questionAsStored whether it is the question that was sent, letter by letter
     * @param reply the last reply as it came
     * @param firstReply the unreadable reply after which it was asked once more
     * @param at when it was cast, in UTC, as ISO 8601
     */
    public record GameDetail(
            String judge,
            List<String> order,
            String verdict,
            @Nullable String winner,
            boolean abstained,
            boolean cached,
            @Nullable String question,
            @Nullable Boolean questionAsStored,
            @Nullable String reply,
            @Nullable String firstReply,
            @Nullable String error,
            @Nullable String rationale,
            @Nullable Double costUsd,
            @Nullable Long promptTokens,
            @Nullable Long completionTokens,
            @Nullable Integer attempts,
            @Nullable Long durationMs,
            @Nullable String model,
            String at) {}
}
