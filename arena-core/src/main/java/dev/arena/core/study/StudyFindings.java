package dev.arena.core.study;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Vote;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the battles of a study say about its voters and its coverage. Every battle of the study is read, so it is for studies of some ten
 * thousand votes; whoever asks looks at {@link StudyProgress} first.
 *
 * @param voters by judge
 * @param coverage by contestant
 */
public record StudyFindings(SortedMap<JudgeId, Voter> voters, SortedMap<ContestantId, Coverage> coverage) {
    public StudyFindings {
        voters = Collections.unmodifiableSortedMap(new TreeMap<>(voters));
        coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
    }

    /**
     * What one voter did.
     *
     * @param goldVotes verdicts on battles with a known answer
     * @param goldRight of these, right ones
     * @param medianMs half of the verdicts came faster; null where no time was measured
     * @param lastVoteMs of the latest vote, UTC; null before any
     */
    public record Voter(
            long goldVotes,
            long goldRight,
            @Nullable Long medianMs,
            @Nullable Long lastVoteMs) {}

    /**
     * How often a contestant was seen in plain battles.
     *
     * @param battles opened, skipped ones included
     * @param votes verdicts on them
     */
    public record Coverage(long battles, long votes) {
        Coverage plus(boolean decided) {
            return new Coverage(battles + 1, votes + (decided ? 1 : 0));
        }
    }

    /** Reads the battles of these voters in a study. */
    public static StudyFindings read(ArenaStore store, StudyId study, List<StudyProgress.Voter> voters) {
        SortedMap<JudgeId, Voter> found = new TreeMap<>();
        SortedMap<ContestantId, Coverage> coverage = new TreeMap<>();
        for (StudyProgress.Voter voter : voters) {
            Tally tally = new Tally();
            for (Battle battle : store.battles().listDrawnFor(voter.voter(), study)) {
                tally.add(battle, store.votes().findCurrent(battle.id(), voter.voter()), coverage);
            }
            found.put(voter.voter(), tally.voter());
        }
        return new StudyFindings(found, coverage);
    }

    private static final class Tally {
        private final List<Long> times = new ArrayList<>();
        private long goldVotes;
        private long goldRight;
        private @Nullable Long last;

        void add(Battle battle, Optional<Vote> vote, Map<ContestantId, Coverage> coverage) {
            BattleStudy place = Objects.requireNonNull(battle.draft().origin().study(), "a battle of a study");
            boolean decided = vote.isPresent() && vote.get().verdict().decides();
            vote.ifPresent(cast -> seen(cast, decided));
            if (place.part() == StudyPart.PLAIN) {
                for (Seat seat : battle.seats()) {
                    coverage.merge(
                            seat.contestant(), new Coverage(0, 0).plus(decided), (old, fresh) -> old.plus(decided));
                }
            }
            String source = place.source();
            if (place.part() == StudyPart.GOLD && decided && source != null) {
                goldVotes++;
                goldRight += GoldAnswer.parse(source).agrees(vote.get().verdict()) ? 1 : 0;
            }
        }

        private void seen(Vote vote, boolean decided) {
            long at = vote.draft().castAt().toEpochMilli();
            last = last == null ? at : Math.max(last, at);
            Long took = vote.draft().latencyMs();
            if (decided && took != null) {
                times.add(took);
            }
        }

        Voter voter() {
            Collections.sort(times);
            Long median = times.isEmpty() ? null : times.get((times.size() - 1) / 2);
            return new Voter(goldVotes, goldRight, median, last);
        }
    }
}
