package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises of judges and battles. */
abstract class BattleContract extends RoleContract {
    @BeforeEach
    void fill() {
        given.promptAnsweredBy("alpha", "beta");
    }

    @Test
    void putJudge_again_isTheSameJudge() {
        Judge big = store.judges().put(new JudgeDraft(JudgeKind.LLM, "big", "v1"));
        Judge other = store.judges().put(new JudgeDraft(JudgeKind.LLM, "big", "v2"));

        assertThat(store.judges().put(new JudgeDraft(JudgeKind.LLM, "big", "v1")))
                .isEqualTo(big);
        assertThat(other.id()).isNotEqualTo(big.id());
        assertThat(store.judges().getJudge(big.id())).isEqualTo(big);
        assertThat(store.judges().find(new JudgeDraft(JudgeKind.LLM, "big", "v2")))
                .contains(other);
        assertThat(store.judges().find(new JudgeDraft(JudgeKind.HUMAN, "big", "v2")))
                .isEmpty();
        assertThat(store.judges().listJudges()).containsExactly(big, other);
    }

    @Test
    void putJudge_byACrowd_makesOne() throws Exception {
        List<Judge> judges = together(i -> () -> given.voter("v"));
        assertThat(new HashSet<>(judges)).hasSize(1);
        assertThat(store.judges().listJudges()).hasSize(1);
    }

