package dev.arena.core.battle;

import dev.arena.core.model.Study;

/** Which matchmaker draws in a study. */
@FunctionalInterface
public interface StudyMatchmakers {
    /** The matchmaker that the study's settings ask for; asked again when they change. */
    Matchmaker of(Study study);

    /** Uniform draws in every study. */
    static StudyMatchmakers uniform() {
        return study -> new UniformMatchmaker();
    }
}
