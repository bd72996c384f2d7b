package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table vote, column by column, without its hash. */
record VoteRow(
        long id,
        String publicId,
        long battle,
        long judge,
        long sequence,
        @Nullable Long supersedes,
        String idempotencyKey,
        String bodyHash,
        VerdictColumns verdict,
        long count,
        @Nullable String rationale,
        @Nullable Long latencyMs,
        long castMs) {

    /** The columns in the order that {@link #read} takes them. */
    static final String COLUMNS = """
            v.id, v.public_id, v.battle, v.judge, v.sequence, v.supersedes, v.idempotency_key, v.body_hash, v.kind, v.ranks,
            v.margin, v.preference, v.reason, v.detail, v.count, v.rationale, v.latency_ms, v.cast_ms""";

    static final int COLUMN_COUNT = 18;

    /** Where a vote stands in the log and among the votes of its judge. */
    record Place(
            long id,
            String publicId,
            long battle,
            long sequence,
            @Nullable Long supersedes) {}

    static VoteRow of(Place place, VoteDraft draft) {
        return new VoteRow(
                place.id(),
                place.publicId(),
                place.battle(),
                draft.judge().value(),
                place.sequence(),
                place.supersedes(),
                draft.idempotencyKey(),
                draft.bodyHash(),
                VerdictColumns.of(draft.verdict()),
                draft.count(),
                draft.rationale(),
                draft.latencyMs(),
                draft.castAt().toEpochMilli());
    }

    static VoteRow read(ResultSet rs) throws SQLException {
        return read(rs, 0);
    }

    /** Reads the columns after so many others. */
    static VoteRow read(ResultSet rs, int at) throws SQLException {
        String kind = rs.getString(at + 9);
        boolean ranking = kind.equals("ranking");
        boolean abstention = kind.equals("abstention");
        VerdictColumns verdict = new VerdictColumns(
                kind,
                ranking ? rs.getString(at + 10) : null,
                ranking ? Columns.intOrNull(rs, at + 11) : null,
                kind.equals("preference") ? Columns.doubleOrNull(rs, at + 12) : null,
                abstention ? rs.getString(at + 13) : null,
                abstention ? rs.getString(at + 14) : null);
        return new VoteRow(
                rs.getLong(at + 1),
                rs.getString(at + 2),
                rs.getLong(at + 3),
                rs.getLong(at + 4),
                rs.getLong(at + 5),
                Columns.longOrNull(rs, at + 6),
                rs.getString(at + 7),
                rs.getString(at + 8),
                verdict,
                rs.getLong(at + 15),
                rs.getString(at + 16),
                Columns.longOrNull(rs, at + 17),
                rs.getLong(at + 18));
    }

    /** The hash over the row before, the battle, this row and its answers. */
    String hash(RowHash hash, String previous, String battleHash, @Nullable String answers) {
        hash.add(previous).add(battleHash);
        hash.add(id).add(publicId).add(battle).add(judge).add(sequence).add(supersedes);
        hash.add(idempotencyKey).add(bodyHash);
        hash.add(verdict.kind()).add(verdict.ranks()).add(verdict.margin()).add(verdict.preference());
        hash.add(verdict.reason()).add(verdict.detail());
        hash.add(count).add(rationale).add(latencyMs).add(castMs);
        if (answers != null) {
            hash.add(answers);
        }
        return hash.finish();
    }

    Vote vote() {
        VoteDraft draft = new VoteDraft(
                new JudgeId(judge),
                verdict.verdict(),
                idempotencyKey,
                bodyHash,
                count,
                rationale,
                latencyMs,
                Instant.ofEpochMilli(castMs));
        return new Vote(
                new VoteId(id),
                publicId,
                new BattleId(battle),
                draft,
                supersedes == null ? null : new VoteId(supersedes));
    }
}
