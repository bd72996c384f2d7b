package dev.arena.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.board.Snapshots;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.model.Snapshot;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Boards that were frozen: made by analysts, read by anyone. */
final class SnapshotRoutes {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("note", "query"));

    private final Snapshots snapshots;
    private final LeaderboardSource boards;
    private final Access access;

    SnapshotRoutes(Snapshots snapshots, LeaderboardSource boards, Access access) {
        this.snapshots = snapshots;
        this.boards = boards;
        this.access = access;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/snapshots", this::list),
                Route.post("/api/snapshots", this::create).onlyAfter(access::requireAnalyst),
                Route.get("/api/snapshots/{id}", this::read),
                Route.get("/api/snapshots/{id}/board", this::board));
    }

    private record All(List<Snapshots.Head> snapshots) {}

    private record Created(String id, String url) {}

    private record Whole(
            String id,
            String query,
            String note,
            String createdAt,
            long revision,
            String sha256,
            String votesSha256,
            boolean verified,
            JsonNode board) {}

    /** What was changed from outside may be no JSON any more; it is told as nothing. */
    private static JsonNode parsed(Snapshot snapshot) {
        try {
            return MAPPER.readTree(snapshot.body());
        } catch (JsonProcessingException e) {
            return MAPPER.nullNode();
        }
    }

    private void list(Context context) {
        RecordJson.answer(context, 200, new All(snapshots.list()));
    }

    private void create(Context context) {
        JsonNode body = RequestBody.object(context);
        for (String name : new TreeSet<>(names(body))) {
            if (!FIELDS.contains(name)) {
                throw new ApiException(
                        400,
                        "unknown_field",
                        "field '" + Errors.shorten(name) + "' is not known; allowed: " + String.join(", ", FIELDS)
                                + ".",
                        Map.of("field", Errors.shorten(name), "allowed", String.join(", ", FIELDS)));
            }
        }
        LeaderboardRequest request = boards.request(parameters(text(body, "query")));
        Snapshots.Made made = snapshots.create(request, text(body, "note"));
        String id = made.snapshot().id();
        RecordJson.answer(context, made.fresh() ? 201 : 200, new Created(id, "/snapshots/" + id));
    }

    private static List<String> names(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new ApiException(
                    400,
                    "invalid_value",
                    "field '" + field + "' is no text.",
                    Map.of("field", field, "found", Errors.shorten(value.toString()), "allowed", "a text"));
        }
        return value.asText();
    }

    /** The parameters of a query string, with or without its question mark. */
    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : (query.startsWith("?") ? query.substring(1) : query).split("&", -1)) {
            if (!pair.isEmpty()) {
                int at = pair.indexOf('=');
                String name = decoded(at < 0 ? pair : pair.substring(0, at));
                parameters
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(at < 0 ? "" : decoded(pair.substring(at + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    400,
                    "invalid_value",
                    "field 'query' is not percent-encoded as an address is.",
                    Map.of("field", "query", "found", Errors.shorten(text), "allowed", "the query string of a board"));
        }
    }

    private void read(Context context) {
        Snapshot snapshot = find(context);
        RecordJson.answer(
                context,
                200,
                new Whole(
                        snapshot.id(),
                        snapshot.query(),
                        snapshot.note(),
                        snapshot.createdAt().toString(),
                        snapshot.revision(),
                        snapshot.sha256(),
                        snapshot.votesSha256(),
                        snapshot.isWhole(),
                        parsed(snapshot)));
    }

    private void board(Context context) {
        context.contentType(Json.MEDIA_TYPE).result(find(context).body().getBytes(StandardCharsets.UTF_8));
    }

    private Snapshot find(Context context) {
        String id = context.pathParam("id");
        return snapshots
                .find(id)
                .orElseThrow(() -> new ApiException(
                        404,
                        "unknown_snapshot",
                        "There is no such snapshot. /api/snapshots lists them.",
                        Map.of("found", Errors.shorten(id))));
    }
}
