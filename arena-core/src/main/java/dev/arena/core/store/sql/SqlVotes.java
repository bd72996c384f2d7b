package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.VoteStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class SqlVotes implements VoteStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlVotes(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public AppendResult append(BattleId battle, VoteDraft vote, @Nullable String answers) {
        return writer.write(session -> VoteLog.append(session, battle.value(), vote, answers));
    }

    @Override
    public AppendResult supersede(VoteId superseded, VoteDraft vote, @Nullable String answers) {
        return writer.write(session -> VoteLog.supersede(session, superseded, vote, answers));
    }

    @Override
    public List<AppendResult> appendAll(List<NewVote> votes) {
        return writer.write(session ->
                votes.stream().map(vote -> VoteLog.append(session, vote)).toList());
    }

    @Override
    public Optional<Vote> findVote(String publicId) {
        return reader.read(handle -> VoteReads.findByPublicId(handle, publicId).map(VoteRow::vote));
    }

    @Override
    public Optional<Vote> findCurrent(BattleId battle, JudgeId judge) {
        return reader.readHot(
                hot -> VoteReads.findCurrent(hot, battle.value(), judge.value()).map(VoteRow::vote));
    }

    @Override
    public List<CastVote> listCurrent(JudgeId judge, @Nullable VoteId before, int most) {
        long end = before == null ? Long.MAX_VALUE : before.value();
        return reader.readHot(hot -> VoteScan.current(hot, judge.value(), end, most));
    }

    @Override
    public List<Vote> listOf(BattleId battle, JudgeId judge) {
        return reader.read(handle -> VoteReads.listOf(handle, battle.value(), judge.value()));
    }

    @Override
    public void scan(VoteId after, Consumer<CastVote> action) {
        new VoteScan(reader).run(after.value(), action);
    }

    @Override
    public void scanVerdicts(BattleId from, BattleId to, VerdictAction action) {
        reader.read(handle -> {
            new VerdictScan().run(handle.getConnection(), from.value(), to.value(), action);
            return from;
        });
    }

    @Override
    public long count() {
        return reader.readHot(SqlVotes::count);
    }

    /** Ids are 1, 2, 3, … without gaps, since nothing is ever removed. */
    static long count(HotStatements hot) {
        return hot.of("""
                        SELECT coalesce(max(id), 0)
                        FROM vote
                        """).findFirst(rs -> rs.getLong(1)).orElse(0L);
    }
}
