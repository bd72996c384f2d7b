package dev.arena.core.tournament;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a run has stored already: its battles by key, and where each judge stands with each of them. */
final class RunState {
    private final Map<String, BattleId> battles = new ConcurrentHashMap<>();
    private final Map<JudgeId, Map<BattleId, Standing>> standings = new HashMap<>();

    /**
     * A judge's votes on one battle.
     *
     * @param votes how many were cast, superseded ones included
     * @param abstained why the current one is an abstention; null where it decides
     */
    record Standing(int votes, @Nullable AbstentionReason abstained) {
        static final Standing NONE = new Standing(0, null);
    }

    private RunState() {}

    static RunState load(ArenaStore store, RunId run) {
        RunState state = new RunState();
        for (Battle battle : store.battles().listOfRun(run)) {
            String key = battle.draft().origin().key();
            if (key != null) {
                state.battles.put(key, battle.id());
            }
        }
        if (!state.battles.isEmpty()) {
            store.votes().scan(new VoteId(0), cast -> state.add(run, cast));
        }
        return state;
    }

    private void add(RunId run, CastVote cast) {
        if (!run.equals(cast.battle().draft().origin().run())) {
            return;
        }
        AbstentionReason reason =
                cast.vote().verdict() instanceof Verdict.Abstention abstention ? abstention.reason() : null;
        Map<BattleId, Standing> ofJudge = standings.computeIfAbsent(cast.judge().id(), id -> new HashMap<>());
        int votes = ofJudge.getOrDefault(cast.battle().id(), Standing.NONE).votes();
        ofJudge.put(cast.battle().id(), new Standing(votes + 1, reason));
    }

    /** The stored battle of that key. */
    Optional<BattleId> battle(String key) {
        return Optional.ofNullable(battles.get(key));
    }

    /** Remembers a battle that was stored since. */
    void opened(String key, BattleId id) {
        battles.put(key, id);
    }

    /** Where a judge stands with a battle. */
    Standing standing(JudgeId judge, String key) {
        return battle(key)
                .map(id -> standings.getOrDefault(judge, Map.of()).getOrDefault(id, Standing.NONE))
                .orElse(Standing.NONE);
    }
}