    @Test
    void open_ofAFullDraft_roundTrips() {
        Judge voter = given.voter("v");
        BattleDraft draft = new BattleDraft(
                "opaque",
                given.battle(BattleOrigin.matchmaker(voter.id())).prompt(),
                given.battle(BattleOrigin.matchmaker(voter.id())).seats(),
                Long.MIN_VALUE,
                1e-300,
                BattleOrigin.matchmaker(voter.id()),
                new BattleTags(2, "coding", "tr", false),
                Instant.parse("2026-01-02T03:04:05.678912Z"));

        Battle battle = store.battles().open(draft);

        assertThat(battle.draft()).isEqualTo(draft);
        assertThat(battle.draft().openedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(store.battles().getBattle(battle.id())).isEqualTo(battle);
        assertThat(store.battles().findByToken("opaque")).contains(battle);
        assertThat(store.battles().findOpen(voter.id())).contains(battle);
        assertThat(store.battles().listDrawnFor(voter.id())).containsExactly(battle);
    }

    @Test
    void openFirst_ofANewVoter_storesVoterAndBattle() {
        JudgeDraft voter = new JudgeDraft(JudgeKind.HUMAN, "newcomer", "");

        Battle battle = store.battles().openFirst(voter, id -> given.battle(BattleOrigin.matchmaker(id)));

        JudgeId stored = store.judges().find(voter).orElseThrow().id();
        assertThat(battle.draft().origin()).isEqualTo(BattleOrigin.matchmaker(stored));
        assertThat(store.battles().findOpen(stored)).contains(battle);
        assertThat(store.battles().openFirst(voter, id -> given.battle(BattleOrigin.matchmaker(id))))
                .isEqualTo(battle);
    }

    @Test
    void openFirst_ofABattleThatIsRefused_storesNoVoter() {
        JudgeDraft voter = new JudgeDraft(JudgeKind.HUMAN, "newcomer", "");
        String taken = store.battles()
                .open(given.battle(BattleOrigin.matchmaker(given.voter("v").id())))
                .token();

        assertThatThrownBy(() -> store.battles().openFirst(voter, id -> {
                    BattleDraft draft = given.battle(BattleOrigin.matchmaker(id));
                    return new BattleDraft(
                            taken,
                            draft.prompt(),
                            draft.seats(),
                            draft.seed(),
                            draft.pickProbability(),
                            draft.origin(),
                            draft.tags(),
                            draft.openedAt());
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token " + taken + " is taken");
        assertThat(store.judges().find(voter)).isEmpty();
    }

    @Test
    void open_forAVoterWithAnOpenBattle_returnsThatOneUntilItIsVotedOn() {
        Judge voter = given.voter("v");
        BattleOrigin origin = BattleOrigin.matchmaker(voter.id());
        Battle first = store.battles().open(given.battle(origin));

        assertThat(store.battles().open(given.battle(origin))).isEqualTo(first);
        store.votes().append(first.id(), vote(voter, Verdict.abstain(AbstentionReason.SKIPPED, null), "k"));
        assertThat(store.battles().findOpen(voter.id())).isEmpty();
        Battle second = store.battles().open(given.battle(origin));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(store.battles().listDrawnFor(voter.id())).containsExactly(first, second);
        assertThat(store.battles().listDrawnFor(given.voter("w").id())).isEmpty();
    }

    @Test
    void open_byACrowdForOneVoter_givesAllTheSameBattle() throws Exception {
        Judge voter = given.voter("v");
        List<Battle> battles =
                together(i -> () -> store.battles().open(given.battle(BattleOrigin.matchmaker(voter.id()))));
        assertThat(new HashSet<>(battles)).hasSize(1);
        assertThat(store.battles().listDrawnFor(voter.id())).hasSize(1);
    }

    @Test
    void open_ofAKeyedBattle_isStoredOncePerRunAndKind() {
        RunId one = given.run("r1").id();
        RunId two = given.run("r2").id();
        Battle planned = store.battles().open(given.battle(BattleOrigin.schedule(one, "k")));
        Battle elsewhere = store.battles().open(given.battle(BattleOrigin.schedule(two, "k")));
        Battle before = store.battles().open(given.battle(BattleOrigin.schedule(one, "a")));
        Battle imported = store.battles().open(given.battle(BattleOrigin.imported("k")));
        Battle identical = store.battles().open(given.battle(BattleOrigin.identical("k")));

        assertThat(store.battles().open(given.battle(BattleOrigin.schedule(one, "k"))))
                .isEqualTo(planned);
        assertThat(store.battles().open(given.battle(BattleOrigin.imported("k"))))
                .isEqualTo(imported);
        assertThat(new HashSet<>(List.of(planned, elsewhere, before, imported, identical)))
                .hasSize(5);
        assertThat(store.battles().listOfRun(one)).containsExactly(before, planned);
        assertThat(store.battles().listOfRun(two)).containsExactly(elsewhere);
    }

    @Test
    void open_ofMoreThanTwoSeatsWithoutResponses_keepsTheirOrder() {
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(StoreFixture.contestant("gamma", Map.of()), StoreFixture.contestant("delta", Map.of())),
                        List.of(),
                        List.of()));
        BattleDraft draft = given.bareBattle(BattleOrigin.imported("k"), "gamma", "alpha", "delta", "beta");
        Battle battle = store.battles().open(draft);
        assertThat(store.battles().getBattle(battle.id()).seats()).isEqualTo(draft.seats());
    }

    @Test
    void open_ofWhatIsNotStored_saysWhat() {
        BattleDraft draft = given.battle(BattleOrigin.imported("k"));
        Seat seat = draft.seats().get(0);
        Seat other = draft.seats().get(1);

        assertRefused(draft, List.of(seat, new Seat(new ContestantId(77), null)), "contestant 77 is not stored");
        assertRefused(
                draft,
                List.of(seat, new Seat(other.contestant(), new ResponseId(88))),
                "response 88 is not stored as one of contestant "
                        + other.contestant().value() + " to the prompt of the battle");
        assertRefused(
                draft,
                List.of(new Seat(seat.contestant(), other.response()), new Seat(other.contestant(), null)),
                "is not stored as one of contestant");
        assertThatThrownBy(() -> store.battles().open(given.battle(BattleOrigin.matchmaker(new JudgeId(66)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("judge 66 is not stored");
        assertThatThrownBy(() -> store.battles().open(given.battle(BattleOrigin.schedule(new RunId("no"), "k"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run no is not stored");
    }

    private void assertRefused(BattleDraft draft, List<Seat> seats, String message) {
        BattleDraft wrong = new BattleDraft(
                "other", draft.prompt(), seats, null, null, draft.origin(), BattleTags.NONE, StoreFixture.NOON);
        assertThatThrownBy(() -> store.battles().open(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(store.battles().findByToken("other")).isEmpty();
    }

    @Test
    void open_withATakenToken_isRefused() {
        BattleDraft draft = given.battle(BattleOrigin.imported("k"));
        store.battles().open(draft);
        BattleDraft same = new BattleDraft(
                draft.token(),
                draft.prompt(),
                draft.seats(),
                null,
                null,
                BattleOrigin.imported("l"),
                BattleTags.NONE,
                StoreFixture.NOON);
        assertThatThrownBy(() -> store.battles().open(same))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token " + draft.token() + " is taken");
    }
}
