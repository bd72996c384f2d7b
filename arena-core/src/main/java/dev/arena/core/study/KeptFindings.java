package dev.arena.core.study;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.StudyFigures;
import dev.arena.core.store.StudyFigures.Coverage;
import dev.arena.core.store.StudyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one study, added up by the store once and then kept up to date by who stores battles and votes. What is stored while
 * the store adds up is kept aside; the newest vote and battle that were added up tell which of it is counted already.
 */
final class KeptFindings {
    private final StudyStore studies;
    private final StudyId study;
    private final Object reading = new Object();
    private final Map<JudgeId, Voter> voters = new HashMap<>();
    private final Map<ContestantId, Coverage> coverage = new HashMap<>();
    private final List<Change> aside = new ArrayList<>();
    /** Voters whose repeats are compared again before the next answer. */
    private final Set<JudgeId> changed = new HashSet<>();

    private volatile boolean read;

    private static final class Voter {
        private final ReadingTimes times = new ReadingTimes();
        private long goldVotes;
        private long goldRight;
        private long repeatSame;
    }

    /**
     * What was stored.
     *
     * @param vote null where the battle was opened
     * @param replaced the vote whose place it took; null where there was none, or it was an abstention
     */
    private record Change(
            Battle battle, @Nullable Vote vote, @Nullable Vote replaced) {}

    KeptFindings(StudyStore studies, StudyId study) {
        this.studies = studies;
        this.study = study;
    }

    void opened(Battle battle) {
        take(new Change(battle, null, null));
    }

    void stored(Battle battle, Vote vote, @Nullable Vote replaced) {
        take(new Change(battle, vote, replaced));
    }

    private synchronized void take(Change change) {
        if (read) {
            apply(change);
        } else {
            aside.add(change);
        }
    }

    /** As it stands now. */
    StudyFindings now() {
        synchronized (reading) {
            if (!read) {
                StudyFigures figures = studies.figures(study);
                Map<JudgeId, Long> alike = studies.repeatedAlike(study, null);
                begin(figures, alike);
            }
            for (JudgeId voter : takeChanged()) {
                long same = studies.repeatedAlike(study, voter).getOrDefault(voter, 0L);
                setRepeatSame(voter, same);
            }
            return findings();
        }
    }

    private synchronized void begin(StudyFigures figures, Map<JudgeId, Long> alike) {
        coverage.putAll(figures.coverage());
        for (StudyFigures.Gold gold : figures.gold()) {
            Voter voter = voter(gold.voter());
            voter.goldVotes += gold.count();
            voter.goldRight += GoldAnswer.parse(gold.source()).agrees(gold.verdict()) ? gold.count() : 0;
        }
        figures.times().forEach(times -> voter(times.voter()).times.add(times.ms(), times.count()));
        alike.forEach((voter, same) -> voter(voter).repeatSame = same);
        aside.stream()
                .filter(change -> isLater(change, figures.lastBattle(), figures.lastVote()))
                .forEach(this::apply);
        aside.clear();
        read = true;
    }

    private static boolean isLater(Change change, BattleId lastBattle, VoteId lastVote) {
        return change.vote() == null
                ? change.battle().id().compareTo(lastBattle) > 0
                : change.vote().id().compareTo(lastVote) > 0;
    }

    private void apply(Change change) {
        Battle battle = change.battle();
        Vote vote = change.vote();
        if (vote == null) {
            see(battle, new Coverage(1, 0));
            return;
        }
        count(battle, vote, 1);
        Vote replaced = change.replaced();
        if (replaced != null) {
            count(battle, replaced, -1);
        }
    }

    private void count(Battle battle, Vote vote, int sign) {
        if (!vote.verdict().decides()) {
            return;
        }
        see(battle, new Coverage(0, sign));
        Voter voter = voter(vote.judge());
        Long took = vote.draft().latencyMs();
        if (took != null) {
            voter.times.add(took, sign);
        }
        BattleStudy place = place(battle);
        String source = place.source();
        if (place.part() == StudyPart.GOLD && source != null) {
            voter.goldVotes += sign;
            voter.goldRight += GoldAnswer.parse(source).agrees(vote.verdict()) ? sign : 0;
        }
        if (place.part() == StudyPart.REPEAT || sign < 0) {
            changed.add(vote.judge());
        }
    }

    private void see(Battle battle, Coverage more) {
        if (place(battle).part() == StudyPart.PLAIN) {
            battle.seats().forEach(seat -> coverage.merge(seat.contestant(), more, Coverage::plus));
        }
    }

    private static BattleStudy place(Battle battle) {
        return Objects.requireNonNull(battle.draft().origin().study(), "a battle of a study");
    }

    private Voter voter(JudgeId id) {
        return voters.computeIfAbsent(id, unused -> new Voter());
    }

    private synchronized Set<JudgeId> takeChanged() {
        Set<JudgeId> taken = new HashSet<>(changed);
        changed.clear();
        return taken;
    }

    private synchronized void setRepeatSame(JudgeId voter, long same) {
        voter(voter).repeatSame = same;
    }

    private synchronized StudyFindings findings() {
        SortedMap<JudgeId, StudyFindings.Voter> found = new TreeMap<>();
        voters.forEach((id, voter) -> found.put(
                id, new StudyFindings.Voter(voter.goldVotes, voter.goldRight, voter.repeatSame, voter.times.median())));
        return new StudyFindings(found, new TreeMap<>(coverage));
    }
}
