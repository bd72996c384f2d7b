package dev.arena.core.study;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.store.StudyTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Votes by voter, part and day. Used under the lock of {@link StudyCounts}. */
final class VoterCounts {
    private static final long DAY_SECONDS = 86_400;

    private final Map<JudgeId, Voter> voters = new TreeMap<>(Comparator.comparingLong(JudgeId::value));

    private static final class Voter {
        private final Map<StudyPart, Long> decided = new EnumMap<>(StudyPart.class);
        private final SortedMap<Long, Long> byDay = new TreeMap<>();
        private long abstentions;
        private long lastMs = Long.MIN_VALUE;
    }

    static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), DAY_SECONDS);
    }

    void add(StudyTally.Votes votes) {
        Voter voter = voter(votes.voter());
        voter.lastMs = Math.max(voter.lastMs, votes.lastMs());
        add(voter, votes.part(), votes.day(), votes.decided(), votes.count());
    }

    void add(StudyCounts.Cast cast, long count) {
        Voter voter = voter(cast.voter());
        voter.lastMs = Math.max(voter.lastMs, cast.castAt().toEpochMilli());
        add(voter, cast.part(), day(cast.castAt()), cast.decided(), count);
    }

    private static void add(Voter voter, StudyPart part, long day, boolean decided, long count) {
        if (decided) {
            voter.decided.merge(part, count, Long::sum);
            voter.byDay.merge(day, count, Long::sum);
        } else {
            voter.abstentions += count;
        }
    }

    private Voter voter(JudgeId id) {
        return voters.computeIfAbsent(id, unused -> new Voter());
    }

    long decided(JudgeId id) {
        Voter voter = voters.get(id);
        return voter == null
                ? 0
                : voter.decided.values().stream().mapToLong(Long::longValue).sum();
    }

    long decidedOnDay(JudgeId id, Instant instant) {
        Voter voter = voters.get(id);
        return voter == null ? 0 : voter.byDay.getOrDefault(day(instant), 0L);
    }

    /**
     * How far the study is.
     *
     * @param byCoverage how many matchups have that many verdicts
     */
    StudyProgress progress(long open, SortedMap<Integer, Integer> byCoverage) {
        Map<StudyPart, Long> parts = new EnumMap<>(StudyPart.class);
        long abstentions = 0;
        SortedMap<Long, Long> byDay = new TreeMap<>();
        List<StudyProgress.Voter> rows = new ArrayList<>();
        for (Map.Entry<JudgeId, Voter> entry : voters.entrySet()) {
            Voter voter = entry.getValue();
            voter.decided.forEach((part, count) -> parts.merge(part, count, Long::sum));
            abstentions += voter.abstentions;
            voter.byDay.forEach((day, count) -> byDay.merge(day, count, Long::sum));
            rows.add(row(entry.getKey(), voter));
        }
        return new StudyProgress(
                parts.getOrDefault(StudyPart.PLAIN, 0L),
                parts.getOrDefault(StudyPart.GOLD, 0L),
                parts.getOrDefault(StudyPart.REPEAT, 0L),
                abstentions,
                open,
                byDay,
                byCoverage,
                rows);
    }

    private static StudyProgress.Voter row(JudgeId id, Voter voter) {
        return new StudyProgress.Voter(
                id,
                voter.decided.getOrDefault(StudyPart.PLAIN, 0L),
                voter.decided.getOrDefault(StudyPart.GOLD, 0L),
                voter.decided.getOrDefault(StudyPart.REPEAT, 0L),
                voter.abstentions,
                voter.lastMs);
    }
}
