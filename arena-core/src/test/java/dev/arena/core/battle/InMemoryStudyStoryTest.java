package dev.arena.core.battle;

import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import java.util.SplittableRandom;

class InMemoryStudyStoryTest extends StudyStory {
    @Override
    ArenaStore newStore() {
        return new InMemoryArenaStore(new SplittableRandom(5));
    }
}
