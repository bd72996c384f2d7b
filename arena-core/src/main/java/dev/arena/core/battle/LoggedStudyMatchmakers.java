package dev.arena.core.battle;

import dev.arena.core.leaderboard.StudyOfBattles;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings;
import dev.arena.core.store.ArenaStore;

/** The matchmaker that each study asks for, over the votes of that study alone. */
public final class LoggedStudyMatchmakers implements StudyMatchmakers {
    private final ArenaStore store;
    private final LogMatchmakerState.Refreshing refreshing;
    private final StudyOfBattles studies;

    /** The matchmakers of a store's studies. */
    public LoggedStudyMatchmakers(ArenaStore store, LogMatchmakerState.Refreshing refreshing) {
        this.store = store;
        this.refreshing = refreshing;
        this.studies = new StudyOfBattles(store.studies());
    }

    @Override
    public Matchmaker of(Study study) {
        StudySettings.Matchmaking wanted = study.settings().matchmaker();
        MatchmakerType type = MatchmakerType.of(wanted.type())
                .orElseThrow(() -> new IllegalStateException(
                        "study " + study.key() + " names the matchmaker '" + wanted.type() + "', which there is not"));
        return Matchmakers.of(
                new MatchmakerSettings(type, wanted.explore(), wanted.coverage(), wanted.newcomers()),
                new LogMatchmakerState(store, cast -> study.id().equals(studies.of(cast.battle())), refreshing));
    }
}
