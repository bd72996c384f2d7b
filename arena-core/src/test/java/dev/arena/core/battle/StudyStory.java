package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.study.StudyException;
import dev.arena.core.study.StudyException.Kind;
import dev.arena.core.study.StudyProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Studies from their opening to their end, in every store. */
abstract class StudyStory extends StudySettingsStory {
    @Test
    void twoVoters_onOneMatchupEach_findNothingMore() {
        floor.fill(2, 2);
        Study study = floor.study("s", "votes_per_matchup: 1");
        Battle first = floor.next(ann, study);
        Battle second = floor.next(bob, study);

        assertThat(first.draft().matchupKey()).isNotEqualTo(second.draft().matchupKey());
        assertThat(floor.next(ann, study)).as("the open one again").isEqualTo(first);
        assertThat(floor.battles.next(floor.voter("cai"), study)).isEmpty();
        floor.vote(ann, first);
        floor.vote(bob, second);
        assertThat(floor.battles.next(ann, study)).isEmpty();
        floor.restart();
        assertThat(floor.battles.next(ann, study)).isEmpty();
        assertThat(floor.studies.progress("s").matchupsWith(1)).isEqualTo(2);
    }

    @Test
    void next_inAStudyAndOnTheFloor_knowNothingOfEachOther() {
        floor.fill(1, 2);
        Study study = floor.study("s", "");
        Battle inStudy = floor.next(ann, study);
        ShownBattle onFloor = floor.battles.next(ann).orElseThrow();

        assertThat(onFloor.token()).isNotEqualTo(inStudy.token());
        assertThat(onFloor.study()).isNull();
        floor.vote(ann, inStudy);
        assertThat(floor.battles.next(ann).orElseThrow().token()).isEqualTo(onFloor.token());
        assertThat(floor.battles.next(ann).orElseThrow().progress().voted()).isZero();
    }

    @Test
    void reservation_thatRunsOut_givesTheMatchupToAnother() {
        floor.fill(1, 2);
        Study study = floor.study("s", "votes_per_matchup: 1\nreservation: PT30M");
        Battle anns = floor.next(ann, study);
        floor.pass(Duration.ofMinutes(29));
        assertThat(floor.battles.next(bob, study)).isEmpty();
        floor.pass(Duration.ofMinutes(1));
        Battle bobs = floor.next(bob, study);

        assertThat(bobs.draft().matchupKey()).isEqualTo(anns.draft().matchupKey());
        assertRefused(() -> floor.vote(ann, anns), BattleException.Kind.RESERVATION_EXPIRED);
        floor.vote(bob, bobs);
        assertRefused(() -> floor.vote(ann, anns), BattleException.Kind.RESERVATION_EXPIRED);
        assertThat(floor.battles.next(ann, study)).isEmpty();
        assertThat(floor.studies.progress("s").votes()).isEqualTo(1);
        assertThat(floor.studies.progress("s").abstentions()).isEqualTo(1);
        assertThat(store.votes().findCurrent(anns.id(), ann).orElseThrow().verdict())
                .isEqualTo(Verdict.abstain(AbstentionReason.EXPIRED, null));
    }

    @Test
    void lateVote_whileThePlaceIsFree_counts() {
        floor.fill(2, 2);
        Study study = floor.study("s", "votes_per_matchup: 1");
        Battle late = floor.next(ann, study);
        floor.pass(Duration.ofHours(3));
        VoteReceipt receipt = floor.vote(ann, late);

        assertThat(receipt.stored()).isTrue();
        assertThat(floor.studies.progress("s").votes()).isEqualTo(1);
        assertThat(floor.next(bob, study).draft().matchupKey())
                .isNotEqualTo(late.draft().matchupKey());
    }

    @Test
    void lateVote_afterItsVoterWasGivenAnother_supersedesTheExpiry() {
        floor.fill(30, 2);
        Study study = floor.study("s", "votes_per_matchup: 1");
        Battle late = floor.next(ann, study);
        floor.pass(Duration.ofHours(1));
        Battle other = floor.next(ann, study);
        assertThat(other.id()).isNotEqualTo(late.id());
        assertThat(floor.studies.progress("s").abstentions()).isEqualTo(1);
        if (!other.draft().matchupKey().equals(late.draft().matchupKey())) {
            floor.vote(ann, late);
        } else {
            assertRefused(() -> floor.vote(ann, late), BattleException.Kind.RESERVATION_EXPIRED);
        }
        floor.vote(ann, other);
        floor.restart();

        long voted = other.draft().matchupKey().equals(late.draft().matchupKey()) ? 1 : 2;
        assertThat(floor.studies.progress("s").votes()).isEqualTo(voted);
        assertThat(floor.studies.progress("s").abstentions()).isEqualTo(2 - voted);
        assertThat(floor.battles.progress(ann, study).voted()).isEqualTo(voted);
    }

