package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.NOON;
import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises of studies. */
abstract class StudyContract extends RoleContract {
    private static final long DAY = NOON.getEpochSecond() / 86_400;

    private StoredStudy study;
    private Judge ann;
    private Judge bob;

    @BeforeEach
    void fill() {
        given.promptAnsweredBy("alpha", "beta");
        study = store.studies().create("poems", "{\"k\":2}", NOON);
        ann = given.voter("ann");
        bob = given.voter("bob");
    }

    private BattleStudy plain() {
        return new BattleStudy(study.versions().get(0).id(), StudyPart.PLAIN, null);
    }

    private Battle open(Judge voter, BattleStudy place) {
        return store.battles().open(given.battle(BattleOrigin.inStudy(voter.id(), place)));
    }

    @Test
    void create_newStudy_isADraftWithOneVersion() {
        assertThat(study.key()).isEqualTo("poems");
        assertThat(study.state()).isEqualTo(StudyState.DRAFT);
        assertThat(study.changes()).containsExactly(new StoredStudy.Change(StudyState.DRAFT, "", NOON));
        assertThat(study.versions()).hasSize(1);
        assertThat(study.versions().get(0).number()).isEqualTo(1);
        assertThat(study.versions().get(0).settings()).isEqualTo("{\"k\":2}");
        assertThat(study.versions().get(0).storedAt()).isEqualTo(NOON);
        assertThat(store.studies().find("poems")).contains(study);
        assertThat(store.studies().find("Poems")).isEmpty();
    }

