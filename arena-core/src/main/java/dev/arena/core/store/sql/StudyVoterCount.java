package dev.arena.core.store.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the table study_voter while a vote is counted, on the writer's thread. */
final class StudyVoterCount {
    private final HotStatements hot;
    private final long study;
    private final long voter;
    long goldVotes;
    long goldRight;
    long repeatSame;
    private long timed;
    private long faster;
    private @Nullable Long median;

    private StudyVoterCount(HotStatements hot, long study, long voter) {
        this.hot = hot;
        this.study = study;
        this.voter = voter;
    }

    /** A time and how often it was measured. */
    private record Time(long ms, long votes) {}

    static StudyVoterCount read(HotStatements hot, long study, long voter) {
        StudyVoterCount counts = new StudyVoterCount(hot, study, voter);
        hot.of("""
                SELECT gold_votes, gold_right, repeat_same, timed, faster, median_ms
                FROM study_voter
                WHERE study = :study AND voter = :voter
                """).bind("study", study).bind("voter", voter).forEach(rs -> {
            counts.goldVotes = rs.getLong(1);
            counts.goldRight = rs.getLong(2);
            counts.repeatSame = rs.getLong(3);
            counts.timed = rs.getLong(4);
            counts.faster = rs.getLong(5);
            counts.median = Columns.longOrNull(rs, 6);
        });
        return counts;
    }

    void write() {
        hot.of("""
                INSERT INTO study_voter (study, voter, gold_votes, gold_right, repeat_same, timed, faster, median_ms)
                VALUES (:study, :voter, :gold_votes, :gold_right, :repeat_same, :timed, :faster, :median_ms)
                ON CONFLICT DO UPDATE SET gold_votes = excluded.gold_votes, gold_right = excluded.gold_right,
                  repeat_same = excluded.repeat_same, timed = excluded.timed, faster = excluded.faster,
                  median_ms = excluded.median_ms
                """)
                .bind("study", study)
                .bind("voter", voter)
                .bind("gold_votes", goldVotes)
                .bind("gold_right", goldRight)
                .bind("repeat_same", repeatSame)
                .bind("timed", timed)
                .bind("faster", faster)
                .bind("median_ms", median)
                .execute();
    }

    /**
     * Counts a verdict that took so long, and moves the median to where it belongs, mostly by one step or none.
     *
     * @param ms to three digits
     * @param sign -1 for one that counts no more
     */
    void time(long ms, int sign) {
        hot.of("""
                INSERT INTO study_time (study, voter, ms, votes)
                VALUES (:study, :voter, :ms, :votes)
                ON CONFLICT DO UPDATE SET votes = votes + excluded.votes
                """)
                .bind("study", study)
                .bind("voter", voter)
                .bind("ms", ms)
                .bind("votes", sign)
                .execute();
        timed += sign;
        if (timed == 0) {
            median = null;
            faster = 0;
            return;
        }
        long from = median == null ? ms : median;
        faster += ms < from ? sign : 0;
        median = moved(from);
    }

    private long moved(long from) {
        long target = (timed - 1) / 2;
        long middle = from;
        while (faster > target) {
            Optional<Time> before = before(middle);
            if (before.isEmpty()) {
                return middle;
            }
            faster -= before.get().votes();
            middle = before.get().ms();
        }
        for (Optional<Time> here = from(middle); here.isPresent(); here = from(middle + 1)) {
            middle = here.get().ms();
            if (faster + here.get().votes() > target) {
                return middle;
            }
            faster += here.get().votes();
        }
        return middle;
    }

    private Optional<Time> before(long ms) {
        return hot.of("""
                SELECT ms, votes
                FROM study_time
                WHERE study = :study AND voter = :voter AND ms < :ms AND votes > 0
                ORDER BY ms DESC
                LIMIT 1
                """)
                .bind("study", study)
                .bind("voter", voter)
                .bind("ms", ms)
                .findFirst(rs -> new Time(rs.getLong(1), rs.getLong(2)));
    }

    /** The first time that is no shorter. */
    private Optional<Time> from(long ms) {
        return hot.of("""
                SELECT ms, votes
                FROM study_time
                WHERE study = :study AND voter = :voter AND ms >= :ms AND votes > 0
                ORDER BY ms
                LIMIT 1
                """)
                .bind("study", study)
                .bind("voter", voter)
                .bind("ms", ms)
                .findFirst(rs -> new Time(rs.getLong(1), rs.getLong(2)));
    }
}
