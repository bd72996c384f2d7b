package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.battle.BattleException;
import dev.arena.core.people.PeopleException;
import dev.arena.core.study.StudyException;
import dev.arena.web.api.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The routes, the API document and docs/api.md say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocsTest {
    private static final Path PAGE =
            Path.of(System.getProperty("arena.root", "..")).resolve("docs/api.md");

    private final TestArena arena = TestArena.of(TestArena.catalog(5, "alpha", "beta"));

    @AfterAll
    void stop() {
        arena.close();
    }

    private List<String> routes() {
        return arena.server.routes().stream().map(ApiDocsTest::shown).sorted().toList();
    }

    private static String shown(Route route) {
        return route.method().name() + " " + route.path();
    }

    private JsonNode document() {
        return TestClient.json(arena.client().get("/openapi.json"));
    }

    @Test
    void openapi_paths_areTheRegisteredRoutes() {
        List<String> documented = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                documented.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }

        assertThat(documented).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void page_headings_areTheRegisteredRoutes() throws IOException {
        Matcher headings = Pattern.compile("(?m)^###? ((?:GET|POST) \\S+)$").matcher(Files.readString(PAGE));

        assertThat(headings.results().map(heading -> heading.group(1))).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void page_smallerHeadings_areTheRoutesOfTheServerOfRuns() throws IOException {
        Matcher headings = Pattern.compile("(?m)^### ((?:GET|POST) \\S+)$").matcher(Files.readString(PAGE));
        try (RunViewServer runs = RunViewServer.start(arena.store, InstantSource.fixed(TestArena.NOW), 0)) {
            assertThat(headings.results().map(heading -> heading.group(1)))
                    .containsExactlyInAnyOrderElementsOf(
                            runs.routes().stream().map(ApiDocsTest::shown).toList());
        }
    }

    @Test
    void page_leaderboardParameters_areThoseOfTheDocumentAndOfTheServer() throws IOException {
        Set<String> documented = new TreeSet<>();
        document()
                .at("/paths/~1api~1leaderboard/get/parameters")
                .forEach(p -> documented.add(p.path("name").asText()));
        String allowed = TestClient.json(arena.client().get("/api/leaderboard?x=1"))
                .at("/details/allowed")
                .asText();

        assertThat(Set.of(allowed.split(", "))).isEqualTo(documented);
        assertThat(Files.readString(PAGE))
                .contains(documented.stream().map(name -> "`" + name + "`").toList());
    }

    @Test
    void page_voteFields_areThoseOfTheDocumentAndOfTheServer() throws IOException {
        Set<String> documented = new TreeSet<>();
        document().at("/components/schemas/Vote/properties").fieldNames().forEachRemaining(documented::add);
        TestClient voter = arena.client();
        String allowed = TestClient.json(voter.vote(voter.nextToken(), "k", "{\"x\":1}"))
                .at("/details/allowed")
                .asText();

        assertThat(Set.of(allowed.split(", "))).isEqualTo(documented);
        assertThat(Files.readString(PAGE))
                .contains(documented.stream().map(name -> "| `" + name + "` |").toList());
    }

    @Test
    void page_errorCodes_areThoseTheServerKnows() throws IOException {
        String page = Files.readString(PAGE);
        for (PeopleException.Kind kind : PeopleException.Kind.values()) {
            assertThat(page).contains("`" + kind.name().toLowerCase(Locale.ROOT) + "`");
        }
        for (StudyException.Kind kind : StudyException.Kind.values()) {
            assertThat(page).contains("`" + kind.name().toLowerCase(Locale.ROOT) + "`");
        }
        for (BattleException.Kind kind : BattleException.Kind.values()) {
            assertThat(page).contains("`" + kind.name().toLowerCase(Locale.ROOT) + "`");
        }
    }

    @Test
    void answers_ofEveryRoute_haveTheFieldsOfTheDocument() {
        TestClient voter = arena.client();
        JsonNode battle = TestClient.json(voter.get("/api/battles/next"));
        JsonNode reveal = TestClient.json(voter.vote(battle.path("battle").asText(), "k", "{\"verdict\":\"first\"}"));
        JsonNode withdrawal = TestClient.json(
                voter.send("POST", "/api/votes/" + reveal.path("vote").asText() + "/withdrawal", null));

        assertFields(battle, "Battle");
        assertFields(battle.path("responses").get(0), "Battle/properties/responses/items");
        assertFields(battle.path("progress"), "Progress");
        assertFields(reveal, "Reveal");
        assertFields(reveal.path("responses").get(0), "Reveal/properties/responses/items");
        assertFields(withdrawal, "Withdrawal");
        assertFields(TestClient.json(voter.get("/healthz")), "Health");
        assertFields(TestClient.json(voter.get("/nothing/here")), "Error");
        JsonNode board = TestClient.json(voter.get("/api/leaderboard"));
        assertFields(board, "Leaderboard");
        assertFields(board.path("leaderboard").get(0), "LeaderboardRow");
    }

    private void assertFields(JsonNode answer, String schema) {
        List<String> documented = new ArrayList<>();
        document()
                .at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(documented::add);

        assertThat(documented).as(schema).isNotEmpty();
        assertThat(answer.fieldNames()).toIterable().as(schema).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void openapi_references_allResolve() {
        JsonNode document = document();
        Matcher references = Pattern.compile("\"#(/[^\"]+)\"").matcher(document.toString());

        assertThat(references.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(pointer -> assertThat(document.at(pointer).isMissingNode())
                        .as(pointer)
                        .isFalse());
    }
}
