package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Study;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.study.StudyService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class LogMatchmakerStateTest {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final List<ContestantId> THREE =
            List.of(new ContestantId(1), new ContestantId(2), new ContestantId(3));

    private Instant now = START;

    private LogMatchmakerState state(ArenaStore store, Executor executor) {
        InstantSource clock = () -> now;
        return new LogMatchmakerState(
                store, vote -> true, new LogMatchmakerState.Refreshing(Duration.ofSeconds(1), clock, executor));
    }

    private static void vote(ArenaStore store, int votes) {
        BattleService battles = new BattleService(
                store,
                new UniformMatchmaker(),
                (row, contestants) -> Map.of(),
                InstantSource.fixed(START),
                new Random(store.revision()));
        JudgeId voter = store.judges()
                .put(new JudgeDraft(JudgeKind.HUMAN, "v" + store.revision(), ""))
                .id();
        for (int i = 0; i < votes; i++) {
            var unused = battles.vote(
                    voter,
                    battles.next(voter).orElseThrow().token(),
                    "k" + i,
                    new VoteRequest("first", null, null, null, null));
        }
    }

    @Test
    void standing_followsTheLogAtMostOnceAnInterval() {
        try (InMemoryArenaStore store = Catalogs.store(5, 3)) {
            LogMatchmakerState state = state(store, Runnable::run);
            vote(store, 4);

            MatchmakerStanding first = state.standing(THREE);
            vote(store, 3);
            MatchmakerStanding soon = state.standing(THREE);
            now = START.plusSeconds(1);
            MatchmakerStanding later = state.standing(THREE);
            now = START.plusSeconds(2);
            MatchmakerStanding unchanged = state.standing(THREE);

            assertThat(first.total()).isEqualTo(4);
            assertThat(soon).isSameAs(first);
            assertThat(later.total()).isEqualTo(7);
            assertThat(later.battles(0) + later.battles(1) + later.battles(2)).isEqualTo(14);
            assertThat(later.strength(0) + later.strength(1) + later.strength(2))
                    .isCloseTo(0, within(1e-9));
            assertThat(unchanged).isSameAs(later);
        }
    }

    @Test
    void standing_whileTheWorkWaits_isTheOneBeforeAndWaitsForNobody() {
        try (InMemoryArenaStore store = Catalogs.store(5, 3)) {
            List<Runnable> waiting = new ArrayList<>();
            LogMatchmakerState state = state(store, waiting::add);
            vote(store, 4);

            assertThat(state.standing(THREE).total()).isZero();
            assertThat(state.standing(THREE)).isSameAs(state.standing(THREE));
            assertThat(waiting).as("one piece of work at a time").hasSize(1);
            waiting.remove(0).run();

            assertThat(state.standing(THREE).total()).isEqualTo(4);
        }
    }

    @Test
    void standing_whereTheStoreFails_goesOnWithWhatItKnew() {
        InMemoryArenaStore store = Catalogs.store(5, 3);
        LogMatchmakerState state = state(store, Runnable::run);
        vote(store, 2);
        MatchmakerStanding before = state.standing(THREE);
        store.close();
        now = START.plusSeconds(5);

        assertThat(state.standing(THREE)).isSameAs(before);
    }

    /** A table that is made anew, since the catalog or the settings changed, asks for its matchmaker again. */
    @Test
    void of_theSameStudyAgain_readsNoVoteTwice() {
        try (InMemoryArenaStore store = Catalogs.store(5, 3)) {
            List<Runnable> waiting = new ArrayList<>();
            LoggedStudyMatchmakers matchmakers = new LoggedStudyMatchmakers(
                    store, new LogMatchmakerState.Refreshing(Duration.ofSeconds(1), () -> now, waiting::add));
            StudyService studies = new StudyService(store, () -> now);
            Study study = studies.create(StudyFloor.settings("s", "matchmaker: {type: information}"));
            Study other = studies.create(StudyFloor.settings("t", "matchmaker: {type: information}"));
            CandidateIndex index = CandidateIndex.read(store.catalog(), 2);
            var first = matchmakers.of(study).pick(index, new SeenMatchups(index), new Random(1));
            assertThat(waiting).hasSize(1);
            waiting.remove(0).run();

            var again = matchmakers.of(study).pick(index, new SeenMatchups(index), new Random(1));
            assertThat(waiting).isEmpty();
            var another = matchmakers.of(other).pick(index, new SeenMatchups(index), new Random(1));
            assertThat(waiting).as("another study has votes of its own").hasSize(1);

            assertThat(first).isPresent();
            assertThat(again).isPresent();
            assertThat(another).isPresent();
        }
    }
}
