package dev.arena.web.api;

import io.javalin.http.Context;
import io.javalin.http.sse.SseHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The leaderboard, and news that it moved. */
final class LeaderboardRoutes {
    static final String EVENTS = "/api/leaderboard/events";

    private static final String EVENT_STREAM = "text/event-stream";

    private final LeaderboardSource source;
    private final RevisionFeed feed;
    private final SseHandler events;

    LeaderboardRoutes(LeaderboardSource source, RevisionFeed feed) {
        this.source = source;
        this.feed = feed;
        this.events = new SseHandler(feed::add);
    }

    List<Route> routes() {
        return List.of(Route.get("/api/leaderboard", this::board), Route.get(EVENTS, this::events));
    }

    private void board(Context context) {
        LeaderboardSource.Rendered board = source.read(context.queryParamMap());
        context.contentType(board.mediaType()).result(board.body().getBytes(StandardCharsets.UTF_8));
    }

    private void events(Context context) throws Exception {
        String accept = context.header("Accept");
        if (accept == null || !accept.contains(EVENT_STREAM)) {
            throw new ApiException(
                    406,
                    "not_acceptable",
                    "This is an event stream. Send Accept: text/event-stream.",
                    Map.of("allowed", EVENT_STREAM));
        }
        if (feed.isFull()) {
            throw ApiException.of(
                    503, "too_many_connections", "Too many event streams are open. Read /api/leaderboard instead.");
        }
        events.handle(context);
    }
}
