package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.leaderboard.LeaderboardRequest.CiMethod;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.InMemoryArenaStore;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A server's tables wait for one another, so one that would take minutes is refused before it is begun. */
class CostlyBoardsTest {
    private static final long SEED = 3;
    private static final int VOTES = 120;

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(SEED));

    private static LeaderboardRequest of(String method, CiMethod ci) {
        LeaderboardRequest usual = LeaderboardRequest.forDatabase();
        LeaderboardRequest.Inference asked = usual.inference();
        return usual.with(usual.fitting().withMethod(method).withPosition(PositionChoice.OFF))
                .with(new LeaderboardRequest.Inference(
                        ci,
                        asked.level(),
                        asked.cluster(),
                        asked.resamples(),
                        asked.seed(),
                        asked.rankMethod(),
                        asked.bootstrapKind()));
    }

    @Test
    void leaderboard_ofAMethodThatReadsTooManyVotesInOrder_isRefusedWithWhatToDo() {
        RandomLog log = new RandomLog(store, SEED).withPairsOnly();
        for (int step = 0; step < VOTES; step++) {
            log.grow();
        }
        // enough for every vote once, not for a thousand resamples of them
        LeaderboardService service = new LeaderboardService(store, "test", 10_000, LeaderboardFactory::leaderboard);

        assertThatThrownBy(() -> service.leaderboard(of("elo", CiMethod.AUTO)))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching(
                        "--method elo reads its votes one after another, 1,000 times over for the interval,"
                                + " which takes too long here with \\d+ votes\\. Filter them, .* or run 'arena rate' on a backup\\.");
        assertThat(service.leaderboard(of("elo", CiMethod.NONE)).rows()).isNotEmpty();
        assertThat(service.leaderboard(of("bradley-terry", CiMethod.BOOTSTRAP)).rows())
                .as("alike votes are drawn together, whatever their number")
                .isNotEmpty();
    }
}
