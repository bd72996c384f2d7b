package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator takes back the roles that a link gave, over HTTP. */
class RolesEndTest {
    private static final String FIRST = "{\"verdict\":\"first\"}";
    private static final String WITH_ROLES = "{\"end_roles\":true}";
    private static final String NEXT_IN_STUDY = "/api/battles/next?study=s";

    private final TestArena arena = TestArena.of(TestArena.catalog(3, "alpha", "beta"));
    private final TestClient admin = arena.admin();

    @AfterEach
    void stop() {
        arena.close();
    }

    private record Link(String id, String secret) {}

    private Link invite(String route, String body) {
        HttpResponse<String> made = admin.postJson(route, body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String url = TestClient.json(made).path("url").asText();
        return new Link(TestClient.json(made).path("id").asText(), url.substring(url.lastIndexOf('/') + 1));
    }

    private Link inviteAs(String role) {
        return invite("/api/admin/invites", "{\"role\":\"" + role + "\"}");
    }

    private static TestClient join(TestClient client, String secret) {
        HttpResponse<String> joined = client.postJson("/api/join", "{\"secret\":\"" + secret + "\"}");
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        return client;
    }

    private static HttpResponse<String> end(TestClient by, Link link, String body) {
        return by.postJson("/api/admin/invites/" + link.id() + "/end", body);
    }

    private static String answer(Link link, int roles) {
        return "{\"id\":\"" + link.id() + "\",\"ended\":true,\"roles_ended\":" + roles + "}";
    }

    private JsonNode listed() {
        return TestClient.json(admin.get("/api/admin/invites")).at("/invites/0");
    }

    @Test
    void end_withRoles_endsThemOnAllBrowsersAtOnceAndTellsHowMany() {
        Link link = inviteAs("analyst");
        TestClient phone = join(arena.client(), link.secret());
        TestClient other = join(arena.client(), link.secret());
        TestClient laptop = arena.client();
        String code = TestClient.json(phone.send("POST", "/api/me/codes", null))
                .path("code")
                .asText();
        laptop.postJson("/api/me/claims", "{\"code\":\"" + code + "\"}");
        assertThat(laptop.get("/api/admin/invites").statusCode()).isEqualTo(200);

        assertThat(end(admin, link, "{\"end_roles\":false}").body()).isEqualTo(answer(link, 0));
        assertThat(other.get("/api/admin/invites").statusCode()).as("kept").isEqualTo(200);
        assertThat(listed().path("roles").asInt()).isEqualTo(2);
        assertThat(end(admin, link, WITH_ROLES).body()).isEqualTo(answer(link, 2));
        assertThat(end(admin, link, WITH_ROLES).body()).isEqualTo(answer(link, 0));
        assertThat(listed().path("roles").asInt()).isZero();
        assertThat(listed().path("uses").asInt()).isEqualTo(2);

        for (TestClient reader : new TestClient[] {phone, laptop, other}) {
            VotingTest.assertError(reader.get("/api/admin/invites"), 403, "not_analyst");
            VotingTest.assertError(reader.get("/api/battles"), 403, "voting_open");
            assertThat(TestClient.json(reader.get("/api/me")).path("roles")).isEmpty();
        }
        VotingTest.assertError(
                arena.client().postJson("/api/join", "{\"secret\":\"" + link.secret() + "\"}"), 410, "invite_ended");
    }

    /** What was open before names could be seen takes no vote; only battles drawn from then on do. */
    @Test
    void end_withRolesOfAnAnalyst_leavesTheBattleFromBeforeClosed() {
        Link link = inviteAs("analyst");
        TestClient voter = arena.client();
        String token = voter.nextToken();
        join(voter, link.secret());
        VotingTest.assertError(voter.get("/api/battles/next"), 403, "not_blind");

        end(admin, link, WITH_ROLES);

        VotingTest.assertError(voter.vote(token, "k", FIRST), 410, "names_seen");
        assertThat(voter.vote(voter.nextToken(), "k2", FIRST).statusCode()).isEqualTo(201);
    }

    @Test
    void end_withRolesOfAVoter_takesNoVoteOnTheBattleInHandAndGivesNoOther() {
        String settings = "{\"settings\":{\"key\":\"s\",\"name\":\"S\",\"voters\":{\"who\":\"invited\"}}}";
        assertThat(admin.postJson("/api/admin/studies", settings).statusCode()).isEqualTo(201);
        admin.postJson("/api/admin/studies/s/state", "{\"state\":\"open\"}");
        Link link = invite("/api/admin/studies/s/invites", "{}");
        TestClient voter = join(arena.client(), link.secret());
        String voted = TestClient.json(voter.get(NEXT_IN_STUDY)).path("battle").asText();
        HttpResponse<String> stored = voter.vote(voted, "k", FIRST);
        String token = TestClient.json(voter.get(NEXT_IN_STUDY)).path("battle").asText();

        assertThat(end(admin, link, WITH_ROLES).body()).isEqualTo(answer(link, 1));

        VotingTest.assertError(voter.get(NEXT_IN_STUDY), 403, "not_invited");
        VotingTest.assertError(voter.vote(token, "k2", FIRST), 403, "not_invited");
        HttpResponse<String> again = voter.vote(voted, "k", FIRST);
        assertThat(again.statusCode()).as("a vote that is stored, sent again").isEqualTo(200);
        assertThat(TestClient.json(again).path("vote"))
                .isEqualTo(TestClient.json(stored).path("vote"));
    }

    @Test
    void end_withRolesByAnAdministratorOfThatLink_isRefusedAndNothingChanges() {
        Link link = inviteAs("admin");
        TestClient second = join(arena.client(), link.secret());
        TestClient third = join(arena.client(), link.secret());

        VotingTest.assertError(end(second, link, WITH_ROLES), 409, "own_role");
        assertThat(listed().path("ended").asBoolean()).isFalse();
        assertThat(end(second, inviteAs("analyst"), WITH_ROLES).statusCode()).isEqualTo(200);
        String own = arena.server.administrationUrl().replaceFirst(".*/", "");
        join(second, own);
        assertThat(TestClient.json(second.get("/api/me")).path("roles")).hasSize(1);
        assertThat(TestClient.json(end(second, link, WITH_ROLES))
                        .path("roles_ended")
                        .asInt())
                .isEqualTo(2);
        assertThat(second.get("/api/admin/invites").statusCode()).isEqualTo(200);
        assertThat(admin.get("/api/admin/invites").statusCode()).isEqualTo(200);
        VotingTest.assertError(end(third, link, WITH_ROLES), 403, "not_admin");
    }

    @Test
    void end_wrongBody_isRefusedAndNothingChanges() {
        Link link = inviteAs("analyst");

        VotingTest.assertError(end(admin, link, "{\"end_roles\":\"yes\"}"), 400, "invalid_value");
        VotingTest.assertError(end(admin, link, "{\"roles\":true}"), 400, "unknown_field");
        assertThat(listed().path("ended").asBoolean()).isFalse();
    }
}
