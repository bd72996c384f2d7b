package dev.arena.core.store;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.store.StudyFindings.Coverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what those who run a study look at; used under the lock of the in-memory store. */
final class InMemoryStudyFindings {
    private final InMemoryBattles battles;
    private final InMemoryVotes votes;
    private final Map<JudgeId, Sums> sums = new HashMap<>();
    private final SortedMap<ContestantId, Coverage> coverage = new TreeMap<>();

    private static final class Sums {
        private final List<Long> times = new ArrayList<>();
        private long goldVotes;
        private long goldRight;
        private long repeatSame;

        private StudyFindings.Voter voter() {
            times.sort(null);
            Long median = times.isEmpty() ? null : times.get((times.size() - 1) / 2);
            return new StudyFindings.Voter(goldVotes, goldRight, repeatSame, median);
        }
    }

    InMemoryStudyFindings(InMemoryBattles battles, InMemoryVotes votes) {
        this.battles = battles;
        this.votes = votes;
    }

    StudyFindings read(StudyId study) {
        for (Battle battle : battles.listOfStudy(study)) {
            JudgeId voter = Objects.requireNonNull(battle.draft().origin().voter(), "a battle of a voter");
            Optional<Vote> vote = verdict(battle.id(), voter);
            if (place(battle).part() == StudyPart.PLAIN) {
                Coverage seen = new Coverage(1, vote.isPresent() ? 1 : 0);
                battle.seats().forEach(seat -> coverage.merge(seat.contestant(), seen, Coverage::plus));
            }
            vote.ifPresent(cast -> add(battle, cast, sums.computeIfAbsent(voter, unused -> new Sums())));
        }
        SortedMap<JudgeId, StudyFindings.Voter> voters = new TreeMap<>();
        sums.forEach((id, sum) -> voters.put(id, sum.voter()));
        return new StudyFindings(voters, coverage);
    }

    private void add(Battle battle, Vote vote, Sums sum) {
        Long took = vote.draft().latencyMs();
        if (took != null) {
            sum.times.add(StudyFindings.threeDigits(took));
        }
        String source = place(battle).source();
        if (source != null && place(battle).part() == StudyPart.GOLD) {
            sum.goldVotes++;
            sum.goldRight += GoldAnswer.parse(source).agrees(vote.verdict()) ? 1 : 0;
        } else if (source != null) {
            sum.repeatSame += isSame(battle, vote, source) ? 1 : 0;
        }
    }

    private boolean isSame(Battle battle, Vote vote, String source) {
        Battle before = battles.getBattle(new BattleId(Long.parseLong(source)));
        return verdict(before.id(), vote.judge())
                .filter(first -> best(before, first).equals(best(battle, vote)))
                .isPresent();
    }

    private static Optional<ContestantId> best(Battle battle, Vote vote) {
        OptionalInt best = vote.verdict() instanceof Verdict.Ranking ranking ? ranking.onlyBest() : OptionalInt.empty();
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(battle.seats().get(best.getAsInt())).map(Seat::contestant);
    }

    private Optional<Vote> verdict(BattleId battle, JudgeId voter) {
        return votes.findCurrent(battle, voter).filter(vote -> vote.verdict().decides());
    }

    private static BattleStudy place(Battle battle) {
        return Objects.requireNonNull(battle.draft().origin().study(), "a battle of a study");
    }
}
