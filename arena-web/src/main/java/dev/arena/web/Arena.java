package dev.arena.web;

import dev.arena.core.battle.BattleRules;
import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.LogMatchmakerState;
import dev.arena.core.battle.LoggedStudyMatchmakers;
import dev.arena.core.battle.Matchmaker;
import dev.arena.core.battle.MatchmakerSettings;
import dev.arena.core.battle.MatchmakerType;
import dev.arena.core.battle.Matchmakers;
import dev.arena.core.battle.UniformMatchmaker;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.people.People;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyMembers;
import dev.arena.core.study.StudyService;
import dev.arena.web.api.ApiParts;
import dev.arena.web.api.ServerRules;
import dev.arena.web.api.StoreLeaderboards;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;

/** Puts the parts of a server together by hand. */
public final class Arena {
    private static final int RESPONSES_PER_BATTLE = 2;

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
        LogMatchmakerState.Refreshing refreshing =
                new LogMatchmakerState.Refreshing(Duration.ofSeconds(1), clock, ForkJoinPool.commonPool());
        BattleRules drawing = new BattleRules(
                matchmaker(store, refreshing, rules),
                RESPONSES_PER_BATTLE,
                new StudyService(store, clock),
                StudyMembers.nobody(),
                new LoggedStudyMatchmakers(store, refreshing));
        BattleService battles = new BattleService(store, drawing, leaderboards::ratingsThrough, clock, chance);
        People people = People.of(store, clock, chance);
        return new ApiParts(
                store,
                battles,
                new StoreLeaderboards(store, leaderboards),
                people,
                rules,
                clock,
                chance);
    }

    /** Uniform draws need no votes, so none are read for them. */
    private static Matchmaker matchmaker(
            ArenaStore store, LogMatchmakerState.Refreshing refreshing, ServerRules rules) {
        if (rules.matchmaker() == MatchmakerType.UNIFORM) {
            return new UniformMatchmaker();
        }
        return Matchmakers.of(
                MatchmakerSettings.of(rules.matchmaker()),
                new LogMatchmakerState(store, vote -> true, refreshing));
    }
}
