package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.VoteRules;
import dev.arena.core.store.VoteStore.NewVote;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Appends votes, on the writer's thread. */
final class VoteLog {
    /** What an append must know before it writes, from one query. */
    private record Situation(
            BattleLog.Place battle,
            @Nullable VoteRow sameKey,
            @Nullable VoteRow current) {}

    /** A vote and what it answers. */
    private record Given(VoteDraft vote, @Nullable String answers) {}

    private record Found(
            BattleLog.Place battle,
            @Nullable Long sameKey,
            @Nullable Long current) {}

    private static final String BY_KEY = """
            SELECT %s
            FROM vote v
            WHERE v.judge = :judge AND v.idempotency_key = :key
            """.formatted(VoteRow.COLUMNS);

    private VoteLog() {}

    /** Appends a judge's first vote on a battle. */
    static AppendResult append(WriteSession session, long battle, VoteDraft vote, @Nullable String answers) {
        Situation situation = situation(session, battle, vote);
        Optional<AppendResult> known = answerByKey(situation.sameKey(), battle, vote);
        if (known.isPresent()) {
            return known.get();
        }
        return situation.current() == null
                ? insert(session, situation.battle(), new Given(vote, answers), null)
                : new AppendResult.AlreadyVoted(situation.current().vote());
    }

    /** Appends a vote in the place of the judge's current one, where there is one. */
    static AppendResult appendLatest(WriteSession session, long battle, VoteDraft vote) {
        Situation situation = situation(session, battle, vote);
        Optional<AppendResult> known = answerByKey(situation.sameKey(), battle, vote);
        if (known.isPresent()) {
            return known.get();
        }
        VoteRow current = situation.current();
        return current == null || !VoteRules.isFinal(current.vote())
                ? insert(session, situation.battle(), new Given(vote, null), current)
                : new AppendResult.AlreadyVoted(current.vote());
    }

    /** Appends a vote in the place of a given one. */
    static AppendResult supersede(WriteSession session, VoteId superseded, VoteDraft vote, @Nullable String answers) {
        Vote old = VoteReads.find(session.handle(), superseded.value())
                .orElseThrow(() -> new NoSuchElementException("no vote " + superseded.value()))
                .vote();
        VoteRules.requireSameJudge(old, vote);
        Situation situation = situation(session, old.battle().value(), vote);
        Optional<AppendResult> known =
                answerByKey(situation.sameKey(), old.battle().value(), vote);
        if (known.isPresent()) {
            return known.get();
        }
        VoteRow current = situation.current();
        if (current == null) {
            throw new IllegalStateException("vote " + superseded.value() + " is of no battle");
        }
        return VoteRules.mayReplace(superseded, current.vote())
                ? insert(session, situation.battle(), new Given(vote, answers), current)
                : new AppendResult.AlreadyVoted(current.vote());
    }

    /** Stores a battle when new, and appends a vote on it. */
    static AppendResult append(WriteSession session, NewVote given) {
        Optional<Long> battle = BattleLog.findByKey(session, given.battle().origin());
        VoteDraft vote = given.vote();
        if (battle.isPresent()) {
            return append(session, battle.get(), vote, null);
        }
        Optional<VoteRow> sameKey = findByKey(session, vote);
        if (sameKey.isPresent()) {
            return new AppendResult.KeyReused(sameKey.get().vote());
        }
        return insert(session, BattleLog.insert(session, given.battle()), new Given(vote, null), null);
    }

    private static Optional<VoteRow> findByKey(WriteSession session, VoteDraft vote) {
        return session.hot()
                .of(BY_KEY)
                .bind("judge", vote.judge().value())
                .bind("key", vote.idempotencyKey())
                .findFirst(VoteRow::read);
    }

    private static Optional<AppendResult> answerByKey(@Nullable VoteRow sameKey, long battle, VoteDraft vote) {
        return VoteRules.answerByKey(sameKey == null ? null : sameKey.vote(), new BattleId(battle), vote);
    }

