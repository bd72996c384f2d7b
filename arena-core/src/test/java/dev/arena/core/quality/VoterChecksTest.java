package dev.arena.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.Verdict;
import dev.arena.core.quality.Signal.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each check on voters who do nothing else than what it looks for, and on one who votes with care. */
class VoterChecksTest {
    private static final StudyId STUDY = new StudyId(9);

    private final MadeVotes made = new MadeVotes();
    private final Random chance = new Random(7);

    private static Signal after(VoterCheck check, List<VoterVote> votes) {
        votes.forEach(check::take);
        return check.signal();
    }

    private List<VoterVote> coins(int count) {
        List<VoterVote> votes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            votes.add(made.vote(1, chance.nextBoolean() ? Verdict.first() : Verdict.second(), 1, 2));
        }
        return votes;
    }

    private List<VoterVote> same(int count, Verdict verdict) {
        List<VoterVote> votes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            votes.add(made.vote(1, verdict, 1, 2));
        }
        return votes;
    }

    @Test
    void everyCheck_ofACarefulVoter_isOkOrUnknown() {
        MatchupTallies tallies = new MatchupTallies();
        List<VoterVote> votes = coins(100);

        for (VoterCheck check : List.of(
                new DwellCheck(),
                new SideCheck(SideCheck.Kind.STRETCH),
                new SideCheck(SideCheck.Kind.RUNS),
                new SideCheck(SideCheck.Kind.BALANCE),
                new ShareCheck(ShareCheck.Kind.TIE, () -> 0.1),
                new ShareCheck(ShareCheck.Kind.BOTH_BAD, () -> 0.05),
                new BurstCheck())) {
            assertThat(after(check, votes).state()).as(check.id()).isEqualTo(State.OK);
        }
        for (VoterCheck check : List.of(new GoldCheck(), new RepeatCheck(), new AgreementCheck(tallies))) {
            assertThat(after(check, votes).state()).as(check.id()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void sides_alwaysTheSame_areFarBeyondChance() {
        List<VoterVote> votes = same(20, Verdict.first());

        Signal stretch = after(new SideCheck(SideCheck.Kind.STRETCH), votes);
        Signal balance = after(new SideCheck(SideCheck.Kind.BALANCE), votes);

        assertThat(stretch.state()).isEqualTo(State.SUSPECT);
        // twenty equal coins, heads or tails
        assertThat(stretch.value()).isCloseTo(Math.pow(0.5, 19), within(1e-15));
        assertThat(stretch.detail())
                .isEqualTo("The best response stood in the same position 20 times in a row, of 20.");
        assertThat(balance.state()).isEqualTo(State.SUSPECT);
        assertThat(balance.value()).isCloseTo(Math.pow(0.5, 19), within(1e-15));
    }

    @Test
    void sides_inTurn_haveTooManyRuns() {
        List<VoterVote> votes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            votes.add(made.vote(1, i % 2 == 0 ? Verdict.first() : Verdict.second(), 1, 2));
        }

        assertThat(after(new SideCheck(SideCheck.Kind.RUNS), votes).state()).isEqualTo(State.SUSPECT);
        assertThat(after(new SideCheck(SideCheck.Kind.BALANCE), votes).state()).isEqualTo(State.OK);
        assertThat(after(new SideCheck(SideCheck.Kind.STRETCH), votes).state()).isEqualTo(State.OK);
    }

    @Test
    void sides_fewVerdicts_areUnknown() {
        Signal signal = after(new SideCheck(SideCheck.Kind.STRETCH), same(9, Verdict.first()));

        assertThat(signal.state()).isEqualTo(State.UNKNOWN);
        assertThat(signal.value()).isNull();
    }

    @Test
    void dwell_fasterThanAnybodyReads_isSuspect() {
        assertThat(DwellCheck.floorMs(600)).isEqualTo(6500);
        assertThat(DwellCheck.floorMs(1_000_000)).isEqualTo(10_000);
        made.latency(6400);

        Signal fast = after(new DwellCheck(), same(20, Verdict.first()));

        assertThat(fast.state()).isEqualTo(State.SUSPECT);
        assertThat(fast.value()).isEqualTo(1);
        made.latency(6500);
        assertThat(after(new DwellCheck(), same(20, Verdict.first())).state()).isEqualTo(State.OK);
    }

    @Test
    void shares_farAboveEverybodys_areSuspect() {
        assertThat(after(new ShareCheck(ShareCheck.Kind.TIE, () -> 0.2), same(20, Verdict.tie()))
                        .state())
                .isEqualTo(State.SUSPECT);
        assertThat(after(new ShareCheck(ShareCheck.Kind.TIE, () -> 0.9), same(20, Verdict.tie()))
                        .state())
                .isEqualTo(State.OK);
        assertThat(after(new ShareCheck(ShareCheck.Kind.BOTH_BAD, () -> 0.1), same(20, Verdict.bothBad()))
                        .state())
                .isEqualTo(State.SUSPECT);
    }

    @Test
    void burst_oneVoteASecond_isSuspect() {
        made.apart(1000);

        Signal signal = after(new BurstCheck(), same(100, Verdict.first()));

        assertThat(signal.state()).isEqualTo(State.SUSPECT);
        assertThat(signal.value()).isEqualTo(60);
    }

    @Test
    void gold_mostlyWrong_isSuspectAndMostlyRightIsNot() {
        BattleMarks.Mark firstWins = new BattleMarks.Mark(null, Verdict.first()::equals, null);
        List<VoterVote> wrong = new ArrayList<>();
        List<VoterVote> right = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            wrong.add(made.vote(1, firstWins, i < 2 ? Verdict.first() : Verdict.second(), 1, 2));
            right.add(made.vote(2, firstWins, i < 8 ? Verdict.first() : Verdict.second(), 1, 2));
        }

        Signal signal = after(new GoldCheck(), wrong);

        assertThat(signal.state()).isEqualTo(State.SUSPECT);
        assertThat(signal.value()).isEqualTo(0.2);
        // Wilson: 2 of 10
        assertThat(signal.upper()).isCloseTo(0.5098, within(1e-4));
        assertThat(after(new GoldCheck(), right).state()).isEqualTo(State.OK);
    }

    @Test
    void repeats_otherWinnerEachTime_areSuspect() {
        RepeatCheck fickle = new RepeatCheck();
        RepeatCheck steady = new RepeatCheck();
        for (int i = 0; i < 10; i++) {
            VoterVote one = made.vote(1, new BattleMarks.Mark(STUDY, null, null), Verdict.first(), 1, 2);
            BattleId battle = made.lastBattle();
            BattleMarks.Mark again = new BattleMarks.Mark(STUDY, null, battle);
            fickle.take(one);
            steady.take(one);
            // the same position of the other order is the other contestant
            fickle.take(made.vote(1, again, Verdict.first(), 2, 1));
            steady.take(made.vote(1, again, Verdict.second(), 2, 1));
        }

        assertThat(fickle.signal().state()).isEqualTo(State.SUSPECT);
        assertThat(fickle.signal().value()).isEqualTo(0);
        assertThat(steady.signal().state()).isEqualTo(State.OK);
        assertThat(steady.signal().value()).isEqualTo(1);
    }

    @Test
    void agreement_againstEverybodyElse_isSuspect() {
        MatchupTallies tallies = new MatchupTallies();
        List<VoterVote> contrary = new ArrayList<>();
        List<VoterVote> usual = new ArrayList<>();
        for (long matchup = 1; matchup <= 20; matchup++) {
            for (long voter = 3; voter <= 5; voter++) {
                tallies.add(made.vote(voter, Verdict.first(), matchup, 100));
            }
            contrary.add(made.vote(1, Verdict.second(), matchup, 100));
            usual.add(made.vote(2, Verdict.second(), 100, matchup));
        }
        contrary.forEach(tallies::add);
        usual.forEach(tallies::add);

        Signal signal = after(new AgreementCheck(tallies), contrary);

        assertThat(signal.state()).isEqualTo(State.SUSPECT);
        assertThat(signal.value()).isEqualTo(0);
        assertThat(after(new AgreementCheck(tallies), usual).value()).isEqualTo(1);
    }

    @Test
    void agreement_ofAVoterWhoWasLeftOut_isThatWithAllWhoCount() {
        MatchupTallies tallies = new MatchupTallies();
        List<VoterVote> out = new ArrayList<>();
        for (long matchup = 1; matchup <= 20; matchup++) {
            tallies.add(made.vote(3, Verdict.first(), matchup, 100));
            VoterVote same = made.vote(1, Verdict.first(), matchup, 100);
            out.add(new VoterVote(same.cast(), same.characters(), same.mark(), false));
        }

        assertThat(tallies.agreement(out.get(0))).isEqualTo(new MatchupTallies.Agreement(1, 1));
        assertThat(after(new AgreementCheck(tallies), out).value()).isEqualTo(1);
        assertThat(tallies.agreement(made.vote(1, Verdict.second(), 1, 100)))
                .as("a vote whose best nobody named, itself included")
                .isEqualTo(new MatchupTallies.Agreement(1, 0));
    }
}
