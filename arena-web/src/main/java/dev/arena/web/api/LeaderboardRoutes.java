package dev.arena.web.api;

import dev.arena.web.api.LeaderboardSource.Reader;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The leaderboard, and news that it moved. */
final class LeaderboardRoutes {
    static final String EVENTS = "/api/leaderboard/events";

    private final LeaderboardSource source;
    private final Access access;
    private final RevisionFeed feed;

    LeaderboardRoutes(LeaderboardSource source, Access access, RevisionFeed feed) {
        this.source = source;
        this.access = access;
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

    /** The tag is read first, so that an answer is never older than its name says; an error has none. */
    private void view(BoardView view, Context context) {
        Reader reader = access.seesNames(context) ? Reader.ANALYST : Reader.ANYONE;
        String tag = view.mayBeUnfinished() ? null : source.tag(view, context.queryParamMap(), reader);
        String known = context.header("If-None-Match");
        if (tag != null
                && known != null
                && Arrays.asList(known.split("\\s*,\\s*")).contains(tag)) {
            name(context, tag).status(304);
            return;
        }
        LeaderboardSource.Rendered rendered = source.read(view, context.queryParamMap(), reader);
        if (tag != null) {
            name(context, tag);
        }
        context.contentType(rendered.mediaType()).result(rendered.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Tells caches what an answer is called, and that a compressed one is another. */
    private static Context name(Context context, String tag) {
        return context.header("ETag", tag)
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding, Cookie");
    }
}