    private static Situation situation(WriteSession session, long battle, VoteDraft vote) {
        Found found = session.hot()
                .of("""
                        SELECT b.seats, b.voter, b.row_hash,
                          (SELECT s.study FROM study_version s WHERE s.id = b.study_version),
                          (SELECT v.id FROM vote v WHERE v.judge = :judge AND v.idempotency_key = :key),
                          (SELECT v.id FROM vote v WHERE v.battle = b.id AND v.judge = :judge ORDER BY v.sequence DESC LIMIT 1)
                        FROM battle b
                        WHERE b.id = :battle
                        """)
                .bind("battle", battle)
                .bind("judge", vote.judge().value())
                .bind("key", vote.idempotencyKey())
                .findFirst(rs -> new Found(
                        new BattleLog.Place(
                                battle,
                                rs.getInt(1),
                                Columns.longOrNull(rs, 2),
                                RowHash.read(rs, 3),
                                Columns.longOrNull(rs, 4)),
                        Columns.longOrNull(rs, 5),
                        Columns.longOrNull(rs, 6)))
                .orElseThrow(() -> new NoSuchElementException("no battle " + battle));
        return new Situation(
                found.battle(), row(session.handle(), found.sameKey()), row(session.handle(), found.current()));
    }

    private static @Nullable VoteRow row(Handle handle, @Nullable Long id) {
        return id == null ? null : VoteReads.find(handle, id).orElse(null);
    }

    private static AppendResult insert(
            WriteSession session, BattleLog.Place battle, Given given, @Nullable VoteRow superseded) {
        VoteDraft draft = given.vote();
        JudgeId voter = battle.voter() == null ? null : new JudgeId(battle.voter());
        VoteRules.requireAllowed(new BattleId(battle.battle()), battle.seats(), voter, draft);
        ChainTail tail = session.tail();
        VoteRow.Place place = new VoteRow.Place(
                tail.id() + 1,
                session.publicIds().next(),
                battle.battle(),
                superseded == null ? 1 : superseded.sequence() + 1,
                superseded == null ? null : (Long) superseded.id());
        VoteRow row = VoteRow.of(place, draft);
        String hash = row.hash(session.rowHash(), tail.hash(), battle.rowHash(), given.answers());
        try {
            insert(session, row, hash);
            if (given.answers() != null) {
                insertAnswers(session, row.id(), given.answers());
            }
        } catch (RuntimeException failure) {
            if (SqliteErrors.isConstraint(failure)) {
                SqlJudges.require(session.handle(), draft.judge());
            }
            throw failure;
        }
        session.moveTail(new ChainTail(row.id(), hash));
        if (voter != null) {
            BattleLog.close(session, battle.battle(), voter.value());
            if (battle.study() != null && row.judge() == voter.value()) {
                StudyCountLog.voted(session.hot(), battle.study(), row, superseded);
            }
        }
        return new AppendResult.Stored(row.vote());
    }

    private static void insertAnswers(WriteSession session, long vote, String answers) {
        session.hot().of("""
                        INSERT INTO vote_answer (vote, answers)
                        VALUES (:vote, :answers)
                        """).bind("vote", vote).bind("answers", answers).execute();
    }

    private static void insert(WriteSession session, VoteRow row, String hash) {
        session.hot()
                .of("""
                        INSERT INTO vote (id, public_id, battle, judge, sequence, supersedes, idempotency_key, body_hash,
                          kind, ranks, margin, preference, reason, detail, count, rationale, latency_ms, cast_ms, row_hash)
                        VALUES (:id, :public_id, :battle, :judge, :sequence, :supersedes, :idempotency_key, :body_hash,
                          :kind, :ranks, :margin, :preference, :reason, :detail, :count, :rationale, :latency_ms, :cast_ms,
                          :row_hash)
                        """)
                .bind("id", row.id())
                .bind("public_id", row.publicId())
                .bind("battle", row.battle())
                .bind("judge", row.judge())
                .bind("sequence", row.sequence())
                .bind("supersedes", row.supersedes())
                .bind("idempotency_key", row.idempotencyKey())
                .bind("body_hash", row.bodyHash())
                .bind("kind", row.verdict().kind())
                .bind("ranks", row.verdict().ranks())
                .bind("margin", row.verdict().margin())
                .bind("preference", row.verdict().preference())
                .bind("reason", row.verdict().reason())
                .bind("detail", row.verdict().detail())
                .bind("count", row.count())
                .bind("rationale", row.rationale())
                .bind("latency_ms", row.latencyMs())
                .bind("cast_ms", row.castMs())
                .bind("row_hash", RowHash.bytes(hash))
                .execute();
    }
}
