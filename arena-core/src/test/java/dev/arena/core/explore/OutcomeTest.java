package dev.arena.core.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final String NAMES = "abcd";

    private static Outcome outcome(Integer... ranks) {
        List<Seat> seats = new ArrayList<>();
        for (int k = 1; k <= ranks.length; k++) {
            seats.add(new Seat(new ContestantId(k), null));
        }
        BattleDraft draft = new BattleDraft(
                "token", null, seats, null, null, BattleOrigin.imported("k"), BattleTags.NONE, Instant.EPOCH);
        Verdict verdict = new Verdict.Ranking(List.of(ranks), null);
        return Outcome.of(
                verdict,
                new Battle(new BattleId(1), draft),
                id -> NAMES.substring((int) id.value() - 1, (int) id.value()));
    }

    private static List<Double> scores(Outcome outcome) {
        List<Double> scores = new ArrayList<>();
        for (int k = 1; k <= 4; k++) {
            scores.add(outcome.score(new ContestantId(k)));
        }
        return scores;
    }

    @Test
    void of_theBestAloneNamed_saysNothingOfTheOthersAmongThemselves() {
        Outcome best = outcome(0, 1, 0, 0);

        assertThat(best.text()).isEqualTo("b");
        assertThat(best.kind()).isEqualTo(Outcome.Kind.DECIDED);
        assertThat(scores(best)).containsExactly(0.0, 1.0, 0.0, 0.0);
        assertThat(best.won(new ContestantId(2))).isTrue();
        assertThat(best.lost(new ContestantId(4))).isTrue();
    }

    @Test
    void of_aRankingWithTiesBehindTheBest_creditsThem() {
        Outcome ranked = outcome(2, 1, 2, 2);

        assertThat(ranked.text()).isEqualTo("b > a = c = d");
        assertThat(scores(ranked)).containsExactly(1.0 / 3, 1.0, 1.0 / 3, 1.0 / 3);
        assertThat(ranked).isNotEqualTo(outcome(0, 1, 0, 0));
    }

    @Test
    void of_theBetterOfTwo_isItsName() {
        assertThat(outcome(1, 2).text()).isEqualTo("a");
        assertThat(outcome(1, 1).text()).isEqualTo("tie");
    }
}
