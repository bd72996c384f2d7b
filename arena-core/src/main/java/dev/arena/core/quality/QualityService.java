package dev.arena.core.quality;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport.Alarm;
import dev.arena.core.quality.QualityReport.VoterReport;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks every voter, and stores decisions. A report reads the log three times and keeps what it found until the store changes; it is
 * made for somebody who looks, not for every vote. Safe for use by many threads.
 */
public final class QualityService {
    private static final Logger LOG = LoggerFactory.getLogger(QualityService.class);

    private final ArenaStore store;
    private final BattleMarks marks;
    private final Further further;
    private final Object deciding = new Object();
    private @Nullable QualityReport kept;

    /** Checks beside the usual ones. */
    interface Further {
        List<VoterCheck> checks();
    }

    /**
     * A service.
     *
     * @param marks which battles were planted
     */
    public QualityService(ArenaStore store, BattleMarks marks) {
        this(store, marks, List::of);
    }

    QualityService(ArenaStore store, BattleMarks marks, Further further) {
        this.store = store;
        this.marks = marks;
        this.further = further;
    }

    /**
     * What the checks find.
     *
     * @param study of which only the votes are looked at; null for all votes of people
     */
    public synchronized QualityReport report(@Nullable StudyId study) {
        long revision = store.revision();
        QualityReport known = kept;
        if (known == null || known.revision() != revision || !Objects.equals(known.study(), study)) {
            known = new Work(study).report(revision);
            kept = known;
        }
        return known;
    }

    /** Stores decisions; ratings follow them from the next table on. */
    public void decide(List<VoterDecision> decisions) {
        synchronized (deciding) {
            if (!decisions.isEmpty()) {
                store.quality().append(decisions);
            }
        }
    }

    /**
     * Stores what rules decide, save on voters on whom somebody has decided since the report was made: their decision stays.
     *
     * @param study of which the report was; null for all votes of people
     * @return what was stored
     */
    public List<VoterDecision> decideByRules(@Nullable StudyId study, List<VoterDecision> decisions) {
        synchronized (deciding) {
            Set<JudgeId> decided = newestDecisions(study).keySet();
            List<VoterDecision> fresh = decisions.stream()
                    .filter(decision -> !decided.contains(decision.judge()))
                    .toList();
            decide(fresh);
            return fresh;
        }
    }

    private Map<JudgeId, VoterDecision> newestDecisions(@Nullable StudyId study) {
        Map<JudgeId, VoterDecision> newest = new HashMap<>();
        for (VoterDecision decision : store.quality().listDecisions()) {
            if (decision.study() == null || study == null || decision.study().equals(study)) {
                newest.put(decision.judge(), decision);
            }
        }
        return newest;
    }

    /** One report in the making. */
    private final class Work {
        private final @Nullable StudyId study;
        private final QualityReading reading;
        private final OtherVoters others;
        private final MatchupTallies matchups = new MatchupTallies();
        private final Map<ContestantId, String> names = new HashMap<>();
        private final Map<JudgeId, VoterFile> files = new TreeMap<>();
        private final Map<String, Alarm> alarms = new TreeMap<>();

        Work(@Nullable StudyId study) {
            this.study = study;
            reading = new QualityReading(store, marks, study);
            others = new OtherVoters(reading.voters());
            for (Contestant contestant : store.catalog().listContestants()) {
                names.put(contestant.id(), contestant.name());
            }
        }

        QualityReport report(long revision) {
            reading.readTogether(others, matchups);
            try {
                others.fit();
            } catch (RuntimeException failure) {
                // without a fit nothing is expected, and the check says unknown
                alarm(BettingCheck.ID, failure);
            }
            reading.readEach(vote -> files.computeIfAbsent(
                            vote.cast().vote().judge(),
                            id -> new VoterFile(vote.cast().judge(), checks()))
                    .take(vote));
            decideBets();
            Map<JudgeId, VoterDecision> decisions = newestDecisions(study);
            List<VoterReport> voters = new ArrayList<>();
            files.forEach((judge, file) -> voters.add(file.report(decisions.get(judge))));
            voters.sort(Comparator.comparingLong(VoterReport::suspect)
                    .reversed()
                    .thenComparing(voter -> voter.judge().name())
                    .thenComparing(voter -> voter.judge().id()));
            files.values().forEach(this::collectAlarms);
            return new QualityReport(revision, study, voters, List.copyOf(alarms.values()));
        }

        private List<GuardedCheck> checks() {
            List<VoterCheck> checks = new ArrayList<>(List.of(
                    new DwellCheck(),
                    new SideCheck(SideCheck.Kind.STRETCH),
                    new SideCheck(SideCheck.Kind.RUNS),
                    new SideCheck(SideCheck.Kind.BALANCE),
                    new ShareCheck(ShareCheck.Kind.TIE, reading::ties),
                    new ShareCheck(ShareCheck.Kind.BOTH_BAD, reading::bothBad),
                    new BurstCheck(),
                    new RepeatCheck(),
                    new GoldCheck(),
                    new AgreementCheck(matchups),
                    new BettingCheck(others, names)));
            checks.addAll(further.checks());
            return checks.stream().map(GuardedCheck::new).toList();
        }

        private void decideBets() {
            List<BettingCheck> bets = new ArrayList<>();
            for (VoterFile file : files.values()) {
                for (GuardedCheck check : file.checks()) {
                    if (check.failure() == null && check.check() instanceof BettingCheck betting) {
                        bets.add(betting);
                    }
                }
            }
            try {
                BettingVerdicts.decide(bets);
            } catch (RuntimeException failure) {
                alarm(BettingCheck.ID, failure);
            }
        }

        private void collectAlarms(VoterFile file) {
            for (GuardedCheck check : file.checks()) {
                RuntimeException failure = check.failure();
                if (failure != null) {
                    alarm(check.check().id(), failure);
                }
            }
        }

        private void alarm(String check, RuntimeException failure) {
            Alarm known = alarms.get(check);
            if (known == null) {
                LOG.error(
                        "The quality check {} failed. What it would say is unknown, and every vote counts.",
                        check,
                        failure);
            }
            alarms.put(check, new Alarm(check, known == null ? 1 : known.voters() + 1, String.valueOf(failure)));
        }
    }
}
