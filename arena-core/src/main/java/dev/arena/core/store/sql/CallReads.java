package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.CallStartId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.store.JudgeLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the log of calls. */
final class CallReads {
    private static final int ROWS = 4096;

    private CallReads() {}

    /** A call and its place in the log. */
    record Row(long id, JudgeCall call) {}

    /** The next calls of a run after a row of the log. */
    static List<Row> piece(Handle handle, RunId run, long after) {
        return handle.createQuery("""
                        SELECT c.id, c.judge, v.battle, c.start, c.key, c.outcome, t.reply, t.first_reply, t.tokens, c.model,
                          t.error, c.prompt_tokens, c.completion_tokens, c.cost_usd, c.attempts, c.started_ms, c.duration_ms
                        FROM judge_call c
                          JOIN call_text t ON t.call = c.id
                          LEFT JOIN vote v ON v.id = c.vote
                        WHERE c.run = +:run AND c.id > :after
                        ORDER BY c.id
                        LIMIT %d
                        """.formatted(ROWS))
                .bind("run", run.value())
                .bind("after", after)
                .map((rs, context) -> new Row(rs.getLong(1), call(rs, run)))
                .list();
    }

    /** The calls about one battle. */
    static List<JudgeCall> ofBattle(Handle handle, BattleId battle) {
        return handle.createQuery("""
                        SELECT c.id, c.judge, v.battle, c.start, c.key, c.outcome, t.reply, t.first_reply, t.tokens, c.model,
                          t.error, c.prompt_tokens, c.completion_tokens, c.cost_usd, c.attempts, c.started_ms, c.duration_ms,
                          c.run
                        FROM vote v
                          JOIN judge_call c ON c.vote = v.id
                          JOIN call_text t ON t.call = c.id
                        WHERE v.battle = :battle
                        ORDER BY c.id
                        """)
                .bind("battle", battle.value())
                .map((rs, context) -> call(rs, new RunId(rs.getString(18))))
                .list();
    }

    private static JudgeCall call(ResultSet rs, RunId run) throws SQLException {
        Long battle = Columns.longOrNull(rs, 3);
        Long start = Columns.longOrNull(rs, 4);
        return new JudgeCall(
                run,
                new JudgeId(rs.getLong(2)),
                battle == null ? null : new BattleId(battle),
                start == null ? null : new CallStartId(start),
                rs.getString(5),
                JudgeCall.Outcome.valueOf(rs.getString(6).toUpperCase(Locale.ROOT)),
                new JudgeCall.Text(
                        rs.getString(7), rs.getString(8), rs.getString(9), rs.getString(10), rs.getString(11)),
                new JudgeCall.Usage(Columns.longOrNull(rs, 12), Columns.longOrNull(rs, 13)),
                Columns.doubleOrNull(rs, 14),
                rs.getInt(15),
                Instant.ofEpochMilli(rs.getLong(16)),
                rs.getLong(17));
    }

    static List<JudgeLedger> ledgers(Handle handle, RunId run) {
        List<JudgeLedger> parts = new ArrayList<>(finished(handle, run));
        handle.createQuery("""
                        SELECT s.judge, sum(w.attempts)
                        FROM call_withdrawal w JOIN call_start s ON s.id = w.start
                        WHERE s.run = :run
                        GROUP BY s.judge
                        """)
                .bind("run", run.value())
                .map((rs, context) -> JudgeLedger.withdrawn(new JudgeId(rs.getLong(1)), rs.getLong(2)))
                .forEach(parts::add);
        handle.createQuery("""
                        SELECT judge, session, count(*)
                        FROM open_call
                        WHERE run = :run
                        GROUP BY judge, session
                        """)
                .bind("run", run.value())
                .map((rs, context) -> JudgeLedger.open(new JudgeId(rs.getLong(1)), rs.getString(2), rs.getLong(3)))
                .forEach(parts::add);
        return JudgeLedger.sum(parts);
    }

    /** Costs are added up as whole numbers, so that their order does not matter. */
    private static List<JudgeLedger> finished(Handle handle, RunId run) {
        return handle.createQuery("""
                        SELECT judge, cached, outcome, count(*), sum(attempts), sum(nudged), coalesce(sum(prompt_tokens), 0),
                          coalesce(sum(completion_tokens), 0), coalesce(sum(CAST(round(cost_usd * 1e12) AS INTEGER)), 0), count(cost_usd)
                        FROM judge_call INDEXED BY judge_call_ledger
                        WHERE run = :run
                        GROUP BY judge, outcome, cached
                        """)
                .bind("run", run.value())
                .map((rs, context) -> part(rs))
                .list();
    }

    private static JudgeLedger part(ResultSet rs) throws SQLException {
        JudgeId judge = new JudgeId(rs.getLong(1));
        long calls = rs.getLong(4);
        if (rs.getInt(2) == 1) {
            return JudgeLedger.cached(judge, calls);
        }
        long unknown = calls - rs.getLong(10);
        boolean answered = !rs.getString(3).equals("failed");
        return new JudgeLedger(
                judge,
                calls,
                rs.getLong(5),
                0,
                rs.getLong(6),
                0,
                rs.getLong(7),
                rs.getLong(8),
                new JudgeLedger.Cost(rs.getLong(9), unknown, answered ? unknown : 0),
                Map.of());
    }

    static List<String> storedKeys(Handle handle, List<String> keys) {
        return handle.createQuery("""
                        SELECT DISTINCT j.value
                        FROM json_each(:keys) j CROSS JOIN judge_call c ON c.key = j.value
                        WHERE c.outcome = 'ok' AND c.cached = 0
                        """)
                .bind("keys", Texts.turns(keys))
                .map((rs, context) -> rs.getString(1))
                .list();
    }
}
