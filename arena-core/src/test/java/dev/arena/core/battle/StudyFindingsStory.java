package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.store.StudyFindings;
import dev.arena.core.store.StudyFindings.Coverage;
import dev.arena.core.study.StudyProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What those who run a study are told of its voters and its coverage, in every store. */
abstract class StudyFindingsStory extends OwnBoardsStory {
    private static final List<String> VERDICTS = List.of("first", "first", "second", "tie", "both_bad", "skip");

    /** The findings by their definition: every battle of every voter is read. */
    private final class PlainReading {
        private final SortedMap<JudgeId, StudyFindings.Voter> voters = new TreeMap<>();
        private final SortedMap<ContestantId, Coverage> coverage = new TreeMap<>();
        private final StudyId study;

        PlainReading(StudyId study, List<JudgeId> everyone) {
            this.study = study;
            everyone.forEach(this::read);
        }

        private void read(JudgeId voter) {
            List<Long> times = new ArrayList<>();
            long[] sums = new long[3];
            for (Battle battle : store.battles().listDrawnFor(voter, study)) {
                Optional<Vote> vote = verdict(battle, voter);
                BattleStudy place =
                        Objects.requireNonNull(battle.draft().origin().study());
                if (place.part() == StudyPart.PLAIN) {
                    Coverage seen = new Coverage(1, vote.isPresent() ? 1 : 0);
                    battle.seats().forEach(seat -> coverage.merge(seat.contestant(), seen, Coverage::plus));
                }
                String source = place.source();
                if (vote.isEmpty()) {
                    continue;
                }
                Optional.ofNullable(vote.get().draft().latencyMs()).ifPresent(times::add);
                if (source != null && place.part() == StudyPart.GOLD) {
                    sums[0]++;
                    sums[1] += GoldAnswer.parse(source).agrees(vote.get().verdict()) ? 1 : 0;
                } else if (source != null) {
                    Battle before = store.battles().getBattle(new BattleId(Long.parseLong(source)));
                    sums[2] += verdict(before, voter)
                                    .filter(first -> best(before, first).equals(best(battle, vote.get())))
                                    .isPresent()
                            ? 1
                            : 0;
                }
            }
            times.sort(null);
            Long median = times.isEmpty() ? null : threeDigits(times.get((times.size() - 1) / 2));
            voters.put(voter, new StudyFindings.Voter(sums[0], sums[1], sums[2], median));
        }

        private Optional<Vote> verdict(Battle battle, JudgeId voter) {
            return store.votes()
                    .findCurrent(battle.id(), voter)
                    .filter(vote -> vote.verdict().decides());
        }

        private static Optional<ContestantId> best(Battle battle, Vote vote) {
            OptionalInt best =
                    vote.verdict() instanceof Verdict.Ranking ranking ? ranking.onlyBest() : OptionalInt.empty();
            return best.isEmpty()
                    ? Optional.empty()
                    : Optional.of(battle.seats().get(best.getAsInt())).map(Seat::contestant);
        }

        private static Long threeDigits(long ms) {
            return ms < 1000 ? ms : ms < 10_000 ? ms / 10 * 10 : ms < 100_000 ? ms / 100 * 100 : ms / 1000 * 1000;
        }
    }

    private void assertFindings(Study study, List<JudgeId> everyone, String when) {
        StudyFindings found = floor.studies.findings(study.id());
        PlainReading plain = new PlainReading(study.id(), everyone);

        for (JudgeId voter : everyone) {
            assertThat(found.of(voter)).as("%s, voter %s", when, voter).isEqualTo(plain.voters.get(voter));
        }
        assertThat(found.coverage()).as(when).isEqualTo(plain.coverage);
    }

    @Test
    void findings_ofVotesOfAllKinds_areThoseOfAPlainReading() {
        floor.fill(12, 3);
        String settings = "gold: {share: 0.25, identical: true}\nrepeats: {share: 0.3, after: 2}\nreservation: PT30M";
        Study study = floor.study("s", settings);
        JudgeId cai = floor.voter("cai");
        List<JudgeId> everyone = List.of(ann, bob, cai);
        Random chance = new Random(20261122);
        for (int round = 0; round < 90; round++) {
            if (round == 20 || round == 65) {
                floor.restart();
            }
            if (round == 40) {
                floor.studies.revise("s", StudyFloor.settings("s", settings + "\ncontestants: [model-0, model-1]"));
            }
            castSomething(everyone.get(round % 3), study, chance);
            if (round % 7 == 3) {
                assertFindings(study, everyone, "round " + round + " of seed 20261122");
            }
        }
        assertFindings(study, everyone, "the end");
        StudyFindings kept = floor.studies.findings(study.id());
        StudyProgress progress = floor.studies.progress("s");
        floor.restart();
        assertThat(floor.studies.findings(study.id())).isEqualTo(kept);
        assertThat(floor.studies.progress("s")).isEqualTo(progress);
        assertThat(kept.voters().values()).anyMatch(voter -> voter.goldRight() > 0);
        assertThat(kept.voters().values()).anyMatch(voter -> voter.repeatSame() > 0);
    }

