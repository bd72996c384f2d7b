package dev.arena.core.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.board.HistoryView.Change;
import dev.arena.core.board.HistoryView.Cut;
import dev.arena.core.board.HistoryView.Line;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.testing.VotedArena;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(2));
    private final LeaderboardService service = new LeaderboardService(store, "test");
    private final LeaderboardRequest usual = LeaderboardRequest.forDatabase();

    /** First a leads, then c enters and beats both; b has retired. */
    @BeforeEach
    void votes() {
        VotedArena arena = new VotedArena(store);
        arena.contestant("b", Map.of(History.RETIRED, "2026-11-23"));
        for (int p = 0; p < 30; p++) {
            arena.prompt("p" + p, "facts", "a", "b", "c");
        }
        for (int p = 0; p < 30; p++) {
            game(arena, p, p % 5 != 0, "a", "b");
        }
        for (int p = 0; p < 30; p++) {
            game(arena, p, p % 6 != 0, "c", p % 2 == 0 ? "a" : "b");
        }
    }

    /** One vote; in two of four games the stronger one stands second, so that no position has an advantage. */
    private static void game(VotedArena arena, int p, boolean wins, String strong, String weak) {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        boolean first = p % 4 < 2;
        arena.vote(
                judge,
                "p" + p,
                wins == first ? Verdict.first() : Verdict.second(),
                first ? strong : weak,
                first ? weak : strong);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private HistoryView view(int points) {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        for (Contestant contestant : store.catalog().listContestants()) {
            facts.put(contestant.name(), contestant.facts());
        }
        return new History(service, usual, name -> facts.getOrDefault(name, Map.of())).view(points);
    }

    private static Line line(HistoryView view, String name) {
        return view.models().stream()
                .filter(line -> line.modelName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void view_lastCut_isTheBoardNow() {
        HistoryView view = view(6);
        Leaderboard now = service.leaderboard(usual);

        assertThat(view.cuts()).hasSize(6);
        assertThat(view.cuts().get(5).voteCount()).isEqualTo(60);
        for (LeaderboardRow row : now.rows()) {
            HistoryView.Point point = line(view, row.modelName()).points().get(5);
            assertThat(point.rating()).isEqualTo(row.rating());
            assertThat(point.ratingLower()).isEqualTo(row.ratingLower());
            assertThat(point.rankUpper()).isEqualTo(row.rankUpper());
        }
    }

    @Test
    void view_earlierCut_isTheBoardOfTheVotesBefore() {
        HistoryView view = view(6);
        Cut second = view.cuts().get(1);
        Leaderboard then = service.leaderboard(
                usual.with(usual.filter().withUntil(Instant.parse(second.at()).toEpochMilli())));

        assertThat(second.voteCount()).isEqualTo(then.voteCount()).isBetween(15L, 25L);
        assertThat(second.leader()).isEqualTo("a");
        assertThat(line(view, "a").points().get(1).rating())
                .isEqualTo(then.rows().get(0).rating());
        assertThat(line(view, "c").points().get(1)).isNull();
        assertThat(line(view, "b").retired()).isTrue();
    }

    @Test
    void view_changelog_tellsEntriesAndWhoLeads() {
        HistoryView view = view(12);

        assertThat(view.changelog())
                .filteredOn(change -> change.event().equals("entered"))
                .extracting(Change::modelName)
                .containsExactly("a", "b", "c");
        assertThat(view.changelog())
                .filteredOn(change -> change.event().equals("first_place"))
                .extracting(change -> change.before() + " to " + change.modelName())
                .containsExactly("null to a", "a to c");
        assertThat(view.changelog()).contains(new Change("2026-11-23T00:00:00Z", "retired", "b", null));
        assertThat(line(view, "c").firstVoteAt())
                .isEqualTo(VotedArena.NOON.plusSeconds(31 * 60L).toString());
    }

    @Test
    void view_oneMoment_isToday() {
        assertThat(view(1).cuts()).hasSize(1);
    }

    @Test
    void view_withoutVotes_isEmpty() {
        InMemoryArenaStore empty = new InMemoryArenaStore(new Random(3));
        HistoryView view = new History(new LeaderboardService(empty, "test"), usual, name -> Map.of()).view(4);

        assertThat(view.cuts()).isEmpty();
        assertThat(view.models()).isEmpty();
        assertThat(view.changelog()).isEmpty();
    }
}
