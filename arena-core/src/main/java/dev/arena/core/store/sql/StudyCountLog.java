package dev.arena.core.store.sql;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.StudyFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Keeps the votes of studies added up, in the transaction that stores a vote or a battle, on the writer's thread. */
final class StudyCountLog {
    private static final long DAY_MS = 86_400_000;

    private final HotStatements hot;
    private final long study;
    private final long voter;

    /** What a battle of a study is. */
    private record Place(long battle, String part, @Nullable String source, String matchup) {}

    /** A current verdict on a battle; null where its vote decides nothing. */
    private record Standing(long battle, @Nullable VerdictColumns verdict) {}

    private StudyCountLog(HotStatements hot, long study, long voter) {
        this.hot = hot;
        this.study = study;
        this.voter = voter;
    }

    /** A battle of a study was stored. */
    static void opened(HotStatements hot, long study, BattleDraft draft) {
        if (draft.origin().part() == StudyPart.PLAIN) {
            for (Seat seat : draft.seats()) {
                see(hot, study, seat.contestant().value(), 1, 0);
            }
        }
    }

    /**
     * A vote of a voter on a battle of a study was stored.
     *
     * @param replaced the vote whose place it took; null where it is the first
     */
    static void voted(HotStatements hot, long study, VoteRow vote, @Nullable VoteRow replaced) {
        StudyCountLog log = new StudyCountLog(hot, study, vote.judge());
        Place place = log.place(vote.battle());
        StudyVoterCount counts = StudyVoterCount.read(hot, study, vote.judge());
        log.count(place, vote, 1, counts);
        if (replaced != null) {
            log.count(place, replaced, -1, counts);
        }
        counts.repeatSame += log.repeats(place, vote, replaced);
        counts.write();
    }

    private Place place(long battle) {
        return hot.of("""
                SELECT part, source, matchup
                FROM battle
                WHERE id = :battle
                """)
                .bind("battle", battle)
                .findFirst(rs -> new Place(battle, rs.getString(1), rs.getString(2), rs.getString(3)))
                .orElseThrow();
    }

    private void count(Place place, VoteRow vote, int sign, StudyVoterCount counts) {
        boolean decided = vote.verdict().reason() == null;
        countDay(place, vote, decided, sign);
        if (!decided) {
            return;
        }
        if (place.part().equals(StudyPart.PLAIN.word())) {
            countMatchup(place, sign);
            seats(place.battle()).forEach(contestant -> see(hot, study, contestant, 0, sign));
        }
        if (place.part().equals(StudyPart.GOLD.word()) && place.source() != null) {
            counts.goldVotes += sign;
            counts.goldRight +=
                    GoldAnswer.parse(place.source()).agrees(vote.verdict().verdict()) ? sign : 0;
        }
        if (vote.latencyMs() != null) {
            counts.time(StudyFindings.threeDigits(vote.latencyMs()), sign);
        }
    }

    private void countDay(Place place, VoteRow vote, boolean decided, int sign) {
        hot.of("""
                INSERT INTO study_day (study, voter, day, part, decided, votes, last_ms)
                VALUES (:study, :voter, :day, :part, :decided, :votes, :cast_ms)
                ON CONFLICT DO UPDATE SET votes = votes + excluded.votes, last_ms = max(last_ms, excluded.last_ms)
                """)
                .bind("study", study)
                .bind("voter", voter)
                .bind("day", vote.castMs() / DAY_MS)
                .bind("part", place.part())
                .bind("decided", decided ? 1 : 0)
                .bind("votes", sign)
                .bind("cast_ms", vote.castMs())
                .execute();
    }

    private void countMatchup(Place place, int sign) {
        hot.of("""
                INSERT INTO study_matchup (study, matchup, votes)
                VALUES (:study, :matchup, :votes)
                ON CONFLICT DO UPDATE SET votes = votes + excluded.votes
                """)
                .bind("study", study)
                .bind("matchup", place.matchup())
                .bind("votes", sign)
                .execute();
    }

    private static void see(HotStatements hot, long study, long contestant, int battles, int votes) {
        hot.of("""
                INSERT INTO study_contestant (study, contestant, battles, votes)
                VALUES (:study, :contestant, :battles, :votes)
                ON CONFLICT DO UPDATE SET battles = battles + excluded.battles, votes = votes + excluded.votes
                """)
                .bind("study", study)
                .bind("contestant", contestant)
                .bind("battles", battles)
                .bind("votes", votes)
                .execute();
    }

    private List<Long> seats(long battle) {
        List<Long> contestants = new ArrayList<>();
        hot.of("""
                SELECT contestant
                FROM seat
                WHERE battle = :battle
                ORDER BY position
                """).bind("battle", battle).forEach(rs -> contestants.add(rs.getLong(1)));
        return contestants;
    }

    /** How many more repeats have the same best as the first time, now that this vote stands. */
    private long repeats(Place place, VoteRow vote, @Nullable VoteRow replaced) {
        long more = 0;
        Standing now = new Standing(place.battle(), deciding(vote.verdict()));
        Standing before = new Standing(place.battle(), replaced == null ? null : deciding(replaced.verdict()));
        if (place.part().equals(StudyPart.REPEAT.word()) && place.source() != null) {
            Standing first = standing(Long.parseLong(place.source()));
            more += same(now, first) - same(before, first);
        }
        if (replaced != null) {
            for (long repeat : repeatsOf(place.battle())) {
                Standing again = standing(repeat);
                more += same(again, now) - same(again, before);
            }
        }
        return more;
    }

    private static @Nullable VerdictColumns deciding(VerdictColumns verdict) {
        return verdict.reason() == null ? verdict : null;
    }

    private List<Long> repeatsOf(long battle) {
        List<Long> repeats = new ArrayList<>();
        hot.of("""
                SELECT b.id
                FROM battle b INDEXED BY battle_study
                WHERE b.study_version IN (SELECT x.id FROM study_version x WHERE x.study = :study)
                  AND b.voter = :voter AND b.part = 'repeat' AND b.source = :source
                """)
                .bind("study", study)
                .bind("voter", voter)
                .bind("source", String.valueOf(battle))
                .forEach(rs -> repeats.add(rs.getLong(1)));
        return repeats;
    }

    private Standing standing(long battle) {
        Optional<VerdictColumns> verdict = hot.of("""
                SELECT kind, ranks, preference, reason
                FROM vote
                WHERE battle = :battle AND judge = :judge
                ORDER BY sequence DESC
                LIMIT 1
                """)
                .bind("battle", battle)
                .bind("judge", voter)
                .findFirst(rs -> new VerdictColumns(
                        rs.getString(1), rs.getString(2), null, Columns.doubleOrNull(rs, 3), rs.getString(4), null));
        return new Standing(battle, verdict.map(StudyCountLog::deciding).orElse(null));
    }

    private int same(Standing one, Standing other) {
        return one.verdict() != null && other.verdict() != null && best(one).equals(best(other)) ? 1 : 0;
    }

    /** Who stood alone at the top; empty where nobody did. */
    private Optional<Long> best(Standing standing) {
        if (standing.verdict() == null || !(standing.verdict().verdict() instanceof Verdict.Ranking ranking)) {
            return Optional.empty();
        }
        OptionalInt best = ranking.onlyBest();
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(seats(standing.battle()).get(best.getAsInt()));
    }
}
