package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.Battle;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyException;
import dev.arena.core.study.StudyException.Kind;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two voters on a floor over some store; what stories about studies share. */
abstract class StudyStage {
    static final VoteRequest SKIP = new VoteRequest("skip", null, null, null, null);

    ArenaStore store;
    StudyFloor floor;
    JudgeId ann;
    JudgeId bob;

    /** A new empty store. */
    abstract ArenaStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
        floor = new StudyFloor(store, 2026);
        ann = floor.voter("ann");
        bob = floor.voter("bob");
    }

    @AfterEach
    void close() {
        store.close();
    }

    static void assertRefused(ThrowingCallable call, Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StudyException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    static void assertRefused(ThrowingCallable call, BattleException.Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BattleException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    static StudyPart part(Battle battle) {
        return Objects.requireNonNull(battle.draft().origin().part());
    }
}
