package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.people.People;
import dev.arena.core.store.ArenaStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a server serves.
 *
 * @param chance secrets and tokens are drawn from it; must be safe for use by many threads
 */
public record ApiParts(
        ArenaStore store,
        BattleService battles,
        LeaderboardSource leaderboards,
        People people,
        ServerRules rules,
        InstantSource clock,
        RandomGenerator chance) {
    /** The same under other rules. */
    public ApiParts with(ServerRules other) {
        return new ApiParts(store, battles, leaderboards, people, other, clock, chance);
    }
}
