package dev.arena.core.store.sql;

import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Vote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of votes in order, a few thousand rows at a time, each vote with its battle and judge from one statement. The next
 * pieces are read by other threads while the caller works on one. No transaction stays open meanwhile, which an append-only log
 * makes safe, so the writer's log can be folded back.
 */
final class VoteScan {
    private static final int ROWS = 4096;
    private static final int AHEAD = 4;
    private static final int FEW_ROWS = 256;
    private static final String WHOLE = """
            SELECT %s, %s, g.id, g.kind, g.name, g.version, s.contestant, s.response
            FROM vote v
              CROSS JOIN judge g ON g.id = v.judge
              CROSS JOIN battle b ON b.id = v.battle
              CROSS JOIN seat s ON s.battle = b.id
            """.formatted(BattleRow.COLUMNS, VoteRow.COLUMNS);

    private static final String PIECE = WHOLE + """
            WHERE v.id > :from AND v.id <= :to
            ORDER BY v.id, s.position
            """;

    private static final String CURRENT = WHOLE + """
            WHERE v.id IN (
              SELECT c.id
              FROM vote c
              WHERE c.judge = :judge AND c.id < :before
                AND NOT EXISTS (SELECT 1 FROM vote n WHERE n.supersedes = c.id)
              ORDER BY c.id DESC
              LIMIT :most)
            ORDER BY v.id DESC, s.position
            """;

    private static final int JUDGE = BattleRow.COLUMN_COUNT + VoteRow.COLUMN_COUNT;
    private static final int SEAT = JUDGE + 4;

    private final SqlReader reader;

    VoteScan(SqlReader reader) {
        this.reader = reader;
    }

    /** Hands over the votes after {@code after} that are stored when this begins. */
    void run(long after, Consumer<CastVote> action) {
        long last = reader.readHot(SqlVotes::count);
        if (last - after <= ROWS) {
            piece(after, last).forEach(action);
            return;
        }
        Deque<CompletableFuture<List<CastVote>>> ahead = new ArrayDeque<>();
        long next = after;
        while (next < last || !ahead.isEmpty()) {
            while (next < last && ahead.size() < AHEAD) {
                long from = next;
                ahead.add(CompletableFuture.supplyAsync(() -> piece(from, Math.min(last, from + ROWS))));
                next += ROWS;
            }
            join(ahead.remove()).forEach(action);
        }
    }

    /** The current votes of a judge before one, newest first. */
    static List<CastVote> current(HotStatements hot, long judge, long before, int most) {
        Rows rows = new Rows();
        hot.of(CURRENT)
                .bind("judge", judge)
                .bind("before", before)
                .bind("most", (long) most)
                .forEach(rows::take);
        return rows.finish();
    }

    private static List<CastVote> join(CompletableFuture<List<CastVote>> piece) {
        try {
            return piece.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** The votes after {@code from} up to {@code to}. */
    private List<CastVote> piece(long from, long to) {
        if (from >= to) {
            return List.of();
        }
        Function<HotStatements, List<CastVote>> read = hot -> {
            Rows rows = new Rows();
            hot.of(PIECE).bind("from", from).bind("to", to).forEach(rows::take);
            return rows.finish();
        };
        return to - from <= FEW_ROWS ? reader.readHot(read) : reader.readMany(read);
    }

    /** Rows of one seat each, joined to votes. */
    private static final class Rows {
        private final List<CastVote> votes = new ArrayList<>();
        private @Nullable BattleRow battle;
        private @Nullable Vote vote;
        private @Nullable Judge judge;
        private List<Seat> seats = new ArrayList<>(2);

        void take(ResultSet rs) throws SQLException {
            if (vote == null || vote.id().value() != rs.getLong(BattleRow.COLUMN_COUNT + 1)) {
                end();
                battle = BattleRow.read(rs);
                vote = VoteRow.read(rs, BattleRow.COLUMN_COUNT).vote();
                judge = SqlJudges.read(rs, JUDGE);
            }
            seats.add(HotBattles.seat(rs, SEAT));
        }

        private void end() {
            if (vote != null && battle != null && judge != null) {
                Battle whole = battle.battle(seats);
                votes.add(new CastVote(vote, whole, judge));
                seats = new ArrayList<>(2);
            }
        }

        List<CastVote> finish() {
            end();
            return votes;
        }
    }
}