    @Test
    void create_ofATakenKey_isRefusedAndChangesNothing() {
        assertThatThrownBy(() -> store.studies().create("poems", "{}", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("study poems is stored already");
        assertThat(store.studies().list()).containsExactly(study);
    }

    @Test
    void addVersionAndState_keepWhatWasBefore() {
        StoredStudy other = store.studies().create("other", "{}", NOON);
        StoredStudy revised = store.studies().addVersion(study.id(), "{\"k\":3}", NOON.plusSeconds(1));
        StoredStudy opened = store.studies().addState(study.id(), StudyState.OPEN, "", NOON.plusSeconds(2));
        StoredStudy paused = store.studies().addState(study.id(), StudyState.PAUSED, "lunch", NOON.plusSeconds(3));

        assertThat(revised.versions()).extracting(StoredStudy.Version::number).containsExactly(1, 2);
        assertThat(revised.versions().get(0)).isEqualTo(study.versions().get(0));
        assertThat(opened.state()).isEqualTo(StudyState.OPEN);
        assertThat(paused.changes())
                .extracting(StoredStudy.Change::state)
                .containsExactly(StudyState.DRAFT, StudyState.OPEN, StudyState.PAUSED);
        assertThat(paused.changes().get(2).reason()).isEqualTo("lunch");
        assertThat(store.studies().list()).containsExactly(paused, other);
        assertThat(store.revision()).as("no rating moves").isEqualTo(store.revision());
    }

    @Test
    void add_toAnUnknownStudy_saysWhich() {
        assertThatThrownBy(() -> store.studies().addVersion(new StudyId(9), "{}", NOON))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no study 9");
        assertThatThrownBy(() -> store.studies().addState(new StudyId(9), StudyState.OPEN, "", NOON))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no study 9");
    }

    @Test
    void open_inAStudyAndOnTheFloor_areTwoBattlesOfOneVoter() {
        Battle floor = store.battles().open(given.battle(BattleOrigin.matchmaker(ann.id())));
        Battle inStudy = open(ann, plain());

        assertThat(inStudy.id()).isNotEqualTo(floor.id());
        assertThat(open(ann, plain())).isEqualTo(inStudy);
        assertThat(store.battles().findOpen(ann.id())).contains(floor);
        assertThat(store.battles().findOpen(ann.id(), study.id())).contains(inStudy);
        assertThat(store.battles().findOpen(bob.id(), study.id())).isEmpty();
        assertThat(store.battles().listDrawnFor(ann.id())).containsExactly(floor, inStudy);
        assertThat(store.battles().listDrawnFor(ann.id(), null)).containsExactly(floor);
        assertThat(store.battles().listDrawnFor(ann.id(), study.id())).containsExactly(inStudy);
        assertThat(store.battles().getBattle(inStudy.id()).draft().origin().study())
                .isEqualTo(plain());

        store.votes().append(inStudy.id(), vote(ann, Verdict.first(), "k"));
        assertThat(store.battles().findOpen(ann.id())).contains(floor);
        assertThat(store.battles().findOpen(ann.id(), study.id())).isEmpty();
    }

    @Test
    void open_ofAnUnknownVersion_isRefused() {
        BattleStudy unknown = new BattleStudy(new StudyVersionId(77), StudyPart.PLAIN, null);
        assertThatThrownBy(() -> open(ann, unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("study version 77 is not stored");
        assertThat(store.battles().listDrawnFor(ann.id())).isEmpty();
    }

    @Test
    void open_ofOneResponseTwice_onlyAsGold() {
        BattleDraft two = given.battle(BattleOrigin.inStudy(
                ann.id(), new BattleStudy(study.versions().get(0).id(), StudyPart.GOLD, "identical:tie:1,2")));
        Seat seat = two.seats().get(0);
        BattleDraft twice = new BattleDraft(
                "twice", two.prompt(), List.of(seat, seat), 1L, null, two.origin(), BattleTags.NONE, NOON);

        Battle battle = store.battles().open(twice);

        assertThat(store.battles().getBattle(battle.id()).draft()).isEqualTo(twice);
        assertThatThrownBy(() -> new BattleDraft(
                        "no",
                        two.prompt(),
                        List.of(seat, seat),
                        1L,
                        null,
                        BattleOrigin.inStudy(ann.id(), plain()),
                        BattleTags.NONE,
                        NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot battle itself");
    }

    @Test
    void answers_storedWithTheirVote_areFoundAndScanned() {
        Battle first = open(ann, plain());
        Battle second = open(bob, plain());
        Vote one = store.votes()
                .append(first.id(), vote(ann, Verdict.first(), "k"), "{\"why\":\"facts\"}")
                .vote();
        AppendResult repeated = store.votes().append(first.id(), vote(ann, Verdict.first(), "k"), "{\"why\":\"no\"}");
        AppendResult other = store.votes().append(first.id(), vote(ann, Verdict.second(), "l"), "{\"why\":\"no\"}");
        Vote expired = store.votes()
                .append(second.id(), vote(bob, Verdict.abstain(AbstentionReason.EXPIRED, null), "e"))
                .vote();
        Vote late = store.votes()
                .supersede(expired.id(), vote(bob, Verdict.tie(), "m"), "{\"why\":\"style\"}")
                .vote();

        assertThat(repeated).isInstanceOf(AppendResult.Repeated.class);
        assertThat(other).isInstanceOf(AppendResult.AlreadyVoted.class);
        assertThat(store.studies().findAnswers(one.id())).contains("{\"why\":\"facts\"}");
        assertThat(store.studies().findAnswers(expired.id())).isEmpty();
        Map<VoteId, String> all = new TreeMap<>();
        store.studies().scanAnswers(new VoteId(0), all::put);
        assertThat(all).isEqualTo(Map.of(one.id(), "{\"why\":\"facts\"}", late.id(), "{\"why\":\"style\"}"));
        Map<VoteId, String> after = new TreeMap<>();
        store.studies().scanAnswers(one.id(), after::put);
        assertThat(after).containsOnlyKeys(late.id());
    }

    @Test
    void listOf_supersededVotes_areAllThereOldestFirst() {
        Battle battle = open(ann, plain());
        assertThat(store.votes().listOf(battle.id(), ann.id())).isEmpty();
        Vote expired = store.votes()
                .append(battle.id(), vote(ann, Verdict.abstain(AbstentionReason.EXPIRED, null), "e"))
                .vote();
        Vote late = store.votes()
                .supersede(expired.id(), vote(ann, Verdict.tie(), "m"))
                .vote();
        Vote back = store.votes()
                .supersede(late.id(), vote(ann, Verdict.abstain(AbstentionReason.WITHDRAWN, null), "w"))
                .vote();

        assertThat(store.votes().listOf(battle.id(), ann.id())).containsExactly(expired, late, back);
        assertThat(store.votes().listOf(battle.id(), bob.id())).isEmpty();
    }

    @Test
    void findings_ofNothing_areEmpty() {
        StudyFindings findings = store.studies().findings(study.id());

        assertThat(findings.coverage()).isEmpty();
        assertThat(findings.voters()).isEmpty();
        assertThat(findings.of(ann.id())).isEqualTo(StudyFindings.Voter.NOBODY);
        assertThat(StudyFindings.threeDigits(0)).isZero();
        assertThat(StudyFindings.threeDigits(999)).isEqualTo(999);
        assertThat(StudyFindings.threeDigits(1_239)).isEqualTo(1_230);
        assertThat(StudyFindings.threeDigits(9_999_999)).isEqualTo(9_990_000);
    }

    @Test
    void tally_ofVotesOfAllKinds_countsCurrentOnes() {
        Battle decided = open(ann, plain());
        store.votes().append(decided.id(), vote(ann, Verdict.first(), "k"));
        Battle skipped = open(bob, plain());
        store.votes().append(skipped.id(), vote(bob, Verdict.abstain(AbstentionReason.SKIPPED, null), "k"));
        Battle again = open(
                ann,
                new BattleStudy(
                        study.versions().get(0).id(),
                        StudyPart.REPEAT,
                        String.valueOf(decided.id().value())));
        store.votes().append(again.id(), vote(ann, Verdict.first(), "l"));
        Judge cai = given.voter("cai");
        Battle taken = open(cai, plain());
        Vote back = store.votes()
                .append(taken.id(), vote(cai, Verdict.first(), "k"))
                .vote();
        store.votes().supersede(back.id(), vote(cai, Verdict.abstain(AbstentionReason.WITHDRAWN, null), "w"));
        Battle inHand = open(bob, plain());
        store.battles().open(given.battle(BattleOrigin.matchmaker(ann.id())));

        StudyTally tally = store.studies().tally(study.id());

        assertThat(tally.decided()).isEqualTo(Map.of(decided.draft().matchupKey(), 1));
        assertThat(tally.open())
                .containsExactly(new StudyTally.Open(
                        inHand.id(),
                        bob.id(),
                        study.versions().get(0).id(),
                        StudyPart.PLAIN,
                        inHand.draft().matchupKey(),
                        NOON));
        assertThat(tally.votes())
                .containsExactlyInAnyOrder(
                        votes(ann.id(), StudyPart.PLAIN, true),
                        votes(ann.id(), StudyPart.REPEAT, true),
                        votes(bob.id(), StudyPart.PLAIN, false),
                        votes(cai.id(), StudyPart.PLAIN, false));
        assertThat(store.studies().tally(new StudyId(99))).isEqualTo(new StudyTally(Map.of(), List.of(), List.of()));
    }

    private static StudyTally.Votes votes(JudgeId voter, StudyPart part, boolean decided) {
        return new StudyTally.Votes(voter, part, DAY, decided, 1, NOON.toEpochMilli());
    }
}
