package dev.arena.core.board;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was at some moments, on today's settings and catalog.
 *
 * @param revision of the store
 * @param settings every choice that the numbers depend on
 * @param cuts oldest first
 * @param models in the order of the table today
 * @param changelog oldest first
 */
public record HistoryView(
        String method,
        double level,
        @Nullable Long revision,
        Map<String, String> settings,
        List<Cut> cuts,
        List<Line> models,
        List<Change> changelog) {
    public HistoryView {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        cuts = List.copyOf(cuts);
        models = List.copyOf(models);
        changelog = List.copyOf(changelog);
    }

    /**
     * A moment.
     *
     * @param at votes before it are counted, UTC, ISO 8601
     * @param leader who has the first place; null where nobody has a rating
     * @param leaderAlone whether the evidence gives the first place to the leader alone
     * @param components sets of contestants that no vote links
     */
    public record Cut(String at, long voteCount, @Nullable String leader, boolean leaderAlone, int components) {}

    /**
     * A contestant through time.
     *
     * @param retired whether its facts say that it has left
     * @param points one a cut; null where it had no votes yet
     */
    public record Line(
            String modelName,
            boolean retired,
            @Nullable String firstVoteAt,
            @Nullable String lastVoteAt,
            List<@Nullable Point> points) {
        public Line {
            points = Collections.unmodifiableList(Arrays.asList(points.toArray(Point[]::new)));
        }
    }

    /** A contestant at a cut. */
    public record Point(
            @Nullable Double rating,
            @Nullable Double ratingLower,
            @Nullable Double ratingUpper,
            @Nullable Integer rank,
            @Nullable Integer rankLower,
            @Nullable Integer rankUpper,
            long voteCount,
            String status) {}

    /**
     * Something that happened.
     *
     * @param event {@code entered} (first vote), {@code first_place} (seen at that cut) or {@code retired}
     * @param before who had the first place before; null elsewhere
     */
    public record Change(
            String at,
            String event,
            String modelName,
            @Nullable String before) {}
}
