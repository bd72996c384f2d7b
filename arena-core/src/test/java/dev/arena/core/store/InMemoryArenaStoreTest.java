package dev.arena.core.store;

import java.util.SplittableRandom;

class InMemoryArenaStoreTest extends ArenaStoreContract {
    @Override
    protected ArenaStore newStore() {
        return new InMemoryArenaStore(new SplittableRandom(5));
    }
}
