package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteDraft;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.PeopleStore.DeviceCode;
import dev.arena.core.store.PeopleStore.Joined;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises of invitations, roles and further browsers. */
abstract class PeopleContract extends RoleContract {
    private PeopleStore people;

    @BeforeEach
    void name() {
        people = store.people();
    }

    private static String hash(int number) {
        return String.format("%064x", number);
    }

    private Invite invite(int number, Role role, @Nullable Integer uses) {
        return people.putInvite(new InviteDraft(null, role, hash(number), "for Ann", uses, null, NOON));
    }

    @Test
    void putInvite_anyKind_isFoundByHashAndIdAndListedNewestFirst() {
        InviteDraft draft = new InviteDraft(null, Role.ANALYST, hash(1), "für Änne ✓", 3, NOON.plusSeconds(60), NOON);
        Invite one = people.putInvite(draft);
        Invite other = invite(2, Role.ADMIN, null);

        assertThat(one).isEqualTo(new Invite(one.id(), draft, 0, null));
        assertThat(people.findInvite(hash(1))).contains(one);
        assertThat(people.findInvite(other.id())).contains(other);
        assertThat(people.listInvites(null)).containsExactly(other, one);
        assertThat(people.findInvite(hash(9))).isEmpty();
        assertThat(people.findInvite(new InviteId(99))).isEmpty();
    }

