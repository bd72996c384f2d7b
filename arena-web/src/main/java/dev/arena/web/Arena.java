package dev.arena.web;

import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.UniformMatchmaker;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.people.People;
import dev.arena.core.store.ArenaStore;
import dev.arena.web.api.ApiParts;
import dev.arena.web.api.ServerRules;
import dev.arena.web.api.StoreLeaderboards;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the parts of a server together by hand. */
public final class Arena {
    private Arena() {}

    /**
     * The parts over a store, under the standard rules.
     *
     * @param version of the program, for the provenance of tables
     * @param chance secrets, tokens and seeds are drawn from it; must be safe for use by many threads
     */
    public static ApiParts parts(ArenaStore store, String version, InstantSource clock, RandomGenerator chance) {
        LeaderboardService leaderboards = new LeaderboardService(store, version);
        BattleService battles =
                new BattleService(store, new UniformMatchmaker(), leaderboards::ratingsThrough, clock, chance);
        People people = People.of(store, clock, chance);
        return new ApiParts(
                store,
                battles,
                new StoreLeaderboards(store, leaderboards),
                people,
                ServerRules.STANDARD,
                clock,
                chance);
    }
}
