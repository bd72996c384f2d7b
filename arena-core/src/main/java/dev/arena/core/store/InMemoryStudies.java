package dev.arena.core.store;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class InMemoryStudies implements StudyStore {
    private static final long DAY_MS = 86_400_000;

    private final Memory memory;
    private final InMemoryStudyTable table;
    private final InMemoryBattles battles;
    private final InMemoryVotes votes;

    private record VotesKey(JudgeId voter, StudyPart part, long day, boolean decided) {}

    private record Sum(long votes, long lastMs) {
        Sum plus(Sum other) {
            return new Sum(votes + other.votes, Math.max(lastMs, other.lastMs));
        }
    }

    InMemoryStudies(Memory memory, InMemoryStudyTable table, InMemoryBattles battles, InMemoryVotes votes) {
        this.memory = memory;
        this.table = table;
        this.battles = battles;
        this.votes = votes;
    }

    @Override
    public StoredStudy create(String key, String settings, Instant now) {
        return memory.write(() -> {
            if (table.find(key).isPresent()) {
                throw new IllegalArgumentException("study " + key + " is stored already");
            }
            StudyId id = table.add(key);
            table.put(
                    table.get(id),
                    new StoredStudy.Version(table.nextVersion(), 1, settings, InMemoryStudyTable.ms(now)));
            return table.put(table.get(id), new StoredStudy.Change(StudyState.DRAFT, "", InMemoryStudyTable.ms(now)));
        });
    }

    @Override
    public StoredStudy addVersion(StudyId study, String settings, Instant now) {
        return memory.write(() -> {
            StoredStudy known = table.get(study);
            int number = known.versions().size() + 1;
            return table.put(
                    known, new StoredStudy.Version(table.nextVersion(), number, settings, InMemoryStudyTable.ms(now)));
        });
    }

    @Override
    public StoredStudy addState(StudyId study, StudyState state, String reason, Instant now) {
        return memory.write(
                () -> table.put(table.get(study), new StoredStudy.Change(state, reason, InMemoryStudyTable.ms(now))));
    }

    @Override
    public Optional<StoredStudy> find(String key) {
        return memory.read(() -> table.find(key));
    }

    @Override
    public List<StoredStudy> list() {
        return memory.read(table::list);
    }

    @Override
    public List<String> putSample(StudyVersionId version, List<String> matchups) {
        return memory.write(() -> table.putSample(version, matchups));
    }

    @Override
    public Optional<List<String>> findSample(StudyVersionId version) {
        return memory.read(() -> table.findSample(version));
    }

    @Override
    public StudyTally tally(StudyId study) {
        return memory.read(() -> {
            Map<String, Integer> decided = new TreeMap<>();
            List<StudyTally.Open> open = new ArrayList<>();
            Map<VotesKey, Sum> counts = new HashMap<>();
            for (Battle battle : battles.listOfStudy(study)) {
                BattleStudy place = battle.draft().origin().study();
                JudgeId voter = battle.draft().origin().voter();
                if (place == null || voter == null) {
                    continue;
                }
                Optional<Vote> vote = votes.findCurrent(battle.id(), voter);
                if (vote.isEmpty()) {
                    open.add(open(battle, voter, place));
                    continue;
                }
                boolean decides = vote.get().verdict().decides();
                if (decides && place.part() == StudyPart.PLAIN) {
                    decided.merge(battle.draft().matchupKey(), 1, Integer::sum);
                }
                long castMs = vote.get().draft().castAt().toEpochMilli();
                VotesKey key = new VotesKey(voter, place.part(), Math.floorDiv(castMs, DAY_MS), decides);
                counts.merge(key, new Sum(1, castMs), Sum::plus);
            }
            List<StudyTally.Votes> summed = new ArrayList<>();
            counts.forEach((key, count) -> summed.add(new StudyTally.Votes(
                    key.voter(), key.part(), key.day(), key.decided(), count.votes(), count.lastMs())));
            return new StudyTally(decided, open, summed);
        });
    }

    @Override
    public StudyFindings findings(StudyId study) {
        return memory.read(() -> new InMemoryStudyFindings(battles, votes).read(study));
    }

    private static StudyTally.Open open(Battle battle, JudgeId voter, BattleStudy place) {
        return new StudyTally.Open(
                battle.id(),
                voter,
                place.version(),
                place.part(),
                battle.draft().matchupKey(),
                battle.draft().openedAt());
    }

    @Override
    public Optional<String> findAnswers(VoteId vote) {
        return memory.read(() -> votes.answers(vote));
    }

    @Override
    public void scanAnswers(VoteId after, AnswerAction action) {
        Map<VoteId, String> rows = memory.read(() -> votes.answersAfter(after));
        rows.forEach(action::take);
    }
}