    @Test
    void putInvite_hashThatIsStored_isRefused() {
        invite(1, Role.ADMIN, null);

        assertThatThrownBy(() -> invite(1, Role.ANALYST, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an invitation with that secret is stored already");
    }

    @Test
    void endInvite_twice_keepsTheFirstEndAndNobodyJoinsAnyMore() {
        Invite invite = invite(1, Role.ANALYST, null);
        Judge ann = given.voter("ann");
        people.join(invite.id(), ann.id(), NOON);

        assertThat(people.endInvite(invite.id(), NOON.plusSeconds(1))).isTrue();
        assertThat(people.endInvite(invite.id(), NOON.plusSeconds(2))).isFalse();
        assertThat(people.findInvite(invite.id()))
                .contains(new Invite(invite.id(), invite.draft(), 1, NOON.plusSeconds(1)));
        assertThat(people.join(invite.id(), given.voter("ben").id(), NOON))
                .isEqualTo(new Joined.Refused(Invite.Refusal.ENDED));
        assertThat(people.listRoles(ann.id())).hasSize(1);
        assertThatThrownBy(() -> people.endInvite(new InviteId(99), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("invitation 99 is not stored");
    }

    @Test
    void join_whoHoldsTheRoleAlready_usesNothingUp() {
        Invite invite = invite(1, Role.ANALYST, 1);
        JudgeId ann = given.voter("ann").id();
        RoleGrant grant = new RoleGrant(ann, null, Role.ANALYST, invite.id(), NOON);

        assertThat(people.join(invite.id(), ann, NOON)).isEqualTo(new Joined.Granted(grant));
        assertThat(people.join(invite.id(), ann, NOON.plusSeconds(9))).isEqualTo(new Joined.Held(grant));
        assertThat(people.join(invite(2, Role.ANALYST, 1).id(), ann, NOON)).isEqualTo(new Joined.Held(grant));
        assertThat(people.findInvite(hash(1)).orElseThrow().used()).isEqualTo(1);
        assertThat(people.findInvite(hash(2)).orElseThrow().used()).isZero();
        assertThat(people.join(invite.id(), given.voter("ben").id(), NOON))
                .isEqualTo(new Joined.Refused(Invite.Refusal.USED_UP));
    }

    @Test
    void join_atAndBeforeTheTimeOfExpiry_isRefusedFromThenOn() {
        Invite invite =
                people.putInvite(new InviteDraft(null, Role.ADMIN, hash(1), "", null, NOON.plusMillis(5), NOON));

        assertThat(people.join(invite.id(), given.voter("ann").id(), NOON.plusMillis(4)))
                .isInstanceOf(Joined.Granted.class);
        assertThat(people.join(invite.id(), given.voter("ben").id(), NOON.plusMillis(5)))
                .isEqualTo(new Joined.Refused(Invite.Refusal.EXPIRED));
    }

    @Test
    void join_aHundredAtOnceForThreeUses_givesThree() throws Exception {
        Invite invite = invite(1, Role.ANALYST, 3);
        for (int i = 0; i < CROWD; i++) {
            given.voter("v" + i);
        }

        List<Joined> joined = together(
                i -> () -> people.join(invite.id(), given.voter("v" + i).id(), NOON));

        assertThat(joined).filteredOn(Joined.Granted.class::isInstance).hasSize(3);
        assertThat(joined)
                .filteredOn(new Joined.Refused(Invite.Refusal.USED_UP)::equals)
                .hasSize(CROWD - 3);
        assertThat(people.listMembers(null)).hasSize(3);
        assertThat(people.findInvite(invite.id()).orElseThrow().used()).isEqualTo(3);
    }

    @Test
    void join_whatIsNotStored_isRefusedAndUsesNothing() {
        Invite invite = invite(1, Role.ADMIN, 1);

        assertThatThrownBy(() -> people.join(new InviteId(99), new JudgeId(1), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("invitation 99 is not stored");
        assertThatThrownBy(() -> people.join(invite.id(), new JudgeId(77), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("judge 77 is not stored");
        assertThat(people.findInvite(invite.id()).orElseThrow().used()).isZero();
    }

    @Test
    void endRolesThatSeeNames_someHeld_endsThemOnceAndTheyCanBeGivenAgain() {
        JudgeId ann = given.voter("ann").id();
        RoleGrant admin = people.grant(new RoleGrant(ann, null, Role.ADMIN, null, NOON));
        RoleGrant analyst = people.grant(new RoleGrant(ann, null, Role.ANALYST, null, NOON));

        assertThat(people.grant(new RoleGrant(ann, null, Role.ADMIN, null, NOON.plusSeconds(5))))
                .isEqualTo(admin);
        assertThat(people.listRoles(ann)).containsExactly(admin, analyst);
        assertThat(people.endRolesThatSeeNames(ann, NOON)).containsExactly(admin, analyst);
        assertThat(people.endRolesThatSeeNames(ann, NOON)).isEmpty();
        assertThat(people.listRoles(ann)).isEmpty();
        RoleGrant again = people.grant(new RoleGrant(ann, null, Role.ADMIN, null, NOON.plusSeconds(9)));
        assertThat(people.listRoles(ann)).containsExactly(again);
        assertThat(people.listMembers(null)).containsExactly(again);
    }

    @Test
    void endRolesBy_anInvitation_endsWhatItGaveOnceAndNothingElse() {
        Invite invite = invite(1, Role.ADMIN, null);
        Invite other = invite(2, Role.ADMIN, null);
        JudgeId ann = given.voter("ann").id();
        JudgeId ben = given.voter("ben").id();
        JudgeId cem = given.voter("cem").id();
        RoleGrant first = new RoleGrant(ann, null, Role.ADMIN, invite.id(), NOON);
        RoleGrant second = new RoleGrant(ben, null, Role.ADMIN, invite.id(), NOON);
        people.join(invite.id(), ann, NOON);
        people.join(invite.id(), ben, NOON);
        people.join(other.id(), cem, NOON);
        people.join(invite.id(), cem, NOON);

        assertThat(people.listRolesBy(invite.id())).containsExactly(first, second);
        assertThat(people.countRolesByInvite(null)).isEqualTo(Map.of(invite.id(), 2L, other.id(), 1L));
        assertThat(people.endRolesBy(invite.id(), NOON.plusSeconds(1))).containsExactly(first, second);
        assertThat(people.endRolesBy(invite.id(), NOON.plusSeconds(2))).isEmpty();
        assertThat(people.listRolesBy(invite.id())).isEmpty();
        assertThat(people.countRolesByInvite(null)).isEqualTo(Map.of(other.id(), 1L));
        assertThat(people.listRoles(ann)).isEmpty();
        assertThat(people.listRoles(cem)).hasSize(1);
        assertThat(people.findInvite(invite.id()).orElseThrow().used()).isEqualTo(2);
        assertThatThrownBy(() -> people.endRolesBy(new InviteId(99), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("invitation 99 is not stored");
    }

    @Test
    void grant_whoHoldsTheRoleByAnInvitation_keepsItWhenThatOneEnds() {
        Invite invite = invite(1, Role.ADMIN, null);
        JudgeId ann = given.voter("ann").id();
        people.join(invite.id(), ann, NOON);
        RoleGrant own = people.grant(new RoleGrant(ann, null, Role.ADMIN, null, NOON));

        assertThat(own.invite()).isNull();
        assertThat(people.grant(new RoleGrant(ann, null, Role.ADMIN, null, NOON.plusSeconds(1))))
                .isEqualTo(own);
        assertThat(people.listRoles(ann)).hasSize(2);
        assertThat(people.endRolesBy(invite.id(), NOON)).hasSize(1);
        assertThat(people.listRoles(ann)).containsExactly(own);
    }

    @Test
    void claim_codeOfAVoter_linksOneBrowserOnce() {
        JudgeId ann = given.voter("ann").id();
        people.putCode(new DeviceCode(hash(1), ann, NOON, NOON.plusSeconds(900)));

        assertThat(people.listDevices(ann)).isEmpty();
        assertThat(people.claim(hash(1), hash(50), NOON.plusSeconds(899))).contains(ann);
        assertThat(people.listDevices(ann)).containsExactly(NOON.plusSeconds(899));
        assertThat(people.claim(hash(1), hash(51), NOON)).isEmpty();
        assertThat(people.findDevice(hash(50))).contains(ann);
        assertThat(people.findDevice(hash(51))).isEmpty();
    }

    @Test
    void claim_unknownReplacedOrExpiredCode_linksNothing() {
        JudgeId ann = given.voter("ann").id();
        people.putCode(new DeviceCode(hash(1), ann, NOON, NOON.plusSeconds(900)));
        people.putCode(new DeviceCode(hash(2), ann, NOON, NOON.plusSeconds(900)));

        assertThat(people.claim(hash(1), hash(50), NOON)).as("replaced").isEmpty();
        assertThat(people.claim(hash(9), hash(50), NOON)).as("unknown").isEmpty();
        assertThat(people.claim(hash(2), hash(50), NOON.plusSeconds(900)))
                .as("expired")
                .isEmpty();
        assertThat(people.findDevice(hash(50))).isEmpty();
        assertThat(people.claim(hash(2), hash(50), NOON)).contains(ann);
    }

    @Test
    void claim_aHundredAtOnce_linksOneBrowser() throws Exception {
        JudgeId ann = given.voter("ann").id();
        people.putCode(new DeviceCode(hash(1), ann, NOON, NOON.plusSeconds(900)));

        List<Optional<JudgeId>> claimed = together(i -> () -> people.claim(hash(1), hash(100 + i), NOON));

        assertThat(claimed).filteredOn(Optional::isPresent).containsExactly(Optional.of(ann));
    }

    @Test
    void claim_secretThatStandsForAJudge_isRefused() {
        people.putCode(new DeviceCode(hash(1), given.voter("ann").id(), NOON, NOON.plusSeconds(900)));
        people.putCode(new DeviceCode(hash(2), given.voter("ben").id(), NOON, NOON.plusSeconds(900)));
        people.claim(hash(1), hash(50), NOON);

        assertThatThrownBy(() -> people.claim(hash(2), hash(50), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("that browser stands for a judge already");
    }

    @Test
    void hasVotes_beforeAndAfterASkip_saysSo() {
        given.promptAnsweredBy("alpha", "beta");
        Judge ann = given.voter("ann");
        var battle = store.battles().open(given.battle(BattleOrigin.matchmaker(ann.id())));

        assertThat(people.hasVotes(ann.id())).isFalse();
        store.votes().append(battle.id(), StoreFixture.vote(ann, Verdict.tie(), "k"));
        assertThat(people.hasVotes(ann.id())).isTrue();
    }

    @Test
    void revision_ofPeople_movesNoRating() {
        long before = store.revision();
        people.join(invite(1, Role.ADMIN, 1).id(), given.voter("ann").id(), NOON);

        assertThat(store.revision()).isEqualTo(before);
    }

    @Test
    void roles_ofAStudy_holdAndAreListedThereOnly() {
        StudyId study = store.studies().create("summaries", "{}", NOON).id();
        JudgeId ann = given.voter("ann").id();
        Invite invite = people.putInvite(new InviteDraft(study, Role.VOTER, hash(1), "", null, null, NOON));
        people.join(invite.id(), ann, NOON);
        RoleGrant grant = new RoleGrant(ann, study, Role.VOTER, invite.id(), NOON);

        assertThat(people.listRoles(ann)).containsExactly(grant);
        assertThat(people.listMembers(study)).containsExactly(grant);
        assertThat(people.listMembers(null)).isEmpty();
        assertThat(people.listInvites(study)).hasSize(1);
        assertThat(people.countRolesByInvite(study)).isEqualTo(Map.of(invite.id(), 1L));
        assertThat(people.countRolesByInvite(null)).isEmpty();
        assertThat(people.listInvites(null)).isEmpty();
        assertThat(people.endRolesThatSeeNames(ann, NOON)).isEmpty();
    }

    @Test
    void putInvite_toAStudyThatIsNotStored_isRefused() {
        assertThatThrownBy(() ->
                        people.putInvite(new InviteDraft(new StudyId(77), Role.VOTER, hash(1), "", null, null, NOON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("study 77 is not stored");
        assertThatThrownBy(() ->
                        people.grant(new RoleGrant(given.voter("ann").id(), new StudyId(77), Role.VOTER, null, NOON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("study 77 is not stored");
        assertThat(people.listInvites(null)).isEmpty();
    }
}
