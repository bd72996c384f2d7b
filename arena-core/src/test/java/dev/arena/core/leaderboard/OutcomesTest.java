package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final Outcomes DEFAULT = new Outcomes(TieRule.HALF, BothBadRule.TIE);

    @Test
    void score_everyKindOfVerdict_isDecidedHere() {
        assertThat(DEFAULT.score(Verdict.first())).contains(1.0);
        assertThat(DEFAULT.score(Verdict.second())).contains(0.0);
        assertThat(DEFAULT.score(Verdict.tie())).contains(0.5);
        assertThat(DEFAULT.score(Verdict.bothBad())).contains(0.5);
        assertThat(DEFAULT.score(new Verdict.Preference(0.73))).contains(0.73);
    }

    @Test
    void score_abstention_isNoEvidence() {
        for (AbstentionReason reason : AbstentionReason.values()) {
            assertThat(DEFAULT.score(Verdict.abstain(reason, null))).isEmpty();
            assertThat(DEFAULT.ranks(Verdict.abstain(reason, null), 4)).isEmpty();
        }
    }

    @Test
    void score_tiesDropped_dropsTiesAndBothBadsAndEvenPreferences() {
        Outcomes dropping = new Outcomes(TieRule.DROP, BothBadRule.TIE);

        assertThat(dropping.score(Verdict.tie())).isEmpty();
        assertThat(dropping.score(Verdict.bothBad())).isEmpty();
        assertThat(dropping.score(new Verdict.Preference(0.5))).isEmpty();
        assertThat(dropping.score(Verdict.first())).contains(1.0);
    }

    @Test
    void score_bothBadDropped_keepsTies() {
        Outcomes dropping = new Outcomes(TieRule.HALF, BothBadRule.DROP);

        assertThat(dropping.score(Verdict.bothBad())).isEmpty();
        assertThat(dropping.score(Verdict.tie())).contains(0.5);
    }

    @Test
    void ranks_bothBadOfFour_tiesAll() {
        assertThat(DEFAULT.ranks(Verdict.bothBad(), 4)).contains(List.of(1, 1, 1, 1));
    }

    @Test
    void bestOnly_oneRankedPosition_isRecognised() {
        assertThat(Outcomes.bestOnly(new Verdict.Ranking(List.of(0, 1, 0, 0), null)))
                .isTrue();
        assertThat(Outcomes.bestOnly(new Verdict.Ranking(List.of(2, 1, 0, 0), null)))
                .isFalse();
    }

    @Test
    void score_ofTwoPositions_isThatOfTheirPair() {
        Verdict some = new Verdict.Ranking(List.of(1, 2, 2, 0), null);
        Verdict best = new Verdict.Ranking(List.of(0, 1, 0, 0), null);

        assertThat(DEFAULT.score(some, 0, 1)).hasValue(1);
        assertThat(DEFAULT.score(some, 2, 0)).hasValue(0);
        assertThat(DEFAULT.score(some, 1, 2)).hasValue(0.5);
        assertThat(new Outcomes(TieRule.DROP, BothBadRule.TIE).score(some, 1, 2))
                .isEmpty();
        assertThat(DEFAULT.score(some, 0, 3)).as("who was not ranked").isEmpty();
        assertThat(DEFAULT.score(best, 1, 3)).hasValue(1);
        assertThat(DEFAULT.score(best, 0, 1)).hasValue(0);
        assertThat(DEFAULT.score(best, 0, 3)).isEmpty();
        assertThat(DEFAULT.score(new Verdict.Preference(0.8), 0, 1)).hasValue(0.8);
        assertThat(DEFAULT.score(new Verdict.Preference(0.75), 1, 0)).hasValue(0.25);
        assertThat(DEFAULT.score(Verdict.bothBad(), 3, 1)).hasValue(0.5);
        assertThat(new Outcomes(TieRule.HALF, BothBadRule.DROP).score(Verdict.bothBad(), 3, 1))
                .isEmpty();
        assertThat(DEFAULT.score(Verdict.abstain(AbstentionReason.SKIPPED, null), 0, 1))
                .isEmpty();
    }
}
