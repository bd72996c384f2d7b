package dev.arena.web;

import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.UniformMatchmaker;
import dev.arena.core.board.BoardChecks;
import dev.arena.core.board.Snapshots;
import dev.arena.core.explore.Explorer;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.people.People;
import dev.arena.core.store.ArenaStore;
import dev.arena.web.api.ApiParts;
import dev.arena.web.api.Looking;
import dev.arena.web.api.ServerRules;
import dev.arena.web.api.StoreLeaderboards;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Puts the parts of a server together by hand. */
public final class Arena {
    private static final long IDLE_S = 30;

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
        BoardChecks checks = new BoardChecks(store, leaderboards, oneThread());
        return new ApiParts(
                store,
                battles,
                new StoreLeaderboards(store, leaderboards, checks),
                new Looking(new Explorer(store, leaderboards), new Snapshots(store, leaderboards, clock)),
                people,
                ServerRules.STANDARD,
                clock,
                chance);
    }

    /** A thread for what takes long, which is gone while there is nothing to do. */
    private static Executor oneThread() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, IDLE_S, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "board-checks");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
