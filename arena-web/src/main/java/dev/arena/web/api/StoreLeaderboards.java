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
import dev.arena.core.leaderboard.SharedAnswers;
import dev.arena.core.model.StudySettings.RevealRule;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

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
    private final StudyService studies;
    private final SharedAnswers<Key, Rendered> answers = new SharedAnswers<>(KEPT);
    private final SharedAnswers<Set<String>, BoardChoices> choices = new SharedAnswers<>(1);

    private record Key(BoardView view, Map<String, List<String>> query, Set<String> heldBack, Set<String> studies) {}

    /**
     * Leaderboards that the service makes of the store's votes.
     *
     * @param checks what takes long to compute
     * @param studies that a page offers
     */
    public StoreLeaderboards(ArenaStore store, LeaderboardService service, BoardChecks checks, StudyService studies) {
        this.store = store;
        this.service = service;
        this.checks = checks;
        this.studies = studies;
    }

    @Override
    public void prepare() {
        service.prepare();
        Rendered unused = read(BoardView.BOARD, Map.of(), Reader.ANYONE);
    }

    @Override
    public Rendered read(BoardView view, Map<String, List<String>> query, Reader reader) {
        requireCounted();
        Key key = new Key(view, new TreeMap<>(query), heldBack(reader), BoardChoices.studies(studies));
        long revision = store.revision();
        Supplier<Rendered> work = () -> render(view, new BoardQuery(key.query(), view.parameters()), key.heldBack());
        return view.mayBeUnfinished() ? answers.getOnce(revision, key, work) : answers.get(revision, key, work);
    }

    /** While a long log is being read nobody waits for it. */
    private void requireCounted() {
        service.counting().ifPresent(counting -> {
            throw new ApiException(
                    503,
                    "counting",
                    "The votes are being counted. Ask again in a few seconds; voting goes on meanwhile.",
                    Map.of("counted", counting.counted(), "votes", counting.votes()));
        });
    }

    @Override
    public String tag(BoardView view, Map<String, List<String>> query, Reader reader) {
        // A study that voters can know of is one more choice, though it moves no rating and so is in no revision.
        String words = service.version() + " " + view + " " + new TreeMap<>(query) + " " + heldBack(reader) + " "
                + BoardChoices.studies(studies);
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
    public LeaderboardRequest request(Map<String, List<String>> query) {
        requireCounted();
        return new BoardQuery(query, Set.of()).request(choices().known().with(BoardChoices.studies(studies)));
    }

    /** Keys of the studies that go on and reveal nothing. */
    private Set<String> heldBack(Reader reader) {
        Set<String> keys = new TreeSet<>();
        if (reader == Reader.ANYONE) {
            studies.list().stream()
                    .filter(study ->
                            study.state().takesVotes() && study.settings().reveal() == RevealRule.NEVER)
                    .forEach(study -> keys.add(study.key()));
        }
        return keys;
    }

    private Rendered render(BoardView view, BoardQuery query, Set<String> heldBack) {
        Set<String> offered = BoardChoices.studies(studies);
        offered.removeAll(heldBack);
        BoardChoices allowed = choices().with(offered);
        LeaderboardRequest asked = query.request(allowed.known());
        LeaderboardRequest request = asked.with(asked.filter().withHeldBack(heldBack));
        return switch (view) {
            case BOARD -> board(request, query, allowed);
            case PAIRS -> records(PairsView.of(service.evidence(request)));
            case HISTORY ->
                records(new History(service, request, name -> allowed.facts().getOrDefault(name, Map.of()))
                        .view(query.points()));
            case EFFECTS -> records(EffectsView.of(service, request));
            case TRUST -> records(checks.trust(request));
            case AGREEMENT -> records(checks.agreement(request));
        };
    }

    private static Rendered records(Object view) {
        return new Rendered(Json.MEDIA_TYPE, RecordJson.text(view));
    }

    private Rendered board(LeaderboardRequest request, BoardQuery query, BoardChoices allowed) {
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
        return new Rendered(
                format.mediaType(),
                BoardJson.text(
                        new BoardJson.Content(request, board, allowed.facts(), comparison),
                        json -> filters(json, allowed)));
    }

    private static void filters(JsonGenerator json, BoardChoices choices) throws IOException {
        json.writeFieldName("filters");
        json.writeRawValue(RecordJson.text(choices.filters()));
    }

    /** Made while nobody waits for anything else. */
    private BoardChoices choices() {
        return choices.get(
                store.revision(), BoardChoices.studies(studies), () -> BoardChoices.read(store, service, studies));
    }
}
