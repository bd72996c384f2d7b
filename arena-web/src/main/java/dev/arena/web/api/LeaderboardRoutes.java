package dev.arena.web.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The leaderboard, and news that it moved. */
final class LeaderboardRoutes {
    static final String EVENTS = "/api/leaderboard/events";

    private final LeaderboardSource source;
    private final RevisionFeed feed;

    LeaderboardRoutes(LeaderboardSource source, RevisionFeed feed) {
        this.source = source;
        this.feed = feed;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (BoardView view : BoardView.values()) {
            routes.add(Route.get(view.path(), context -> view(view, context)));
        }
        routes.add(Route.get(EVENTS, context -> feed.open(context, "/api/leaderboard")));
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
}
