package dev.arena.core.store.sql;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.CallStartId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.CallStore.Begun;
import dev.arena.core.store.CallStore.FinishedCall;
import dev.arena.core.store.CallStore.NewCall;
import dev.arena.core.store.CallStore.Withdrawal;
import dev.arena.core.store.RunRules;
import dev.arena.core.store.VoteRules;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the starts and ends of calls, on the writer's thread. */
final class CallLog {
    private CallLog() {}

    static Begun begin(WriteSession session, NewCall call) {
        RunRules.requireOneSubject(call);
        CallStart start = call.start();
        BattleDraft draft = call.battle();
        BattleId battle = draft == null ? null : new BattleId(BattleLog.store(session, draft));
        Optional<JudgeCall.Text> known = call.fresh() ? Optional.empty() : findAnswer(session, start.key());
        if (known.isPresent()) {
            return new Begun.Answered(known.get(), battle);
        }
        try {
            return new Begun.Started(new CallStartId(insert(session, start, battle)), battle);
        } catch (RuntimeException failure) {
            throw explain(session, start.run(), start.judge(), failure);
        }
    }

    private static Optional<JudgeCall.Text> findAnswer(WriteSession session, String key) {
        return session.hot()
                .of("""
                    SELECT t.reply, t.first_reply, t.tokens, c.model, t.error
                    FROM judge_call c JOIN call_text t ON t.call = c.id
                    WHERE c.key = :key AND c.outcome = 'ok' AND c.cached = 0
                    ORDER BY c.id DESC
                    LIMIT 1
                    """)
                .bind("key", key)
                .findFirst(rs -> new JudgeCall.Text(
                        rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5)));
    }

    private static long insert(WriteSession session, CallStart start, @Nullable BattleId battle) {
        long id = nextId(session, "call_start");
        session.hot()
                .of("""
                    INSERT INTO call_start (id, run, judge, battle, probe_key, key, session, started_ms)
                    VALUES (:id, :run, :judge, :battle, :probe_key, :key, :session, :started_ms)
                    """)
                .bind("id", id)
                .bind("run", start.run().value())
                .bind("judge", start.judge().value())
                .bind("battle", battle == null ? null : (Long) battle.value())
                .bind("probe_key", start.probe())
                .bind("key", start.key())
                .bind("session", start.session())
                .bind("started_ms", start.startedAt().toEpochMilli())
                .execute();
        session.hot()
                .of("""
                    INSERT INTO open_call (start, run, judge, session)
                    VALUES (:start, :run, :judge, :session)
                    """)
                .bind("start", id)
                .bind("run", start.run().value())
                .bind("judge", start.judge().value())
                .bind("session", start.session())
                .execute();
        return id;
    }

    /** Whether the start was open, and is withdrawn now. */
    static boolean withdraw(WriteSession session, Withdrawal withdrawal) {
        long start = withdrawal.start().value();
        if (findOpen(session, withdrawal.start()) == null) {
            return false;
        }
        close(session, start);
        session.hot()
                .of("""
                    INSERT INTO call_withdrawal (start, reason, attempts, ended_ms)
                    VALUES (:start, :reason, :attempts, :ended_ms)
                    """)
                .bind("start", start)
                .bind("reason", word(withdrawal.reason()))
                .bind("attempts", withdrawal.attempts())
                .bind("ended_ms", withdrawal.endedAt().toEpochMilli())
                .execute();
        return true;
    }

    static AppendResult record(WriteSession session, FinishedCall finished) {
        JudgeCall call = finished.call();
        VoteRules.requireSameJudge(call, finished.vote());
        long battle = VoteRules.requireBattle(call).value();
        AppendResult result = VoteLog.appendLatest(session, battle, finished.vote());
        if (result instanceof AppendResult.Stored stored) {
            insert(session, call, stored.vote().id().value(), null);
        }
        return result;
    }

    /** Stores the end of a call beside the vote or the probe that came of it. */
    static void insert(WriteSession session, JudgeCall call, @Nullable Long vote, @Nullable Long probe) {
        CallStartId start = call.start();
        if (start != null) {
            VoteRules.requireStart(call, start, findOpen(session, start));
            close(session, start.value());
        }
        long id = nextId(session, "judge_call");
        try {
            insertCall(session, id, call, vote, probe);
        } catch (RuntimeException failure) {
            throw explain(session, call.run(), call.judge(), failure);
        }
        insertText(session, id, call.text());
    }

    private static void insertCall(
            WriteSession session, long id, JudgeCall call, @Nullable Long vote, @Nullable Long probe) {
        CallStartId start = call.start();
        session.hot()
                .of("""
                    INSERT INTO judge_call (id, run, judge, vote, probe, start, cached, key, outcome, attempts, nudged,
                      prompt_tokens, completion_tokens, cost_usd, model, started_ms, duration_ms)
                    VALUES (:id, :run, :judge, :vote, :probe, :start, :cached, :key, :outcome, :attempts, :nudged,
                      :prompt_tokens, :completion_tokens, :cost_usd, :model, :started_ms, :duration_ms)
                    """)
                .bind("id", id)
                .bind("run", call.run().value())
                .bind("judge", call.judge().value())
                .bind("vote", vote)
                .bind("probe", probe)
                .bind("start", start == null ? null : (Long) start.value())
                .bind("cached", call.cached() ? 1 : 0)
                .bind("key", call.key())
                .bind("outcome", word(call.outcome()))
                .bind("attempts", call.attempts())
                .bind("nudged", call.text().firstReply() == null ? 0 : 1)
                .bind("prompt_tokens", call.usage().promptTokens())
                .bind("completion_tokens", call.usage().completionTokens())
                .bind("cost_usd", call.costUsd())
                .bind("model", call.text().model())
                .bind("started_ms", call.startedAt().toEpochMilli())
                .bind("duration_ms", call.durationMs())
                .execute();
    }

    private static void insertText(WriteSession session, long call, JudgeCall.Text text) {
        session.hot()
                .of("""
                    INSERT INTO call_text (call, reply, first_reply, tokens, error)
                    VALUES (:call, :reply, :first_reply, :tokens, :error)
                    """)
                .bind("call", call)
                .bind("reply", text.reply())
                .bind("first_reply", text.firstReply())
                .bind("tokens", text.tokens())
                .bind("error", text.error())
                .execute();
    }

    private static @Nullable CallStart findOpen(WriteSession session, CallStartId id) {
        return session.hot()
                .of("""
                    SELECT s.run, s.judge, s.probe_key, s.key, s.session, s.started_ms
                    FROM open_call o JOIN call_start s ON s.id = o.start
                    WHERE o.start = :start
                    """)
                .bind("start", id.value())
                .findFirst(rs -> new CallStart(
                        new RunId(rs.getString(1)),
                        new JudgeId(rs.getLong(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        Instant.ofEpochMilli(rs.getLong(6))))
                .orElse(null);
    }

    private static void close(WriteSession session, long start) {
        session.hot().of("""
            DELETE FROM open_call
            WHERE start = :start
            """).bind("start", start).execute();
    }

    /** Ids are 1, 2, 3, … since nothing is ever removed. */
    static long nextId(WriteSession session, String table) {
        return session.hot()
                .of("SELECT max(id) FROM " + table)
                .findFirst(rs -> rs.getLong(1) + 1)
                .orElse(1L);
    }

    private static RuntimeException explain(WriteSession session, RunId run, JudgeId judge, RuntimeException failure) {
        if (SqliteErrors.isConstraint(failure)) {
            SqlRuns.require(session.handle(), run);
            SqlJudges.require(session.handle(), judge);
        }
        return failure;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
