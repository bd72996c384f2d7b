package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.NOON;
import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.AppendResult.AlreadyVoted;
import dev.arena.core.store.AppendResult.KeyReused;
import dev.arena.core.store.AppendResult.Repeated;
import dev.arena.core.store.AppendResult.Stored;
import dev.arena.core.store.VoteStore.NewVote;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store promises of the log of votes, one caller at a time. */
abstract class VoteContract extends RoleContract {
    private static final Verdict WITHDRAWN = Verdict.abstain(AbstentionReason.WITHDRAWN, null);

    private Judge ann;

    @BeforeEach
    void fill() {
        given.promptAnsweredBy("alpha", "beta", "gamma", "delta");
        ann = given.voter("ann");
    }

    private Battle battleOfTwo(String key) {
        return store.battles().open(given.bareBattle(BattleOrigin.imported(key), "alpha", "beta"));
    }

    private Battle battleOfFour(String key) {
        return store.battles().open(given.battle(BattleOrigin.imported(key)));
    }

    private Vote stored(AppendResult result) {
        assertThat(result).isInstanceOf(Stored.class);
        return result.vote();
    }

    private List<CastVote> scan(long after) {
        List<CastVote> rows = new ArrayList<>();
        store.votes().scan(new VoteId(after), rows::add);
        return rows;
    }

    static Stream<Verdict> verdictsOnTwo() {
        return Stream.of(
                Verdict.first(),
                Verdict.second(),
                Verdict.tie(),
                Verdict.bothBad(),
                new Verdict.Ranking(List.of(2, 1), 2),
                new Verdict.Preference(0),
                new Verdict.Preference(0.1 + 0.2),
                Verdict.abstain(AbstentionReason.SKIPPED, null),
                Verdict.abstain(AbstentionReason.UNPARSED, "no label in 'İyi'"));
    }

    @ParameterizedTest
    @MethodSource("verdictsOnTwo")
    void append_ofAnyVerdict_roundTrips(Verdict verdict) {
        Battle battle = battleOfTwo("b");
        VoteDraft draft = new VoteDraft(ann.id(), verdict, "k", "h", 12, "weil\n🦉", 1234L, NOON.plusNanos(789));

        Vote vote = stored(store.votes().append(battle.id(), draft));

        assertThat(vote.draft()).isEqualTo(draft);
        assertThat(vote.draft().castAt()).isEqualTo(NOON);
        assertThat(vote.supersedes()).isNull();
        assertThat(vote.publicId()).matches("[0-9a-f]{32}");
        assertThat(store.votes().findVote(vote.publicId())).contains(vote);
        assertThat(store.votes().findCurrent(battle.id(), ann.id())).contains(vote);
        assertThat(scan(0)).containsExactly(new CastVote(vote, battle, ann));
    }

    @ParameterizedTest
    @MethodSource("rankingsOfFour")
    void append_ofARankingOfFour_roundTrips(List<Integer> ranks) {
        Battle battle = battleOfFour("b");
        Vote vote = stored(store.votes().append(battle.id(), vote(ann, new Verdict.Ranking(ranks, null), "k")));
        assertThat(scan(0)).containsExactly(new CastVote(vote, battle, ann));
        assertThat(scan(0).get(0).vote().verdict()).isEqualTo(new Verdict.Ranking(ranks, null));
    }

    static Stream<List<Integer>> rankingsOfFour() {
        return Stream.of(List.of(4, 2, 1, 3), List.of(1, 2, 2, 4), List.of(0, 1, 0, 2), List.of(0, 0, 1, 0));
    }

