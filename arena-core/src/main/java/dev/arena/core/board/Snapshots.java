package dev.arena.core.board;

import dev.arena.core.export.BoardJson;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.RequestWords;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.Snapshot;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Freezes leaderboards, and finds frozen ones. Reading one never computes anything. */
public final class Snapshots {
    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 500;

    private final ArenaStore store;
    private final LeaderboardService service;
    private final InstantSource clock;

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
     * @throws UsageException if the request asks for something that is not allowed, or the note is too long
     */
    public Made create(LeaderboardRequest request, String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new UsageException(
                    "The note has " + note.length() + " characters; allowed are " + LONGEST_NOTE + ".");
        }
        Leaderboard board = service.leaderboard(request);
        String body = BoardJson.text(new BoardJson.Content(request, board, facts(), null), json -> {});
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

    private Map<String, Map<String, String>> facts() {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        for (Contestant contestant : store.catalog().listContestants()) {
            facts.put(contestant.name(), contestant.facts());
        }
        return facts;
    }

    /** All snapshots, newest first. */
    public List<Snapshot> list() {
        return store.snapshots().listSnapshots();
    }

    /** The snapshot of that id. */
    public Optional<Snapshot> find(String id) {
        return store.snapshots().findSnapshot(id);
    }
}
