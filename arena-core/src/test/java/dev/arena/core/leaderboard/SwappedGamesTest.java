package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.leaderboard.LeaderboardRequest.CiMethod;
import dev.arena.core.leaderboard.LeaderboardRequest.Inference;
import dev.arena.core.leaderboard.LeaderboardRequest.RankMethod;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.uncertainty.BootstrapKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The games of one matchup are one cluster: judging the same in more orders or more often makes no interval shorter (ratings.md 17,
 * test 4). Where clusters hold several games their number G comes with the factor G / (G − 1).
 */
class SwappedGamesTest {
    private static final RatingSource SOURCE = new RatingSource("votes.jsonl", null, "test", List.of());
    private static final List<String> MODELS = List.of("A", "B", "C");
    private static final long SEED = 5;
    private static final double SAME = 1e-9;
    private static final int MATCHUPS = 60;
    private static final double FACTOR = Math.sqrt(MATCHUPS / (MATCHUPS - 1.0));

    /** Rankings of as many contestants, each matchup in so many rotations, each so often. */
    private static Leaderboard board(int k, int rotations, int repeats, ClusterBy cluster) {
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int prompt = 0; prompt < MATCHUPS; prompt++) {
            List<String> best = new ArrayList<>(MODELS);
            Collections.shuffle(best, new Random(random.nextLong()));
            List<String> shown =
                    new ArrayList<>(best.subList(0, k).stream().sorted().toList());
            for (int rotation = 0; rotation < rotations; rotation++) {
                for (int repeat = 0; repeat < repeats; repeat++) {
                    table.add(vote("p" + prompt, List.copyOf(shown), best));
                }
                Collections.rotate(shown, 1);
            }
        }
        LeaderboardRequest request = LeaderboardRequest.forFiles()
                .with(LeaderboardRequest.forFiles().fitting().withMethod(k == 2 ? "bt" : "pl"))
                .with(new Inference(
                        CiMethod.AUTO, 0.95, cluster, 1000, 42, RankMethod.DIFFERENCE, BootstrapKind.MULTINOMIAL));
        return JuryBoards.boards(VotePool.of(table, Map.of(), SOURCE), request, "")
                .get(0);
    }

    private static RatedVote vote(String prompt, List<String> shown, List<String> best) {
        List<String> ranked = best.stream().filter(shown::contains).toList();
        List<Integer> ranks =
                shown.stream().map(model -> 1 + ranked.indexOf(model)).toList();
        RatedVote.Context said = new RatedVote.Context("m", JudgeKind.LLM, prompt, 0, null, null, null, null);
        return new RatedVote(shown, new Verdict.Ranking(ranks, null), 1, 1, true, said, null);
    }

    private static double error(Leaderboard board) {
        return Objects.requireNonNull(board.rows().get(0).stdError());
    }

    @Test
    void leaderboard_bothOrdersAndRepeats_leaveTheErrorOfOneGame() {
        double once = error(board(2, 1, 1, ClusterBy.MATCHUP));

        assertThat(error(board(2, 2, 1, ClusterBy.MATCHUP))).isEqualTo(once * FACTOR, within(SAME * once));
        assertThat(error(board(2, 2, 3, ClusterBy.MATCHUP))).isEqualTo(once * FACTOR, within(SAME * once));
        assertThat(error(board(2, 2, 3, ClusterBy.NONE))).isEqualTo(once / Math.sqrt(6), within(SAME * once));
    }

    @Test
    void leaderboard_rotationsOfThree_leaveTheErrorOfOneRanking() {
        double once = error(board(3, 1, 1, ClusterBy.MATCHUP));

        assertThat(error(board(3, 3, 1, ClusterBy.MATCHUP))).isEqualTo(once * FACTOR, within(SAME * once));
        assertThat(error(board(3, 3, 2, ClusterBy.MATCHUP))).isEqualTo(once * FACTOR, within(SAME * once));
        assertThat(error(board(3, 3, 1, ClusterBy.NONE))).isEqualTo(once / Math.sqrt(3), within(SAME * once));
    }
}