    @Test
    void append_ofAVerdictThatDoesNotFit_isRefused() {
        BattleId two = battleOfTwo("b").id();
        BattleId four = battleOfFour("c").id();
        assertThatThrownBy(() -> store.votes().append(four, vote(ann, Verdict.first(), "k")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a ranking of 2 positions does not fit battle " + four.value() + " with 4 seats");
        assertThatThrownBy(() -> store.votes().append(four, vote(ann, new Verdict.Preference(0.5), "k")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a preference needs two seats, battle " + four.value() + " has 4");
        assertThatThrownBy(() -> store.votes().append(new BattleId(99), vote(ann, Verdict.first(), "k")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no battle 99");
        VoteDraft stranger = new VoteDraft(new JudgeId(98), Verdict.first(), "k", "h", 1, null, null, NOON);
        assertThatThrownBy(() -> store.votes().append(two, stranger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("judge 98 is not stored");
        assertThat(store.votes().count()).isZero();
    }

    @Test
    void append_onABattleDrawnForSomeoneElse_isRefused() {
        Battle battle = store.battles().open(given.bareBattle(BattleOrigin.matchmaker(ann.id()), "alpha", "beta"));
        Judge bob = given.voter("bob");
        assertThatThrownBy(() -> store.votes().append(battle.id(), vote(bob, Verdict.first(), "k")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("battle " + battle.id().value() + " was drawn for judge "
                        + ann.id().value() + "; judge " + bob.id().value() + " cannot vote on it");
        assertThat(store.battles().findOpen(ann.id())).contains(battle);
    }

    @Test
    void append_again_answersWithTheStoredVote() {
        Battle battle = battleOfTwo("b");
        Vote vote = stored(store.votes().append(battle.id(), vote(ann, Verdict.first(), "k")));

        assertThat(store.votes().append(battle.id(), vote(ann, Verdict.first(), "k")))
                .isEqualTo(new Repeated(vote));
        assertThat(store.votes().append(battle.id(), vote(ann, Verdict.second(), "k")))
                .isEqualTo(new KeyReused(vote));
        assertThat(store.votes().append(battleOfTwo("c").id(), vote(ann, Verdict.first(), "k")))
                .isEqualTo(new KeyReused(vote));
        assertThat(store.votes().append(battle.id(), vote(ann, Verdict.first(), "l")))
                .isEqualTo(new AlreadyVoted(vote));
        stored(store.votes().append(battle.id(), vote(given.voter("bob"), Verdict.first(), "k")));
        assertThat(store.votes().count()).isEqualTo(2);
    }

    @Test
    void supersede_aVote_makesTheNewOneCurrentAndKeepsTheOld() {
        Battle battle = battleOfTwo("b");
        Vote first = stored(store.votes().append(battle.id(), vote(ann, Verdict.first(), "k1")));
        Vote second = stored(store.votes().supersede(first.id(), vote(ann, Verdict.second(), "k2")));

        assertThat(second.supersedes()).isEqualTo(first.id());
        assertThat(store.votes().findCurrent(battle.id(), ann.id())).contains(second);
        assertThat(store.votes().findVote(first.publicId())).contains(first);
        assertThat(scan(0)).extracting(CastVote::vote).containsExactly(first, second);
        assertThat(scan(first.id().value())).extracting(CastVote::vote).containsExactly(second);
        assertThat(scan(second.id().value())).isEmpty();
        assertThat(store.votes().supersede(first.id(), vote(ann, Verdict.tie(), "k3")))
                .isEqualTo(new AlreadyVoted(second));
        assertThat(store.votes().append(battle.id(), vote(ann, Verdict.tie(), "k4")))
                .isEqualTo(new AlreadyVoted(second));
        assertThat(store.votes().append(battle.id(), vote(ann, Verdict.first(), "k1")))
                .isEqualTo(new Repeated(first));
    }

    @Test
    void supersede_aWithdrawal_isRefusedForGood() {
        Battle battle = battleOfTwo("b");
        Vote vote = stored(store.votes().append(battle.id(), vote(ann, Verdict.first(), "k1")));
        Vote withdrawal = stored(store.votes().supersede(vote.id(), vote(ann, WITHDRAWN, "w")));

        assertThat(store.votes().supersede(vote.id(), vote(ann, WITHDRAWN, "w")))
                .isEqualTo(new Repeated(withdrawal));
        assertThat(store.votes().supersede(vote.id(), vote(ann, WITHDRAWN, "w2")))
                .isEqualTo(new AlreadyVoted(withdrawal));
        assertThat(store.votes().supersede(withdrawal.id(), vote(ann, Verdict.second(), "k2")))
                .isEqualTo(new AlreadyVoted(withdrawal));
        assertThat(store.votes().count()).isEqualTo(2);
    }

    @Test
    void supersede_anotherJudgesVoteOrNone_isRefused() {
        Vote vote = stored(store.votes().append(battleOfTwo("b").id(), vote(ann, Verdict.first(), "k")));
        Judge bob = given.voter("bob");
        assertThatThrownBy(() -> store.votes().supersede(vote.id(), vote(bob, Verdict.first(), "k")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vote " + vote.id().value() + " is of judge "
                        + ann.id().value() + "; judge " + bob.id().value() + " cannot supersede it");
        assertThatThrownBy(() -> store.votes().supersede(new VoteId(55), vote(bob, Verdict.first(), "k")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no vote 55");
    }

    @Test
    void appendAll_twice_repeatsEveryRow() {
        List<NewVote> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(new NewVote(
                    given.bareBattle(BattleOrigin.imported("row " + i / 2), "alpha", "beta"),
                    vote(i % 2 == 0 ? ann : given.voter("bob"), Verdict.first(), "row " + i)));
        }
        List<AppendResult> first = store.votes().appendAll(rows);
        List<AppendResult> second = store.votes().appendAll(rows);

        assertThat(first).hasSize(20).allMatch(Stored.class::isInstance);
        assertThat(second).allMatch(Repeated.class::isInstance);
        assertThat(second)
                .extracting(AppendResult::vote)
                .isEqualTo(first.stream().map(AppendResult::vote).toList());
        assertThat(store.votes().count()).isEqualTo(20);
        assertThat(scan(0))
                .extracting(row -> row.battle().id().value())
                .containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L, 5L, 5L, 6L, 6L, 7L, 7L, 8L, 8L, 9L, 9L, 10L, 10L);
    }

    @Test
    void appendAll_withOneBadRow_storesNothing() {
        long before = store.revision();
        NewVote good = new NewVote(
                given.bareBattle(BattleOrigin.imported("good"), "alpha", "beta"), vote(ann, Verdict.first(), "k1"));
        NewVote bad = new NewVote(
                given.bareBattle(BattleOrigin.imported("bad"), "alpha", "beta", "gamma"),
                vote(ann, Verdict.first(), "k2"));

        assertThatThrownBy(() -> store.votes().appendAll(List.of(good, bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not fit battle");

        assertThat(store.votes().count()).isZero();
        assertThat(store.revision()).isEqualTo(before);
        assertThat(store.battles().findByToken(good.battle().token())).isEmpty();
        assertThat(store.votes().appendAll(List.of(good))).allMatch(Stored.class::isInstance);
    }

    @Test
    void appendAll_withAKeyOfAnotherBattle_storesNoBattleForIt() {
        NewVote one = new NewVote(
                given.bareBattle(BattleOrigin.imported("one"), "alpha", "beta"), vote(ann, Verdict.first(), "k"));
        NewVote two = new NewVote(
                given.bareBattle(BattleOrigin.imported("two"), "alpha", "beta"), vote(ann, Verdict.first(), "k"));
        List<AppendResult> results = store.votes().appendAll(List.of(one, two));
        assertThat(results.get(1)).isEqualTo(new KeyReused(results.get(0).vote()));
        assertThat(store.battles().findByToken(two.battle().token())).isEmpty();
    }

    @Test
    void scan_whoseActionReadsTheStore_goesOn() {
        for (int i = 0; i < 5; i++) {
            stored(store.votes().append(battleOfTwo("b" + i).id(), vote(ann, Verdict.first(), "k" + i)));
        }
        List<Battle> battles = new ArrayList<>();
        store.votes()
                .scan(
                        new VoteId(2),
                        row -> battles.add(store.battles().getBattle(row.vote().battle())));
        assertThat(battles).extracting(battle -> battle.id().value()).containsExactly(3L, 4L, 5L);
    }

    @Test
    void listCurrent_ofAJudge_isNewestFirstWithoutWhatWasReplaced() {
        Battle one = battleOfTwo("b1");
        Battle two = battleOfFour("b2");
        Battle three = battleOfTwo("b3");
        Vote first = stored(store.votes().append(one.id(), vote(ann, Verdict.first(), "k1")));
        Vote second = stored(store.votes().append(two.id(), vote(ann, Verdict.bothBad(), "k2")));
        Judge bob = given.voter("bob");
        Vote other = stored(store.votes().append(one.id(), vote(bob, Verdict.second(), "k1")));
        Vote taken = stored(store.votes().supersede(first.id(), vote(ann, WITHDRAWN, "w")));
        Vote third = stored(store.votes().append(three.id(), vote(ann, Verdict.tie(), "k3")));

        assertThat(store.votes().listCurrent(ann.id(), null, 10))
                .containsExactly(
                        new CastVote(third, three, ann), new CastVote(taken, one, ann), new CastVote(second, two, ann));
        assertThat(store.votes().listCurrent(ann.id(), null, 2))
                .extracting(CastVote::vote)
                .containsExactly(third, taken);
        assertThat(store.votes().listCurrent(ann.id(), taken.id(), 2))
                .extracting(CastVote::vote)
                .containsExactly(second);
        assertThat(store.votes().listCurrent(ann.id(), second.id(), 2)).isEmpty();
        assertThat(store.votes().listCurrent(bob.id(), null, 10)).containsExactly(new CastVote(other, one, bob));
    }
}
