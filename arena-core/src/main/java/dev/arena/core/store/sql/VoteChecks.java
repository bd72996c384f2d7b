package dev.arena.core.store.sql;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.store.VoteRules;
import dev.arena.core.store.sql.VerifyReport.Check;
import dev.arena.core.store.sql.VerifyReport.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whether the log of votes is whole, unchanged and makes sense. */
final class VoteChecks {
    private final List<Finding> findings;
    private final RowHash rowHash = new RowHash();
    private ChainTail tail = ChainTail.empty();

    VoteChecks(List<Finding> findings) {
        this.findings = findings;
    }

    /** What stands beside a vote in other rows. */
    private record Context(
            String hash,
            String battleHash,
            int seats,
            @Nullable Long voter,
            @Nullable String answers,
            @Nullable Before before) {}

    /** The superseded vote. */
    private record Before(
            long battle,
            long judge,
            long sequence,
            @Nullable String reason) {}

    private record LoggedVote(VoteRow row, Context context) {
        static LoggedVote read(ResultSet rs) throws SQLException {
            int at = VoteRow.COLUMN_COUNT;
            Long beforeBattle = Columns.longOrNull(rs, at + 5);
            Before before = beforeBattle == null
                    ? null
                    : new Before(beforeBattle, rs.getLong(at + 6), rs.getLong(at + 7), rs.getString(at + 8));
            Context context = new Context(
                    RowHash.read(rs, at + 1),
                    RowHash.read(rs, at + 2),
                    rs.getInt(at + 3),
                    Columns.longOrNull(rs, at + 4),
                    rs.getString(at + 9),
                    before);
            return new LoggedVote(VoteRow.read(rs), context);
        }
    }

    void run(Handle handle) {
        handle.createQuery("""
                        SELECT %s, v.row_hash, coalesce(b.row_hash, x''), coalesce(b.seats, 0), b.voter,
                          s.battle, s.judge, s.sequence, s.reason, a.answers
                        FROM vote v
                          LEFT JOIN battle b ON b.id = v.battle
                          LEFT JOIN vote s ON s.id = v.supersedes
                          LEFT JOIN vote_answer a ON a.vote = v.id
                        ORDER BY v.id
                        """.formatted(VoteRow.COLUMNS))
                .map((rs, context) -> LoggedVote.read(rs))
                .forEach(this::check);
    }

    private void check(LoggedVote vote) {
        VoteRow row = vote.row();
        if (row.id() != tail.id() + 1) {
            add(Check.VOTE_CHAIN, row, "votes " + (tail.id() + 1) + " to " + (row.id() - 1) + " before it are missing");
        }
        String expected = row.hash(
                rowHash,
                tail.hash(),
                vote.context().battleHash(),
                vote.context().answers());
        if (!expected.equals(vote.context().hash())) {
            add(
                    Check.VOTE_CHAIN,
                    row,
                    "it does not match its hash: it, its battle or the vote before it was changed from outside");
        }
        // Going on from the stored hash keeps one changed vote one finding.
        tail = new ChainTail(row.id(), vote.context().hash());
        checkVerdict(vote);
        checkSupersedes(vote);
    }

    private void checkVerdict(LoggedVote vote) {
        VoteRow row = vote.row();
        Long voter = vote.context().voter();
        try {
            VoteRules.requireAllowed(
                    new BattleId(row.battle()),
                    vote.context().seats(),
                    voter == null ? null : new JudgeId(voter),
                    row.vote().draft());
        } catch (IllegalArgumentException wrong) {
            add(Check.VERDICTS, row, String.valueOf(wrong.getMessage()));
        }
    }

    private void checkSupersedes(LoggedVote vote) {
        VoteRow row = vote.row();
        Before before = vote.context().before();
        if (before == null) {
            return;
        }
        boolean sameJudge = before.battle() == row.battle() && before.judge() == row.judge();
        if (!sameJudge || before.sequence() + 1 != row.sequence()) {
            add(
                    Check.SUPERSEDED_VOTES,
                    row,
                    "it supersedes vote " + row.supersedes() + ", which is not the judge's vote before on this battle");
        }
        if (AbstentionReason.WITHDRAWN.word().equals(before.reason())) {
            add(Check.SUPERSEDED_VOTES, row, "it supersedes vote " + row.supersedes() + ", a withdrawal");
        }
    }

    private void add(Check check, VoteRow row, String message) {
        findings.add(new Finding(check, "vote " + row.id() + " (" + row.publicId() + "): " + message));
    }
}
