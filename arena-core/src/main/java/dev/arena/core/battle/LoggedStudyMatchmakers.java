package dev.arena.core.battle;

import dev.arena.core.leaderboard.StudyOfBattles;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudySettings;
import dev.arena.core.store.ArenaStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The matchmaker that each study asks for, over the votes of that study alone. What votes say is kept for each study, so that the log is
 * not read again when its settings or the catalog change. Safe for use by many threads.
 */
public final class LoggedStudyMatchmakers implements StudyMatchmakers {
    private final ArenaStore store;
    private final LogMatchmakerState.Refreshing refreshing;
    private final StudyOfBattles studies;
    private final Map<StudyId, LogMatchmakerState> states = new ConcurrentHashMap<>();

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
                states.computeIfAbsent(
                        study.id(),
                        id -> new LogMatchmakerState(store, cast -> id.equals(studies.of(cast.battle())), refreshing)));
    }
}
