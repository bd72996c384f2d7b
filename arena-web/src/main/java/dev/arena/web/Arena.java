package dev.arena.web;

import dev.arena.core.battle.BattleRules;
import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.LogMatchmakerState;
import dev.arena.core.battle.LoggedStudyMatchmakers;
import dev.arena.core.battle.Matchmaker;
import dev.arena.core.battle.Matchmakers;
import dev.arena.core.battle.OwnBoards;
import dev.arena.core.board.BoardChecks;
import dev.arena.core.board.LeakSource;
import dev.arena.core.board.Snapshots;
import dev.arena.core.explore.Explorer;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leak.LeakCounts;
import dev.arena.core.model.Role;
import dev.arena.core.model.StudyState;
import dev.arena.core.people.People;
import dev.arena.core.quality.QualityService;
import dev.arena.core.quality.StoredMarks;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyMembers;
import dev.arena.core.study.StudyService;
import dev.arena.web.api.ApiParts;
import dev.arena.web.api.Looking;
import dev.arena.web.api.ServerRules;
import dev.arena.web.api.StoreLeaderboards;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
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
        return parts(store, version, clock, chance, ServerRules.STANDARD);
    }

    /**
     * The parts over a store.
     *
     * @param rules what the person who runs it decides
     */
    public static ApiParts parts(
            ArenaStore store, String version, InstantSource clock, RandomGenerator chance, ServerRules rules) {
        LeaderboardService leaderboards = new LeaderboardService(store, version);
        People people = People.of(store, clock, chance);
        StudyService studies = new StudyService(store, clock);
        StudyMembers members = (voter, study) -> people.roles().holds(voter, Role.VOTER, study);
        LogMatchmakerState.Refreshing refreshing =
                new LogMatchmakerState.Refreshing(Duration.ofSeconds(1), clock, ForkJoinPool.commonPool());
        BattleRules drawing = new BattleRules(
                matchmaker(store, refreshing, rules),
                rules.k(),
                studies,
                members,
                new LoggedStudyMatchmakers(store, refreshing));
        BattleService battles = new BattleService(store, drawing, leaderboards::ratingsThrough, clock, chance);
        BoardChecks checks = new BoardChecks(store, leaderboards, leaks(battles, studies, rules), oneThread());
        return new ApiParts(
                store,
                battles,
                new StoreLeaderboards(store, leaderboards, checks, studies),
                new Looking(
                        new Explorer(store, leaderboards),
                        new Snapshots(store, leaderboards, clock),
                        new OwnBoards(store, studies, version)),
                people,
                studies,
                new QualityService(store, new StoredMarks(store.studies())),
                rules,
                clock,
                chance);
    }

    /** How many responses tell who wrote them, where people vote; a draft is nobody's business. */
    private static LeakSource leaks(BattleService battles, StudyService studies, ServerRules rules) {
        return keys -> keys.isEmpty()
                ? Optional.of(battles).filter(unused -> rules.floor()).map(BattleService::leaks)
                : keys.stream()
                        .flatMap(key -> studies.find(key).stream())
                        .filter(study -> study.state() != StudyState.DRAFT)
                        .map(study -> battles.leaks(study))
                        .reduce(LeakCounts::plus);
    }

    /** Where draws need no votes, none are read for them. */
    private static Matchmaker matchmaker(
            ArenaStore store, LogMatchmakerState.Refreshing refreshing, ServerRules rules) {
        return Matchmakers.of(rules.matchmaker(), new LogMatchmakerState(store, vote -> true, refreshing));
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