    @Test
    void expiredMatchup_ofASoleVoter_isGivenAgainOnce() {
        floor.fill(1, 2);
        Study study = floor.study("s", "votes_per_matchup: 2");
        Battle before = floor.next(ann, study);
        floor.pass(Duration.ofHours(1));
        Battle after = floor.next(ann, study);

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.draft().matchupKey()).isEqualTo(before.draft().matchupKey());
        assertRefused(() -> floor.vote(ann, before), BattleException.Kind.RESERVATION_EXPIRED);
        floor.vote(ann, after);
        assertThat(floor.battles.next(ann, study)).isEmpty();
        assertThat(floor.studies.progress("s").votes()).isEqualTo(1);
    }

    @Test
    void skip_givesThePlaceBackAndNeverComesAgain() {
        floor.fill(1, 2);
        Study study = floor.study("s", "votes_per_matchup: 1");
        floor.vote(ann, floor.next(ann, study), SKIP);

        assertThat(floor.battles.next(ann, study)).isEmpty();
        assertThat(floor.battles.next(bob, study)).isPresent();
        StudyProgress progress = floor.studies.progress("s");
        assertThat(progress.votes()).isZero();
        assertThat(progress.abstentions()).isEqualTo(1);
        assertThat(progress.open()).isEqualTo(1);
    }

    @Test
    void withdrawal_givesThePlaceBack() {
        floor.fill(1, 2);
        Study study = floor.study("s", "votes_per_matchup: 1");
        VoteReceipt receipt = floor.vote(ann, floor.next(ann, study));
        assertThat(floor.battles.next(bob, study)).isEmpty();
        floor.battles.withdraw(ann, receipt.reveal().vote());
        floor.battles.withdraw(ann, receipt.reveal().vote());

        assertThat(floor.battles.next(bob, study)).isPresent();
        assertThat(floor.battles.next(ann, study)).isEmpty();
        assertThat(floor.studies.progress("s").votes()).isZero();
        floor.restart();
        assertThat(floor.studies.progress("s").votes()).isZero();
        assertThat(floor.battles.progress(ann, study).voted()).isZero();
    }

    @Test
    void quota_ofAVoter_endsWithThanksAndCountsByDay() {
        floor.fill(9, 2);
        Study study = floor.study("s", "voters: {who: anyone, quota: 3, daily: 2}");
        for (int i = 0; i < 2; i++) {
            assertThat(floor.battles.next(ann, study).orElseThrow().progress())
                    .isEqualTo(new VotingProgress(i, 3 - i, 3));
            floor.vote(ann, floor.next(ann, study));
        }
        assertThatThrownBy(() -> floor.battles.next(ann, study)).isInstanceOfSatisfying(StudyException.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.QUOTA_REACHED);
            assertThat(e).hasMessageContaining("today");
            assertThat(e.details()).isEqualTo(Map.of("daily", 2, "voted", 2L, "wanted", 3));
        });
        floor.restart();
        floor.pass(Duration.ofDays(1));
        floor.vote(ann, floor.next(ann, study), SKIP);
        VoteReceipt last = floor.vote(ann, floor.next(ann, study));
        assertThat(last.reveal().progress()).isEqualTo(new VotingProgress(3, 0, 3));
        floor.pass(Duration.ofDays(1));
        assertThatThrownBy(() -> floor.battles.next(ann, study))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("all the votes that this study wants of you. Thank you.");
        assertThat(floor.battles.next(bob, study)).isPresent();
    }

    @Test
    void pause_keepsOpenBattlesAndResumes() {
        floor.fill(4, 2);
        Study study = floor.study("s", "");
        Battle inHand = floor.next(ann, study);
        floor.studies.setState("s", StudyState.PAUSED, "lunch");
        Study paused = floor.studies.get("s");

        assertRefused(() -> floor.battles.next(bob, paused), Kind.STUDY_PAUSED);
        assertRefused(() -> floor.battles.next(ann, paused), Kind.STUDY_PAUSED);
        VoteReceipt receipt = floor.vote(ann, inHand);
        assertThat(receipt.stored()).isTrue();
        Study again = floor.studies.setState("s", StudyState.OPEN, "");
        Battle next = floor.next(ann, again);
        floor.studies.setState("s", StudyState.CLOSED, "enough");

        assertRefused(() -> floor.vote(ann, next), Kind.STUDY_CLOSED);
        assertRefused(() -> floor.battles.next(ann, floor.studies.get("s")), Kind.STUDY_CLOSED);
        assertRefused(() -> floor.battles.withdraw(ann, receipt.reveal().vote()), Kind.STUDY_CLOSED);
        assertRefused(() -> floor.studies.setState("s", StudyState.OPEN, ""), Kind.STATE_NOT_ALLOWED);
    }

    @Test
    void draft_isUnknownToVoters_andInvitedOnesOnlyAreLetIn() {
        floor.fill(2, 2);
        Study draft = floor.studies.create(StudyFloor.settings("s", "voters: {who: invited}"));
        assertRefused(() -> floor.battles.next(ann, draft), Kind.UNKNOWN_STUDY);
        Study study = floor.studies.setState("s", StudyState.OPEN, "");

        assertRefused(() -> floor.battles.next(ann, study), Kind.NOT_INVITED);
        floor.invite(ann, study);
        assertThat(floor.battles.next(ann, study)).isPresent();
        assertRefused(() -> floor.battles.next(bob, study), Kind.NOT_INVITED);
    }

    /** The battle of these that another one repeats in another order, more than five battles later. */
    private static Battle requireRepeat(Battle battle, List<Battle> plain, @Nullable String source) {
        Battle before = plain.stream()
                .filter(known -> String.valueOf(known.id().value()).equals(source))
                .findFirst()
                .orElseThrow();
        assertThat(battle.seats()).isNotEqualTo(before.seats()).containsExactlyInAnyOrderElementsOf(before.seats());
        assertThat(battle.id().value() - before.id().value()).isGreaterThan(5);
        return before;
    }

    @Test
    void goldAndRepeats_comeWithTheirShares_unmarkedAndOnce() {
        floor.fill(400, 3);
        floor.addCanary(200);
        Study study = floor.study(
                "s",
                "gold: {share: 0.2, canaries: true, identical: true, items: [{prompt: p0, responses: [model-0, model-1],"
                        + " expected: second}, {prompt: p1, responses: [model-1, model-2], expected: tie}]}\n"
                        + "repeats: {share: 0.1, after: 5}");
        int draws = 600;
        Map<StudyPart, Integer> counts = new HashMap<>();
        Map<String, Integer> rules = new TreeMap<>();
        Set<String> golds = new HashSet<>();
        List<Battle> plain = new ArrayList<>();
        Set<Object> shapes = new HashSet<>();
        for (int i = 0; i < draws; i++) {
            ShownBattle shown = floor.battles.next(ann, study).orElseThrow();
            shapes.add(List.of(
                    shown.responses().size(),
                    shown.progress().voted() == i,
                    // 1200 plain ones at 0.8 of the first six battles and 0.7 of all others
                    shown.progress().remaining() == 1714 - i));
            Battle battle = floor.next(ann, study);
            counts.merge(part(battle), 1, Integer::sum);
            BattleStudy place = Objects.requireNonNull(battle.draft().origin().study());
            if (place.part() == StudyPart.GOLD) {
                String source = Objects.requireNonNull(place.source());
                rules.merge(source.substring(0, source.indexOf(':')), 1, Integer::sum);
                assertThat(golds.add(battle.draft().matchupKey()))
                        .as("gold comes once")
                        .isTrue();
                assertThat(battle.draft().pickProbability()).isNull();
            } else if (place.part() == StudyPart.REPEAT) {
                plain.remove(requireRepeat(battle, plain, place.source()));
            } else {
                plain.add(battle);
                assertThat(battle.seats()).noneMatch(seat -> seat.contestant().value() == 4);
            }
            floor.vote(ann, battle);
        }

        // Binomial: 600 draws, five standard deviations.
        assertThat(counts.get(StudyPart.GOLD)).as("seed 2026").isBetween(120 - 49, 120 + 49);
        assertThat(counts.get(StudyPart.REPEAT)).as("seed 2026").isBetween(60 - 37, 60 + 37);
        assertThat(rules).containsEntry("item", 2).containsKeys("canary", "identical");
        assertThat(shapes).as("nothing tells them apart").containsExactly(List.of(2, true, true));
        StudyProgress progress = floor.studies.progress("s");
        assertThat(progress.gold()).isEqualTo((long) counts.getOrDefault(StudyPart.GOLD, 0));
        assertThat(progress.repeats()).isEqualTo((long) counts.getOrDefault(StudyPart.REPEAT, 0));
        assertThat(progress.votes()).isEqualTo((long) counts.getOrDefault(StudyPart.PLAIN, 0));
        floor.restart();
        assertThat(floor.studies.progress("s")).isEqualTo(progress);
    }

    @Test
    void progress_withPlantedBattles_countsDownByOneFromWhatIsExpectedToTheEnd() {
        floor.fill(12, 2);
        Study study = floor.study("s", "gold: {share: 0.3, identical: true}\nrepeats: {share: 0.3, after: 5}");
        // twelve plain ones at 0.7 of the first six battles and 0.4 of all others
        long expected = 26;
        long voters = 40;
        long given = 0;
        for (int v = 0; v < voters; v++) {
            JudgeId voter = floor.voter("voter-" + v);
            long voted = 0;
            Optional<ShownBattle> shown = floor.battles.next(voter, study);
            while (shown.isPresent()) {
                long left = Math.max(1, expected - voted);
                assertThat(shown.get().progress()).isEqualTo(new VotingProgress(voted, left));
                VoteReceipt receipt = floor.vote(voter, floor.next(voter, study));
                voted++;
                shown = floor.battles.next(voter, study);
                assertThat(receipt.reveal().progress().remaining())
                        .as("0 at the end and only there")
                        .isEqualTo(shown.isPresent() ? Math.max(1, expected - voted) : 0);
            }
            given += voted;
        }

        // A voter's battles have a standard deviation below 5, so those of forty have one below 1.
        assertThat((double) given / voters).as("seed 2026").isBetween(expected - 4.0, expected + 4.0);
    }

    @Test
    void gold_ofFourResponses_saysWhereTheAnswerStands() {
        floor.fill(60, 5);
        floor.addCanary(60);
        Study study = floor.study("s", "k: 4\ngold: {share: 0.5, canaries: true, identical: true}");
        int seen = 0;
        for (int i = 0; i < 40; i++) {
            Battle battle = floor.next(ann, study);
            assertThat(battle.seats()).hasSize(4);
            BattleStudy place = Objects.requireNonNull(battle.draft().origin().study());
            if (place.part() == StudyPart.GOLD) {
                GoldAnswer answer = GoldAnswer.parse(Objects.requireNonNull(place.source()));
                List<Object> named = new ArrayList<>();
                answer.positions().forEach(position -> named.add(battle.seats().get(position - 1)));
                boolean tie = answer.rule() == GoldAnswer.Rule.TIE;
                assertThat(named).hasSize(tie ? 2 : 1);
                assertThat(new HashSet<>(named)).hasSize(1);
                seen++;
            }
            floor.vote(ann, battle, new VoteRequest(null, List.of(1, 2, 3, 4), null, null, null));
        }
        assertThat(seen).isBetween(8, 32);
    }

    @Test
    void next_byACrowd_neverGivesAMatchupTooOften() throws Exception {
        floor.fill(4, 3);
        Study study = floor.study("s", "votes_per_matchup: 2");
        ExecutorService crowd = Executors.newFixedThreadPool(10);
        Map<String, Set<JudgeId>> given = new HashMap<>();
        try {
            List<Callable<Battle>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                JudgeId voter = floor.voter("voter-" + i % 30);
                calls.add(() -> {
                    String token = floor.battles
                            .next(voter, study)
                            .map(ShownBattle::token)
                            .orElse("");
                    return token.isEmpty()
                            ? null
                            : store.battles().findByToken(token).orElseThrow();
                });
            }
            for (Future<Battle> future : crowd.invokeAll(calls)) {
                Battle battle = future.get();
                if (battle != null) {
                    given.computeIfAbsent(battle.draft().matchupKey(), key -> new HashSet<>())
                            .add(Objects.requireNonNull(battle.draft().origin().voter()));
                }
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(given).hasSize(12);
        assertThat(given.values()).allSatisfy(voters -> assertThat(voters).hasSize(2));
    }

    @Test
    void lateVotes_byACrowd_takeThePlaceOnce() throws Exception {
        floor.fill(1, 2);
        Study study = floor.study("s", "votes_per_matchup: 1");
        List<Battle> late = new ArrayList<>();
        List<JudgeId> voters = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            voters.add(floor.voter("voter-" + i));
            late.add(floor.next(voters.get(i), study));
            floor.pass(Duration.ofHours(1));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        int stored = 0;
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int at = i;
                calls.add(() -> {
                    try {
                        return floor.battles
                                .vote(
                                        voters.get(at),
                                        late.get(at).token(),
                                        "k",
                                        new VoteRequest("tie", null, null, null, null))
                                .stored();
                    } catch (BattleException e) {
                        assertThat(e.kind()).isEqualTo(BattleException.Kind.RESERVATION_EXPIRED);
                        return false;
                    }
                });
            }
            for (Future<Boolean> future : crowd.invokeAll(calls)) {
                stored += future.get() ? 1 : 0;
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(stored).isEqualTo(1);
        assertThat(floor.studies.progress("s").votes()).isEqualTo(1);
        List<CastVote> log = new ArrayList<>();
        store.votes().scan(new VoteId(0), log::add);
        assertThat(log).filteredOn(row -> row.vote().verdict().decides()).hasSize(1);
    }
}
