package dev.arena.core.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Snapshot;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.testing.VotedArena;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(5));
    private final VotedArena arena = new VotedArena(store);
    private final Snapshots snapshots =
            new Snapshots(store, new LeaderboardService(store, "test"), InstantSource.fixed(VotedArena.NOON));
    private final LeaderboardRequest request = LeaderboardRequest.forDatabase()
            .with(LeaderboardRequest.forDatabase().fitting().withMethod("elo"));

    @BeforeEach
    void votes() {
        arena.contestant("a", Map.of("license", "MIT", "price_input", "2.5"));
        arena.prompt("p", "facts", "a", "b");
        arena.vote(arena.judge(JudgeKind.HUMAN, "one"), "p", Verdict.first(), "a", "b");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void create_freezesTheBoard_underTheHashOfItsBytes() {
        Snapshot made = snapshots.create(request, "for the paper").snapshot();

        assertThat(made.id()).isEqualTo(made.sha256().substring(0, 16));
        assertThat(made.isWhole()).isTrue();
        assertThat(made.query()).isEqualTo("method=elo");
        assertThat(made.revision()).isEqualTo(store.revision());
        assertThat(made.body())
                .startsWith("{\"method\":\"elo\"")
                .contains("\"license\":\"MIT\"", "\"price_input_value\":2.5", "\"preliminary\":true")
                .contains("\"votes_sha256\":\"" + made.votesSha256() + "\"")
                .contains("\"query\":\"method=elo\"");
    }

    @Test
    void find_afterMoreVotes_isTheSameBytes() {
        Snapshot made = snapshots.create(request, "").snapshot();
        Judge two = arena.judge(JudgeKind.HUMAN, "two");
        arena.vote(two, "p", Verdict.second(), "a", "b");

        assertThat(snapshots.find(made.id())).contains(made);
        assertThat(snapshots.create(request, "").snapshot().id()).isNotEqualTo(made.id());
        assertThat(snapshots.list()).extracting(Snapshots.Head::voteCount).containsExactlyInAnyOrder(1L, 2L);
        assertThat(snapshots.list())
                .filteredOn(head -> head.id().equals(made.id()))
                .singleElement()
                .satisfies(head -> {
                    assertThat(head.method()).isEqualTo(request.fitting().method());
                    assertThat(head.votesSha256()).isEqualTo(made.votesSha256());
                    assertThat(head.simulated()).isFalse();
                });
    }

    @Test
    void create_ofAnEqualBoard_isTheOldOne() {
        Snapshot made = snapshots.create(request, "first").snapshot();
        Snapshots.Made again = snapshots.create(request, "second");

        assertThat(again.fresh()).isFalse();
        assertThat(again.snapshot()).isEqualTo(made);
    }

    @Test
    void create_withALongNote_isRefused() {
        assertThatThrownBy(() -> snapshots.create(request, "x".repeat(501)))
                .isInstanceOf(UsageException.class)
                .hasMessage("field 'note' is '501 characters'; allowed: at most 500 characters.");
    }

    @Test
    void isWhole_ofAChangedBody_isNot() {
        Snapshot made = snapshots.create(request, "").snapshot();
        Snapshot changed = new Snapshot(
                made.id(),
                made.query(),
                made.note(),
                made.body().replace("MIT", "GPL"),
                made.sha256(),
                made.revision(),
                made.votesSha256(),
                made.createdAt());

        assertThat(changed.isWhole()).isFalse();
    }
}
