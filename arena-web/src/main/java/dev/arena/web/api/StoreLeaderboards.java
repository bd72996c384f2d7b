package dev.arena.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.board.BoardChecks;
import dev.arena.core.board.EffectsView;
import dev.arena.core.board.History;
import dev.arena.core.board.PairsView;
import dev.arena.core.export.BoardJson;
import dev.arena.core.export.TableFormat;
import dev.arena.core.leaderboard.BoardComparison;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.Contestant;
import dev.arena.core.store.ArenaStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Leaderboards of a store, and what stands behind them, as bytes. Answers are kept until the store changes, so a crowd of readers costs one
 * computation.
 */
public final class StoreLeaderboards implements LeaderboardSource {
    private static final int KEPT = 64;
    private static final int TAG_BYTES = 12;

    private final ArenaStore store;
    private final LeaderboardService service;
    private final BoardChecks checks;
    private final Map<Key, Rendered> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptRevision = -1;
    private @Nullable BoardChoices choices;
    private Map<String, Map<String, String>> facts = Map.of();

    private record Key(BoardView view, Map<String, List<String>> query) {}

    /**
     * Leaderboards that the service makes of the store's votes.
     *
     * @param checks what takes long to compute
     */
    public StoreLeaderboards(ArenaStore store, LeaderboardService service, BoardChecks checks) {
        this.store = store;
        this.service = service;
        this.checks = checks;
    }

    @Override
    public synchronized Rendered read(BoardView view, Map<String, List<String>> query) {
        refresh();
        Key key = new Key(view, new TreeMap<>(query));
        Rendered rendered = kept.get(key);
        if (rendered == null) {
            rendered = render(view, new BoardQuery(query, view.parameters()));
            if (!view.mayBeUnfinished()) {
                kept.put(key, rendered);
            }
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return rendered;
    }

    private void refresh() {
        long revision = store.revision();
        if (revision != keptRevision) {
            kept.clear();
            choices = null;
            keptRevision = revision;
        }
    }

    @Override
    public String tag(BoardView view, Map<String, List<String>> query) {
        String words = service.version() + " " + view + " " + new TreeMap<>(query);
        byte[] hash = sha256().digest(words.getBytes(StandardCharsets.UTF_8));
        return "\"" + store.revision() + "-" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public synchronized LeaderboardRequest request(Map<String, List<String>> query) {
        refresh();
        return new BoardQuery(query, Set.of()).request(choices().known());
    }

    private Rendered render(BoardView view, BoardQuery query) {
        LeaderboardRequest request = query.request(choices().known());
        return switch (view) {
            case BOARD -> board(request, query);
            case PAIRS -> records(PairsView.of(service.evidence(request)));
            case HISTORY ->
                records(new History(service, request, name -> facts.getOrDefault(name, Map.of())).view(query.points()));
            case EFFECTS -> records(EffectsView.of(service, request));
            case TRUST -> records(checks.trust(request));
            case AGREEMENT -> records(checks.agreement(request));
        };
    }

    private static Rendered records(Object view) {
        return new Rendered(Json.MEDIA_TYPE, RecordJson.text(view));
    }

    private Rendered board(LeaderboardRequest request, BoardQuery query) {
        TableFormat format = query.format();
        boolean compares = query.compares();
        Leaderboard board = service.leaderboard(request);
        if (format != TableFormat.JSON) {
            return new Rendered(
                    format.mediaType() + "; charset=utf-8", format.writer().text(List.of(board)));
        }
        BoardComparison comparison = null;
        if (compares) {
            LeaderboardRequest usual = LeaderboardRequest.forDatabase().with(request.filter());
            comparison = new BoardComparison(request, board, service.leaderboard(usual));
        }
        BoardChoices allowed = choices();
        return new Rendered(
                format.mediaType(),
                BoardJson.text(
                        new BoardJson.Content(request, board, facts, comparison), json -> filters(json, allowed)));
    }

    private static void filters(JsonGenerator json, BoardChoices choices) throws IOException {
        json.writeFieldName("filters");
        json.writeRawValue(RecordJson.text(choices.filters()));
    }

    private BoardChoices choices() {
        BoardChoices made = choices;
        if (made == null) {
            made = BoardChoices.read(store, service.choices());
            choices = made;
            Map<String, Map<String, String>> byName = new TreeMap<>();
            for (Contestant contestant : store.catalog().listContestants()) {
                byName.put(contestant.name(), contestant.facts());
            }
            facts = byName;
        }
        return made;
    }
}
