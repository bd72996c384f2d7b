package dev.arena.core.battle;

import dev.arena.core.leak.LeakPolicy;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyVersion;

/** What a study does about responses that tell who wrote them. */
final class StudyLeaks {
    private StudyLeaks() {}

    static LeakPolicy policy(StudyVersion study) {
        StudySettings.Leaks leaks = study.settings().leaks();
        return LeakPolicy.of(leaks.action(), leaks.words(), leaks.aliases());
    }
}
