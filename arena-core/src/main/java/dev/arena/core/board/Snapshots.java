package dev.arena.core.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.export.BoardJson;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.RequestWords;
import dev.arena.core.model.Snapshot;
import dev.arena.core.problem.FreeText;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Freezes leaderboards, and finds frozen ones. Reading one never computes anything. */
public final class Snapshots {
    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArenaStore store;
    private final LeaderboardService service;
    private final InstantSource clock;
    private final Map<String, Head> heads = new ConcurrentHashMap<>();

    /** Snapshots of the leaderboards of a store. */
    public Snapshots(ArenaStore store, LeaderboardService service, InstantSource clock) {
        this.store = store;
        this.service = service;
        this.clock = clock;
    }

    /**
     * A snapshot that was asked for.
     *
     * @param fresh whether it is new; an equal board may have been frozen before
     */
    public record Made(Snapshot snapshot, boolean fresh) {}

    /**
     * Freezes a table as it is now.
     *
     * @param note why; may be empty
     * @throws UsageException if the request asks for something that is not allowed, or the note is too long or has control characters
     */
    public Made create(LeaderboardRequest request, String note) {
        FreeText.problem("note", note, LONGEST_NOTE).ifPresent(problem -> {
            throw new UsageException(problem);
        });
        Leaderboard board = service.leaderboard(request);
        String body = BoardJson.text(
                new BoardJson.Content(
                        request, board, BoardJson.Content.facts(store.catalog().listContestants()), null),
                json -> {});
        Long revision = board.provenance().revision();
        Snapshot snapshot = Snapshot.of(
                RequestWords.query(request),
                note,
                body,
                new Snapshot.Votes(
                        revision == null ? 0 : revision, board.provenance().votesSha256()),
                clock.instant());
        boolean fresh = store.snapshots().findSnapshot(snapshot.id()).isEmpty();
        return new Made(store.snapshots().put(snapshot), fresh);
    }

    /** What a list of snapshots tells of each. */
    public record Head(
            String id,
            String query,
            String note,
            String createdAt,
            long revision,
            String votesSha256,
            long voteCount,
            String method,
            boolean simulated) {
        private static Head of(Snapshot snapshot) {
            JsonNode board = parsed(snapshot);
            return new Head(
                    snapshot.id(),
                    snapshot.query(),
                    snapshot.note(),
                    snapshot.createdAt().toString(),
                    snapshot.revision(),
                    snapshot.votesSha256(),
                    board.path("vote_count").asLong(),
                    board.path("method").asText(),
                    board.path("simulated").asBoolean());
        }

        /** What was changed from outside may be no JSON any more; it is told as nothing. */
        private static JsonNode parsed(Snapshot snapshot) {
            try {
                return JSON.readTree(snapshot.body());
            } catch (JsonProcessingException e) {
                return JSON.nullNode();
            }
        }
    }

    /** All snapshots, newest first. A board never changes, so each is read once. */
    public List<Head> list() {
        List<Head> list = new ArrayList<>();
        for (String id : store.snapshots().listIds()) {
            list.add(heads.computeIfAbsent(id, unknown -> Head.of(find(unknown).orElseThrow())));
        }
        return list;
    }

    /** The snapshot of that id. */
    public Optional<Snapshot> find(String id) {
        return store.snapshots().findSnapshot(id);
    }
}
