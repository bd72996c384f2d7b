package dev.arena.web.api;

import io.javalin.http.Context;
import io.javalin.http.sse.SseHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
        List<Route> routes = new ArrayList<>();
        for (BoardView view : BoardView.values()) {
            routes.add(Route.get(view.path(), context -> view(view, context)));
        }
        routes.add(Route.get(EVENTS, this::events));
        return routes;
    }

    /** The tag is read first, so that an answer is never older than its name says. */
    private void view(BoardView view, Context context) {
        if (!view.mayBeUnfinished()) {
            String tag = source.tag(view, context.queryParamMap());
            context.header("ETag", tag).header("Cache-Control", "no-cache");
            String known = context.header("If-None-Match");
            if (known != null && Arrays.asList(known.split("\\s*,\\s*")).contains(tag)) {
                context.status(304);
                return;
            }
        }
        LeaderboardSource.Rendered rendered = source.read(view, context.queryParamMap());
        context.contentType(rendered.mediaType()).result(rendered.body().getBytes(StandardCharsets.UTF_8));
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
