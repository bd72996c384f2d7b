package dev.arena.core.store;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.StudyFigures.Coverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Adds up what those who run a study look at; used under the lock of the in-memory store. */
final class InMemoryStudyFigures {
    private final InMemoryBattles battles;
    private final InMemoryVotes votes;

    private record TimesKey(JudgeId voter, long ms) {}

    InMemoryStudyFigures(InMemoryBattles battles, InMemoryVotes votes) {
        this.battles = battles;
        this.votes = votes;
    }

    StudyFigures read(StudyId study) {
        Map<ContestantId, Coverage> coverage = new HashMap<>();
        List<StudyFigures.Gold> gold = new ArrayList<>();
        Map<TimesKey, Long> times = new HashMap<>();
        for (Battle battle : battles.listOfStudy(study)) {
            BattleStudy place = place(battle);
            JudgeId voter = voter(battle);
            Optional<Vote> vote = verdict(battle.id(), voter);
            if (place.part() == StudyPart.PLAIN) {
                Coverage seen = new Coverage(1, vote.isPresent() ? 1 : 0);
                battle.seats().forEach(seat -> coverage.merge(seat.contestant(), seen, Coverage::plus));
            }
            String source = place.source();
            if (vote.isPresent() && place.part() == StudyPart.GOLD && source != null) {
                gold.add(new StudyFigures.Gold(voter, source, vote.get().verdict(), 1));
            }
            Long took = vote.map(cast -> cast.draft().latencyMs()).orElse(null);
            if (took != null) {
                times.merge(new TimesKey(voter, StudyFigures.threeDigits(took)), 1L, Long::sum);
            }
        }
        List<StudyFigures.Times> summed = new ArrayList<>();
        times.forEach((key, count) -> summed.add(new StudyFigures.Times(key.voter(), key.ms(), count)));
        return new StudyFigures(new VoteId(votes.count()), new BattleId(battles.count()), coverage, gold, summed);
    }

    Map<JudgeId, Long> repeatedAlike(StudyId study, @Nullable JudgeId wanted) {
        Map<JudgeId, Long> alike = new HashMap<>();
        for (Battle battle : battles.listOfStudy(study)) {
            BattleStudy place = place(battle);
            JudgeId voter = voter(battle);
            String source = place.source();
            if (place.part() != StudyPart.REPEAT || source == null || (wanted != null && !wanted.equals(voter))) {
                continue;
            }
            Battle before = battles.getBattle(new BattleId(Long.parseLong(source)));
            Optional<Vote> vote = verdict(battle.id(), voter);
            Optional<Vote> first = verdict(before.id(), voter);
            if (vote.isPresent() && first.isPresent()) {
                boolean same = best(battle, vote.get()).equals(best(before, first.get()));
                alike.merge(voter, same ? 1L : 0L, Long::sum);
            }
        }
        return alike;
    }

    private static Optional<ContestantId> best(Battle battle, Vote vote) {
        if (!(vote.verdict() instanceof Verdict.Ranking ranking)) {
            return Optional.empty();
        }
        OptionalInt best = ranking.onlyBest();
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

    private static JudgeId voter(Battle battle) {
        return Objects.requireNonNull(battle.draft().origin().voter(), "a battle of a voter");
    }
}
