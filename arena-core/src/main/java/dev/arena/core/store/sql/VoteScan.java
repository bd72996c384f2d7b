package dev.arena.core.store.sql;

import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Vote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Reads the log of votes in order, a few thousand rows at a time: the rows, then the battles they need, each in one query. No
 * transaction stays open while the caller works, which an append-only log makes safe, and the writer's log can be folded back.
 */
final class VoteScan {
    private static final int ROWS = 4096;

    private final SqlReader reader;
    private final Map<Long, Judge> judges = new HashMap<>();
    private Map<Long, Battle> battles = new HashMap<>();

    VoteScan(SqlReader reader) {
        this.reader = reader;
    }

    void run(long after, Consumer<CastVote> action) {
        long last = after;
        List<CastVote> rows;
        do {
            long from = last;
            rows = reader.read(handle -> next(handle, from));
            for (CastVote row : rows) {
                action.accept(row);
                last = row.vote().id().value();
            }
        } while (rows.size() == ROWS);
    }

    private List<CastVote> next(Handle handle, long after) {
        List<Vote> votes = handle.createQuery("""
                        SELECT %s
                        FROM vote v
                        WHERE v.id > :after
                        ORDER BY v.id
                        LIMIT :rows
                        """.formatted(VoteRow.COLUMNS))
                .bind("after", after)
                .bind("rows", ROWS)
                .map((rs, context) -> VoteRow.read(rs).vote())
                .list();
        load(handle, votes);
        List<CastVote> rows = new ArrayList<>(votes.size());
        for (Vote vote : votes) {
            rows.add(new CastVote(vote, BattleReads.require(battles, vote.battle()), judge(handle, vote.judge())));
        }
        return rows;
    }

    /** Keeps the battles of the rows before, since the votes of one battle lie near each other. */
    private void load(Handle handle, List<Vote> votes) {
        Map<Long, Battle> needed = new HashMap<>();
        Set<Long> missing = new LinkedHashSet<>();
        for (Vote vote : votes) {
            Long id = vote.battle().value();
            Battle known = battles.get(id);
            if (known == null) {
                missing.add(id);
            } else {
                needed.put(id, known);
            }
        }
        needed.putAll(BattleReads.byId(handle, missing));
        battles = needed;
    }

    private Judge judge(Handle handle, JudgeId id) {
        if (!judges.containsKey(id.value())) {
            SqlJudges.list(handle).forEach(judge -> judges.put(judge.id().value(), judge));
        }
        Judge judge = judges.get(id.value());
        if (judge == null) {
            throw new NoSuchElementException("no judge " + id.value());
        }
        return judge;
    }
}
