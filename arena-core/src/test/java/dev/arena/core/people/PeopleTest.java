package dev.arena.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.Verdict;
import dev.arena.core.people.PeopleException.Kind;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final long SEED = 20261122;

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(SEED));
    private final StoreFixture given = new StoreFixture(store);
    private Instant now = StoreFixture.NOON;
    private final InstantSource clock = () -> now;
    private final People people = People.of(store, clock, new Random(SEED));
    private final JudgeId ann = given.voter("ann").id();
    private final JudgeId ben = given.voter("ben").id();

    private Invitations.Made invite(@Nullable Integer uses, @Nullable Instant expires) {
        return people.invitations().make(new Invitations.Wish(null, Role.ANALYST, "lab", uses, expires));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable call, Kind kind) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PeopleException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void make_anInvitation_tellsTheSecretOnceAndStoresItsKeyedHashOnly() {
        Invitations.Made made = invite(2, null);
        Invitations.Made elsewhere = People.of(new InMemoryArenaStore(new Random(1)), clock, new Random(SEED))
                .invitations()
                .make(new Invitations.Wish(null, Role.ANALYST, "lab", 2, null));

        assertThat(made.secret()).matches("[A-Za-z0-9_-]{22}");
        assertThat(elsewhere.secret()).as("same seed").isEqualTo(made.secret());
        assertThat(made.invite().draft().secretHash())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(elsewhere.invite().draft().secretHash());
        assertThat(made.invite().toString()).doesNotContain(made.secret());
    }

    @Test
    void endWithRoles_anAdministratorByThatLinkAlone_isRefusedAndNothingChanges() {
        Invitations invitations = people.invitations();
        Invitations.Made made = invitations.make(new Invitations.Wish(null, Role.ADMIN, "", null, null));
        InviteId link = made.invite().id();
        invitations.join(made.secret(), ann);
        invitations.join(made.secret(), ben);
        List<JudgeId> closed = new ArrayList<>();

        assertRefused(() -> invitations.endWithRoles(link, ann, closed::add), Kind.OWN_ROLE);
        assertThat(closed).isEmpty();
        assertThat(invitations.find(link).orElseThrow().endedAt()).isNull();
        assertThat(people.roles().seesNames(ben)).isTrue();

        invitations.join(invitations.administration(), ann);
        assertThat(invitations.endWithRoles(link, ann, closed::add)).hasSize(2);
        assertThat(closed).containsExactly(ann, ben);
        assertThat(people.roles().holds(ann, Role.ADMIN, null)).isTrue();
        assertThat(people.roles().seesNames(ben)).isFalse();
        assertThat(invitations.endWithRoles(link, ann, closed::add)).isEmpty();
        assertRefused(() -> invitations.join(made.secret(), ben), Kind.INVITE_ENDED);
    }

    @Test
    void make_whatMakesNoSense_isRefused() {
        assertThatThrownBy(() -> people.invitations().make(new Invitations.Wish(null, Role.VOTER, "", null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a voter is invited to a study");
        for (int uses : new int[] {0, -1, 1_000_001}) {
            assertThatThrownBy(() -> invite(uses, null))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("field 'uses' is '" + uses
                            + "'; allowed: a whole number from 1 to 1000000, or none for any number.");
        }
        for (Instant end : List.of(Instant.EPOCH, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
            assertThatThrownBy(() -> people.invitations().make(new Invitations.Wish(null, Role.ADMIN, "", null, end)))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("field 'expires_at' is '" + end
                            + "'; allowed: a time to come until 9999-12-31T23:59:59Z, or none for never.");
        }
        assertThatThrownBy(() ->
                        people.invitations().make(new Invitations.Wish(null, Role.ADMIN, "x".repeat(201), null, null)))
                .isInstanceOf(UsageException.class)
                .hasMessage("field 'label' is '201 characters'; allowed: at most 200 characters.");
        assertThatThrownBy(
                        () -> people.invitations().make(new Invitations.Wish(null, Role.ADMIN, "a\u0007b", null, null)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'the control character U+0007'");
    }

    @Test
    void join_byALink_givesTheRoleUntilItIsGivenUp() {
        String secret = invite(null, null).secret();
        assertThat(people.roles().of(ann)).isEmpty();

        RoleGrant grant = people.invitations().join(secret, ann);

        assertThat(grant.role()).isEqualTo(Role.ANALYST);
        assertThat(people.roles().of(ann)).containsExactly(grant);
        assertThat(people.roles().seesNames(ann)).isTrue();
        assertThat(people.roles().seesNames(ben)).isFalse();
        assertThat(people.roles().giveUpNames(ann)).containsExactly(grant);
        assertThat(people.roles().seesNames(ann)).isFalse();
        assertThat(People.of(store, clock, new Random(1)).roles().of(ann)).isEmpty();
    }

    @Test
    void join_asAVoterOfAStudy_holdsThereOnlyWhileAnAnalystsHoldsEverywhere() {
        StudyId study = store.studies().create("summaries", "{}", now).id();
        StudyId other = store.studies().create("poems", "{}", now).id();
        Invitations invitations = people.invitations();
        invitations.join(
                invitations
                        .make(new Invitations.Wish(study, Role.VOTER, "", null, null))
                        .secret(),
                ann);
        invitations.join(
                invitations
                        .make(new Invitations.Wish(study, Role.ANALYST, "", null, null))
                        .secret(),
                ben);

        assertThat(people.roles().holds(ann, Role.VOTER, study)).isTrue();
        assertThat(people.roles().holds(ann, Role.VOTER, other)).isFalse();
        assertThat(people.roles().seesNames(ann)).isFalse();
        assertThat(people.roles().holds(ben, Role.ANALYST, null)).isTrue();
        assertThat(invitations.list(study)).hasSize(2);
    }

    @Test
    void join_byTheSecretOfTheProcess_makesAnAdministrator() {
        String secret = people.invitations().administration();

        people.invitations().requireUsable(secret);
        assertThat(people.invitations().join(secret, ann)).isEqualTo(new RoleGrant(ann, null, Role.ADMIN, null, now));
        assertThat(people.roles().holds(ann, Role.ADMIN, null)).isTrue();
        Invitations next = People.of(store, clock, new Random(SEED + 1)).invitations();
        assertRefused(() -> next.join(secret, ben), Kind.UNKNOWN_INVITE);
    }

    @Test
    void join_byALinkThatIsOfNoUse_saysWhy() {
        Invitations invitations = people.invitations();
        Invitations.Made once = invite(1, null);
        invitations.join(once.secret(), ann);
        Invitations.Made revoked = invite(null, null);
        assertThat(invitations.end(revoked.invite().id())).isTrue();
        Invitations.Made old = invite(null, now.plusSeconds(60));
        now = now.plusSeconds(60);

        assertRefused(() -> invitations.join(once.secret(), ben), Kind.INVITE_USED_UP)
                .hasMessageContaining("Ask for another one");
        assertRefused(() -> invitations.join(revoked.secret(), ben), Kind.INVITE_ENDED);
        assertRefused(() -> invitations.join(old.secret(), ben), Kind.INVITE_EXPIRED);
        assertRefused(() -> invitations.join("x", ben), Kind.UNKNOWN_INVITE);
        assertRefused(() -> invitations.requireUsable(old.secret()), Kind.INVITE_EXPIRED);
        invitations.requireUsable(once.secret());
        assertThat(people.roles().of(ben)).isEmpty();
    }

    @Test
    void claim_ofACode_makesTheOtherBrowserTheSameVoter() {
        Devices.Code code = people.devices().newCode(ann);

        Devices.Claimed claimed =
                people.devices().claim(" " + code.text().replace("-", " ").toLowerCase(Locale.ROOT), null);

        assertThat(code.text()).matches("[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}");
        assertThat(code.expiresAt()).isEqualTo(now.plus(Duration.ofMinutes(15)));
        assertThat(claimed.judge()).isEqualTo(ann);
        assertThat(people.devices().voter(claimed.secret())).contains(ann);
        assertThat(people.devices().voter("a".repeat(22))).isEmpty();
        assertRefused(() -> people.devices().claim(code.text(), null), Kind.UNKNOWN_CODE);
    }

    @Test
    void claim_afterFifteenMinutes_isRefused() {
        Devices.Code code = people.devices().newCode(ann);
        now = now.plus(Duration.ofMinutes(15));

        assertRefused(() -> people.devices().claim(code.text(), null), Kind.UNKNOWN_CODE)
                .hasMessageContaining("Make a new code");
    }

    @Test
    void claim_inABrowserWithVotesOrRoles_isRefusedAndTheCodeStays() {
        given.promptAnsweredBy("alpha", "beta");
        Judge carl = given.voter("carl");
        var battle = store.battles().open(given.battle(BattleOrigin.matchmaker(carl.id())));
        store.votes().append(battle.id(), StoreFixture.vote(carl, Verdict.first(), "k"));
        people.invitations().join(people.invitations().administration(), ben);
        Devices.Code code = people.devices().newCode(ann);

        assertRefused(() -> people.devices().claim(code.text(), carl.id()), Kind.HAS_VOTES)
                .hasMessageContaining("private window");
        assertRefused(() -> people.devices().claim(code.text(), ben), Kind.HAS_ROLES);
        assertThat(people.devices().claim(code.text(), null).judge()).isEqualTo(ann);
    }

    @Test
    void claim_manyWrongCodes_areSlowedDownToOneASecond() {
        Devices devices = people.devices();
        for (int i = 0; i < 60; i++) {
            assertRefused(() -> devices.claim("2222-2222", null), Kind.UNKNOWN_CODE);
        }
        Devices.Code code = devices.newCode(ann);

        assertRefused(() -> devices.claim(code.text(), null), Kind.TOO_MANY_ATTEMPTS);
        now = now.plusSeconds(1);
        assertThat(devices.claim(code.text(), null).judge()).isEqualTo(ann);
    }

    @Test
    void newCode_tenThousand_areAllDifferentAndReadBack() {
        Secrets secrets = new Secrets(new byte[16], new Random(SEED));
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String code = secrets.newCode();
            assertThat(Secrets.readCode(code)).contains(code);
            codes.add(code);
        }

        assertThat(codes).hasSize(10_000);
    }

    @Test
    void readCode_whatCannotBeOne_isEmpty() {
        assertThat(Secrets.readCode("")).isEmpty();
        assertThat(Secrets.readCode("K7M3-Q9X")).isEmpty();
        assertThat(Secrets.readCode("K7M3-Q9XTT")).isEmpty();
        assertThat(Secrets.readCode("K7M3-Q9X0")).isEmpty();
        assertThat(Secrets.readCode("k7m3 q9xt")).contains("K7M3-Q9XT");
    }
}
