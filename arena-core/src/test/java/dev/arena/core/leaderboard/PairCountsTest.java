package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairCountsTest {
    private static final RatedVote.Context JUDGE =
            new RatedVote.Context("big", JudgeKind.LLM, "p", 0, null, null, null, null);

    @Test
    void first_ofVotesInAnUnknownOrder_countsOnlyTheKnownOnes() {
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
        table.add(new RatedVote(List.of("a", "b"), Verdict.first(), 3, 1, true, JUDGE, null));
        table.add(new RatedVote(List.of("a", "b"), Verdict.first(), 5, 1, false, JUDGE, null));
        table.add(new RatedVote(List.of("b", "a"), Verdict.bothBad(), 7, 1, false, JUDGE, null));
        table.add(new RatedVote(List.of("b", "a"), Verdict.bothBad(), 2, 1, true, JUDGE, null));
        RatingSource source = new RatingSource("votes.csv", null, "test", List.of());
        Selection all = VotePool.of(table, Map.of(), source).select(VoteFilter.ALL);

        PairCounts counts = PairCounts.of(new VoteSet(all, List.of()));

        assertThat(counts.first(0, 1)).isEqualTo(3);
        assertThat(counts.first(1, 0)).isEqualTo(2);
        assertThat(counts.wins(0, 1)).isEqualTo(8);
        assertThat(counts.bothBad(0, 1)).isEqualTo(9);
        assertThat(counts.games(0, 1)).isEqualTo(17);
    }
}