    /** Votes, skips, votes taken back and battles left until their time is over. */
    private void castSomething(JudgeId voter, Study study, Random chance) {
        floor.pass(Duration.ofMillis(200 + chance.nextInt(1_400_000)));
        if (floor.battles.next(voter, floor.studies.get(study.key())).isEmpty()) {
            return;
        }
        Battle battle = floor.next(voter, study);
        if (chance.nextInt(8) == 0) {
            return;
        }
        floor.pass(Duration.ofMillis(150 + chance.nextInt(200_000)));
        String verdict = VERDICTS.get(chance.nextInt(VERDICTS.size()));
        VoteReceipt receipt = floor.vote(voter, battle, new VoteRequest(verdict, null, null, null, null));
        if (!verdict.equals("skip") && chance.nextInt(5) == 0) {
            assertThat(floor.battles.withdraw(voter, receipt.reveal().vote())).isNotNull();
        }
    }

    @Test
    void progress_tellsWhenEachVoterWasLastHere() {
        floor.fill(3, 2);
        Study study = floor.study("s", "");
        floor.vote(ann, floor.next(ann, study));
        floor.pass(Duration.ofSeconds(77));
        floor.vote(ann, floor.next(ann, study), SKIP);
        floor.pass(Duration.ofSeconds(77));

        assertThat(floor.studies.progress("s").voters().get(0).lastVoteMs())
                .isEqualTo(StudyFloor.MORNING.plusSeconds(77).toEpochMilli());
        StudyProgress before = floor.studies.progress("s");
        floor.restart();
        assertThat(floor.studies.progress("s")).isEqualTo(before);
    }

    @Test
    void coverage_ofMatchups_countsThoseThatTheStudyHasNow() {
        floor.fill(4, 3);
        Study study = floor.study("s", "votes_per_matchup: 2");
        assertCoverage(study, null);
        for (int i = 0; i < 7; i++) {
            floor.vote(ann, floor.next(ann, study));
            floor.vote(bob, floor.next(bob, study));
        }
        Battle open = floor.next(ann, study);
        assertCoverage(study, null);
        floor.restart();
        assertCoverage(study, null);

        String fewer = "votes_per_matchup: 2\ncontestants: [model-1, model-2]";
        floor.studies.revise("s", StudyFloor.settings("s", fewer));
        assertCoverage(floor.studies.get("s"), "model-0");
        floor.vote(ann, open);
        floor.vote(bob, floor.next(bob, study));
        assertCoverage(floor.studies.get("s"), "model-0");

        floor.studies.revise("s", StudyFloor.settings("s", "matchups: 5"));
        MatchupCoverage free = floor.battles.coverage(floor.studies.get("s"));
        assertThat(free.enough()).isNull();
        assertThat(free.none() + free.some()).isEqualTo(5);
    }

    private void assertCoverage(Study study, @Nullable String without) {
        Map<String, Integer> verdicts = new HashMap<>();
        long matchups = without == null ? 12 : 4;
        Optional<ContestantId> left = Optional.ofNullable(without)
                .map(name -> store.catalog().findContestant(name).orElseThrow().id());
        for (JudgeId voter : List.of(ann, bob)) {
            for (Battle battle : store.battles().listDrawnFor(voter, study.id())) {
                boolean counts = battle.seats().stream()
                        .noneMatch(
                                seat -> left.filter(seat.contestant()::equals).isPresent());
                if (counts && store.votes().findCurrent(battle.id(), voter).isPresent()) {
                    verdicts.merge(battle.draft().matchupKey(), 1, Integer::sum);
                }
            }
        }
        long enough = verdicts.values().stream().filter(count -> count >= 2).count();

        assertThat(floor.battles.coverage(study))
                .isEqualTo(new MatchupCoverage(matchups - verdicts.size(), verdicts.size() - enough, enough));
    }
}
