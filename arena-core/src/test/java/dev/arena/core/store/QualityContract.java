package dev.arena.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.model.VoterDecision.Action;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions on voters. */
abstract class QualityContract extends RoleContract {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123Z");

    private JudgeId voter(String name) {
        return store.judges().put(new JudgeDraft(JudgeKind.HUMAN, name, "")).id();
    }

    @Test
    void append_decisions_areListedOldestFirstAndMoveTheRevision() {
        long before = store.revision();
        StudyId study = store.studies().create("one", "{}", NOW).id();
        VoterDecision first =
                new VoterDecision(voter("a"), null, Action.EXCLUDE, 0, "gold", "{\"right\":1}", "rules", NOW);
        VoterDecision second =
                new VoterDecision(voter("b"), study, Action.WEIGHT, 0.25, "careless", "{}", "admin", NOW);
        VoterDecision third = new VoterDecision(voter("a"), null, Action.RESTORE, 1, "mistake", "{}", "admin", NOW);

        store.quality().append(List.of(first, second));
        long between = store.revision();
        store.quality().append(List.of(third));

        assertThat(store.quality().listDecisions()).containsExactly(first, second, third);
        assertThat(between).isGreaterThan(before);
        assertThat(store.revision()).isGreaterThan(between);
    }

    @Test
    void append_unknownVoterAmongSeveral_storesNone() {
        VoterDecision known = new VoterDecision(voter("a"), null, Action.EXCLUDE, 0, "gold", "{}", "rules", NOW);
        VoterDecision unknown = new VoterDecision(new JudgeId(99), null, Action.EXCLUDE, 0, "gold", "{}", "rules", NOW);
        long before = store.revision();

        assertThatThrownBy(() -> store.quality().append(List.of(known, unknown)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("judge 99 is not stored");

        assertThat(store.quality().listDecisions()).isEmpty();
        assertThat(store.revision()).isEqualTo(before);
    }

    @Test
    void decision_thatDoesNotFit_isRefused() {
        JudgeId voter = voter("a");

        assertThatThrownBy(() -> new VoterDecision(voter, null, Action.WEIGHT, 0, "gold", "{}", "a", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("weight 0.0 does not fit action weight");
        assertThatThrownBy(() -> new VoterDecision(voter, null, Action.EXCLUDE, 0, "Too slow!", "{}", "a", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("reason 'Too slow!' is not allowed");
    }
}
