package dev.arena.core.battle;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.VoteStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Byte-identical responses need no judge: each pair of them is stored once as a tie by a rule of the arena, and is never shown to a
 * voter. The keys depend on the responses alone, so doing it again stores nothing.
 */
final class IdenticalResponses {
    /** The rule as a judge. */
    static final JudgeDraft RULE = new JudgeDraft(JudgeKind.RULE, "identical-responses", "1");

    private static final int BATCH = 1000;

    private final ArenaStore store;
    private final InstantSource clock;

    IdenticalResponses(ArenaStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Stores the ties that are not stored yet. */
    void tie(CandidateIndex index) {
        if (index.identical().isEmpty()) {
            return;
        }
        JudgeId rule = store.judges().put(RULE).id();
        Instant now = clock.instant();
        List<VoteStore.NewVote> batch = new ArrayList<>();
        for (List<ResponseHead> group : index.identical()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    batch.add(tie(group.get(i), group.get(j), rule, now));
                    if (batch.size() == BATCH) {
                        store.votes().appendAll(batch);
                        batch.clear();
                    }
                }
            }
        }
        if (!batch.isEmpty()) {
            store.votes().appendAll(batch);
        }
    }

    private static VoteStore.NewVote tie(ResponseHead one, ResponseHead other, JudgeId rule, Instant now) {
        String key = "identical-" + one.id().value() + "-" + other.id().value();
        BattleDraft battle = new BattleDraft(
                key,
                one.prompt(),
                List.of(new Seat(one.contestant(), one.id()), new Seat(other.contestant(), other.id())),
                null,
                null,
                BattleOrigin.identical(key),
                BattleTags.NONE,
                now);
        VoteDraft vote = new VoteDraft(rule, Verdict.tie(), key, one.sha256(), 1, null, null, now);
        return new VoteStore.NewVote(battle, vote);
    }
}
