package dev.arena.core.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.arena.core.board.TrustView.Check;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leak.LeakCounts;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.testing.VotedArena;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoardChecksTest {
    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(4));
    private final LeaderboardService service = new LeaderboardService(store, "test");
    private final VotedArena arena = new VotedArena(store);
    private final LeaderboardRequest usual = LeaderboardRequest.forDatabase();

    @AfterEach
    void close() {
        store.close();
    }

    /** What is told of the open floor and of any study. */
    private @Nullable LeakCounts floorLeaks;

    private Optional<LeakCounts> leaks(Set<String> studies) {
        return studies.isEmpty() ? Optional.ofNullable(floorLeaks) : Optional.of(new LeakCounts(0, 7, 0, 0, 0));
    }

    private TrustView trust() {
        return new BoardChecks(store, service, this::leaks, Runnable::run).trust(usual);
    }

    private static Check check(TrustView view, CheckId id) {
        return view.checks().stream()
                .filter(check -> check.id().equals(id.word()))
                .findFirst()
                .orElseThrow();
    }

    /** Games in orders that take turns, so that no position is favoured. */
    private void games(Judge judge, String winner, String loser, int wins, int losses) {
        for (int k = 0; k < wins + losses; k++) {
            String key = winner + "-" + loser + "-" + k;
            arena.prompt(key, null, winner, loser);
            boolean swapped = k % 2 == 1;
            Verdict verdict = (k < wins) == swapped ? Verdict.second() : Verdict.first();
            arena.vote(judge, key, verdict, swapped ? loser : winner, swapped ? winner : loser);
        }
    }

    @Test
    void trust_withoutVotes_runsNothingAndPassesNothing() {
        TrustView view = trust();

        assertThat(view.checks()).hasSize(CheckId.values().length);
        assertThat(view.checks()).allSatisfy(check -> {
            assertThat(check.state()).isEqualTo("not_run");
            assertThat(check.summary()).isNotBlank();
            assertThat(check.detail()).isNotBlank();
            assertThat(check.revision()).isNull();
        });
    }

    @Test
    void trust_leaksThatNobodySees_pass() {
        floorLeaks = new LeakCounts(3, 0, 0, 0, 0);

        Check leaks = check(trust(), CheckId.LEAKS);

        assertThat(leaks.state()).isEqualTo("passed");
        assertThat(leaks.numbers())
                .containsExactly(
                        entry("masked", 3.0), entry("replaced", 0.0), entry("flagged", 0.0), entry("unchecked", 0.0));
        assertThat(leaks.summary())
                .isEqualTo("Of the responses that tell who wrote them, 3 are masked, 0 left out and 0 flagged;"
                        + " 0 could not be looked through.");
        assertThat(leaks.concerned()).isEmpty();
    }

    @Test
    void trust_leaksThatAreShownOrUnknown_fail() {
        floorLeaks = new LeakCounts(0, 0, 1, 0, 0);
        assertThat(check(trust(), CheckId.LEAKS).state()).isEqualTo("failed");

        floorLeaks = new LeakCounts(5, 0, 0, 1, 0);
        assertThat(check(trust(), CheckId.LEAKS).state()).isEqualTo("failed");
    }

    @Test
    void trust_leaksNotCounted_areNotRun() {
        assertThat(check(trust(), CheckId.LEAKS).summary())
                .isEqualTo("The open floor is closed. Each study has its own numbers.");

        floorLeaks = new LeakCounts(1, 0, 0, 0, 9);
        Check waiting = check(trust(), CheckId.LEAKS);
        assertThat(waiting.state()).isEqualTo("not_run");
        assertThat(waiting.summary()).isEqualTo("Not every response was looked through yet.");
    }

    @Test
    void trust_ofAStudy_tellsItsLeaks() {
        LeaderboardRequest ofStudy = usual.with(new VoteFilter(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of("s"), Set.of(), null, null, Set.of()));

        TrustView view = new BoardChecks(store, service, this::leaks, Runnable::run).trust(ofStudy);

        assertThat(check(view, CheckId.LEAKS).numbers()).containsEntry("replaced", 7.0);
    }

    @Test
    void trust_aCircleBeyondNoise_isFound() {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        games(judge, "a", "b", 40, 10);
        games(judge, "b", "c", 40, 10);
        games(judge, "c", "a", 40, 10);

        Check cycles = check(trust(), CheckId.CYCLES);

        assertThat(cycles.state()).isEqualTo("failed");
        assertThat(cycles.numbers()).containsEntry("cyclic", 1.0).containsEntry("supported", 1.0);
        assertThat(cycles.concerned()).containsExactly("a", "b", "c");
    }

    @Test
    void trust_aCircleOfTwoGamesEach_isNoise() {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        games(judge, "a", "b", 2, 0);
        games(judge, "b", "c", 2, 0);
        games(judge, "c", "a", 2, 0);

        Check cycles = check(trust(), CheckId.CYCLES);

        assertThat(cycles.state()).isEqualTo("passed");
        assertThat(cycles.numbers()).containsEntry("cyclic", 1.0).containsEntry("supported", 0.0);
    }

    @Test
    void trust_firstPlaceOfTwoVotes_isFragile() {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        games(judge, "a", "c", 30, 10);
        games(judge, "b", "c", 30, 10);
        games(judge, "a", "b", 21, 20);

        Check fragility = check(trust(), CheckId.FRAGILITY);

        assertThat(fragility.state()).isEqualTo("failed");
        assertThat(fragility.numbers().get("votes")).isBetween(1.0, 2.0);
        assertThat(fragility.concerned()).containsExactly("a", "b");
        assertThat(fragility.summary()).contains("put b above a");
    }

    @Test
    void trust_aClearFirstPlace_isNot() {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        games(judge, "a", "c", 150, 30);
        games(judge, "b", "c", 90, 90);
        games(judge, "a", "b", 150, 30);
        TrustView view = trust();

        assertThat(check(view, CheckId.FRAGILITY).state()).isEqualTo("passed");
        assertThat(check(view, CheckId.CONNECTIVITY).state()).isEqualTo("passed");
        assertThat(check(view, CheckId.MINIMUM_VOTES).state()).isEqualTo("passed");
        assertThat(check(view, CheckId.UNBEATEN).state()).isEqualTo("passed");
        assertThat(check(view, CheckId.EXCLUSIONS).state()).isEqualTo("passed");
        assertThat(check(view, CheckId.ABSTENTIONS).state()).isEqualTo("passed");
        assertThat(check(view, CheckId.JUDGE_AGREEMENT).state()).isEqualTo("not_run");
        assertThat(check(view, CheckId.FLIP_RATE).state()).isEqualTo("not_run");
        assertThat(check(view, CheckId.CANARIES).state()).isEqualTo("not_run");
    }

    @Test
    void trust_setsThatNothingLinks_areNamed() {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        games(judge, "a", "b", 3, 2);
        games(judge, "c", "d", 2, 0);
        TrustView view = trust();

        assertThat(check(view, CheckId.CONNECTIVITY).state()).isEqualTo("failed");
        assertThat(check(view, CheckId.CONNECTIVITY).numbers()).containsEntry("components", 2.0);
        assertThat(check(view, CheckId.MINIMUM_VOTES).numbers()).containsEntry("least", 2.0);
        assertThat(check(view, CheckId.MINIMUM_VOTES).state()).isEqualTo("failed");
    }

    @Test
    void trust_aJudgeThatFlipsAndDisagrees_failsBoth() {
        Judge person = arena.judge(JudgeKind.HUMAN, "someone");
        Judge first = arena.judge(JudgeKind.LLM, "first-lover");
        Judge contrary = arena.judge(JudgeKind.LLM, "contrary");
        for (int k = 0; k < 40; k++) {
            String key = "q" + k;
            arena.prompt(key, null, "a", "b");
            arena.vote(first, key, Verdict.first(), "a", "b");
            arena.vote(first, key, Verdict.first(), "b", "a");
            arena.vote(person, key, k % 3 == 0 ? Verdict.second() : Verdict.first(), "a", "b");
            arena.vote(contrary, key, k % 3 == 0 ? Verdict.first() : Verdict.second(), "a", "b");
            arena.vote(contrary, key, k % 3 == 0 ? Verdict.second() : Verdict.first(), "b", "a");
        }
        TrustView view = trust();

        assertThat(check(view, CheckId.FLIP_RATE).state())
                .as(check(view, CheckId.FLIP_RATE).summary())
                .isEqualTo("failed");
        assertThat(check(view, CheckId.FLIP_RATE).numbers()).containsEntry("flip_rate", 1.0);
        assertThat(check(view, CheckId.FLIP_RATE).concerned()).containsExactly("first-lover");
        assertThat(check(view, CheckId.JUDGE_AGREEMENT).state()).isEqualTo("failed");
        assertThat(check(view, CheckId.JUDGE_AGREEMENT).concerned()).containsExactly("contrary", "first-lover");
    }

    @Test
    void trust_manyAbstentions_areCountedAndNotExcluded() {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        games(judge, "a", "b", 6, 4);
        arena.vote(judge, "a-b-0", Verdict.abstain(AbstentionReason.UNPARSED, "?"), "b", "a");
        arena.vote(judge, "a-b-1", Verdict.abstain(AbstentionReason.REFUSED, null), "b", "a");
        TrustView view = trust();

        assertThat(check(view, CheckId.ABSTENTIONS).state()).isEqualTo("failed");
        assertThat(check(view, CheckId.ABSTENTIONS).numbers()).containsEntry("abstentions", 2.0);
        assertThat(check(view, CheckId.EXCLUSIONS).state()).isEqualTo("passed");
        assertThat(check(view, CheckId.EXCLUSIONS).numbers()).containsEntry("reason_unparsed", 1.0);
    }

    @Test
    void trust_whileBeingComputed_saysSoAndThenOfWhichRevision() {
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        games(judge, "a", "b", 3, 2);
        Deque<Runnable> waiting = new ArrayDeque<>();
        BoardChecks checks = new BoardChecks(store, service, this::leaks, waiting::add);

        TrustView first = checks.trust(usual);
        assertThat(first.computing()).isTrue();
        assertThat(check(first, CheckId.FRAGILITY).state()).isEqualTo("not_run");
        assertThat(check(first, CheckId.FRAGILITY).summary()).isEqualTo("Being computed.");
        checks.trust(usual);
        assertThat(waiting).hasSize(1);

        long revision = store.revision();
        waiting.remove().run();
        TrustView second = checks.trust(usual);
        assertThat(second.computing()).isFalse();
        assertThat(check(second, CheckId.FRAGILITY).revision()).isEqualTo(revision);

        arena.vote(judge, "a-b-0", Verdict.first(), "b", "a");
        TrustView third = checks.trust(usual);
        assertThat(third.computing()).isTrue();
        assertThat(third.revision()).isGreaterThan(revision);
        assertThat(check(third, CheckId.FRAGILITY).revision()).isEqualTo(revision);
    }

    @Test
    void agreement_ofPeopleAndAJudge_comparesEachWithEach() {
        Judge one = arena.judge(JudgeKind.HUMAN, "one");
        Judge two = arena.judge(JudgeKind.HUMAN, "two");
        Judge judge = arena.judge(JudgeKind.LLM, "big");
        for (int k = 0; k < 10; k++) {
            String key = "q" + k;
            arena.prompt(key, null, "a", "b");
            Verdict verdict = k % 3 == 0 ? Verdict.second() : Verdict.first();
            arena.vote(one, key, verdict, "a", "b");
            arena.vote(two, key, verdict, "a", "b");
            arena.vote(judge, key, k == 1 ? Verdict.second() : verdict, "a", "b");
        }
        AgreementView view = new BoardChecks(store, service, this::leaks, Runnable::run).agreement(usual);

        assertThat(view.judges()).extracting(AgreementView.JudgeName::name).containsExactly("people", "big");
        assertThat(view.comparisons())
                .extracting(pair -> pair.judge() + " and " + pair.reference() + ": "
                        + pair.accuracy().value())
                .containsExactly("people and people: 1.0", "big and people: 0.9");
    }

    /** Every third battle of the study tests its voter. */
    @Test
    void trust_plantedBattlesOfAStudy_areNoVotesLeftOut() {
        Judge person = arena.judge(JudgeKind.HUMAN, "someone");
        StudyVersionId version = store.studies()
                .create("summaries", "{}", VotedArena.NOON)
                .versions()
                .get(0)
                .id();
        for (int k = 0; k < 30; k++) {
            StudyPart part = k % 6 == 0 ? StudyPart.GOLD : k % 6 == 3 ? StudyPart.REPEAT : StudyPart.PLAIN;
            String source = part == StudyPart.PLAIN ? null : part == StudyPart.GOLD ? "canary:first" : "1";
            arena.prompt("s" + k, null, "a", "b");
            arena.studyVote(
                    person,
                    new BattleStudy(version, part, source),
                    "s" + k,
                    k % 2 == 0 ? Verdict.first() : Verdict.second(),
                    "a",
                    "b");
        }

        Check exclusions = check(trust(), CheckId.EXCLUSIONS);

        assertThat(exclusions.numbers())
                .containsEntry("reason_gold", 5.0)
                .containsEntry("reason_repeat", 5.0)
                .containsEntry("excluded", 0.0)
                .containsEntry("rated", 20.0);
        assertThat(exclusions.state()).isEqualTo("passed");
    }
}
