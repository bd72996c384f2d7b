package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.people.People;
import dev.arena.core.quality.QualityService;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
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
        Looking looking,
        People people,
        StudyService studies,
        QualityService quality,
        ServerRules rules,
        InstantSource clock,
        RandomGenerator chance) {
    /** The same under other rules. */
    public ApiParts with(ServerRules other) {
        return new ApiParts(store, battles, leaderboards, looking, people, studies, quality, other, clock, chance);
    }
}
