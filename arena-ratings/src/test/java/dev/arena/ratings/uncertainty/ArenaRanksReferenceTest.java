package dev.arena.ratings.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.RatingResult;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import dev.arena.ratings.testing.ArenaBoard;
import dev.arena.ratings.testing.ReferenceData;
import org.junit.jupiter.api.Test;

/** Rank sets of the board of 129 models: how many ranks each rule leaves open on average. */
@ReferenceData.Required
class ArenaRanksReferenceTest {
    private final RatingResult result =
            BradleyTerry.withDefaults().rate(ArenaBoard.read().evidence());

    @Test
    void of_arenaRule_leavesTheKnownWidth() {
        assertThat(meanWidth(RankMethod.ARENA)).isEqualTo(6.98, within(0.005));
    }

    @Test
    void of_differences_leavesTheKnownWidth() {
        assertThat(meanWidth(RankMethod.DIFFERENCE)).isEqualTo(8.53, within(0.12));
    }

    @Test
    void of_simultaneous_leavesTheKnownWidthAtTheKnownCriticalValue() {
        RankSets sets = RankSets.of(result, RankOptions.of(RankMethod.SIMULTANEOUS));

        assertThat(sets.of(0).criticalValue().orElseThrow()).isEqualTo(4.305, within(0.03));
        assertThat(meanWidth(RankMethod.SIMULTANEOUS)).isEqualTo(11.30, within(0.15));
    }

    private double meanWidth(RankMethod method) {
        return RankSets.of(result, RankOptions.of(method)).sets().stream()
                .mapToInt(set -> set.worst().orElseThrow() - set.best().orElseThrow())
                .average()
                .orElseThrow();
    }
}
