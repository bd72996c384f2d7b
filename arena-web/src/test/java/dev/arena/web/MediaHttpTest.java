package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a battle: for its voter, in parts where asked, and with nothing that tells who made them. */
class MediaHttpTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path folder;

    private TestArena arena;
    private TestClient voter;
    private JsonNode battle;

    @BeforeEach
    void start() {
        arena = TestArena.over(MediaArena.store(folder));
        voter = arena.client();
        battle = TestClient.json(voter.get("/api/battles/next"));
    }

    @AfterEach
    void stop() {
        arena.close();
    }

    private HttpResponse<byte[]> bytes(TestClient client, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + arena.server.port() + path))
                .header("Cookie", client.cookie());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Addresses of the files of that type. */
    private List<String> urls(String mediaType) {
        List<String> urls = new ArrayList<>();
        for (JsonNode attachment : battle.findValues("attachments").stream()
                .flatMap(list -> {
                    List<JsonNode> items = new ArrayList<>();
                    list.forEach(items::add);
                    return items.stream();
                })
                .toList()) {
            if (attachment.path("media_type").asText().startsWith(mediaType)) {
                urls.add(attachment.path("url").asText());
            }
        }
        return urls;
    }

    @Test
    void next_attachments_sayKindTypeAndAddressOnly() {
        String token = battle.path("battle").asText();

        assertThat(battle.at("/prompt/attachments").toString())
                .isEqualTo("[{\"kind\":\"image\",\"media_type\":\"image/png\",\"url\":\"/api/battles/" + token
                        + "/media/0/1\"}]");
        assertThat(urls("")).hasSize(6);
        assertThat(battle.findValuesAsText("kind")).contains("audio", "video");
    }

    @Test
    void media_ofTheVoter_isTheCleanFileWithBareHeaders() {
        HttpResponse<byte[]> answer = bytes(voter, urls("image/png").get(0));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(MediaArena.cleanPng());
        assertThat(answer.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("private, no-store");
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(new TreeSet<>(answer.headers().map().keySet()))
                .containsExactly(
                        "accept-ranges",
                        "cache-control",
                        "content-length",
                        "content-security-policy",
                        "content-type",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy",
                        "date",
                        "referrer-policy",
                        "x-content-type-options");
    }

    @Test
    void media_thatIsSvg_isSandboxed() {
        HttpResponse<byte[]> answer = bytes(voter, urls("image/svg").get(0));

        assertThat(answer.headers().allValues("content-security-policy"))
                .containsExactly("sandbox; default-src 'none'; style-src 'unsafe-inline'");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("<rect")
                .doesNotContain("script", "onclick", MediaArena.MAKER);
    }

    /** A server compresses what is long and compressible: then the length that was told would not be that of what is sent. */
    @Test
    void media_longTextThatMayBeCompressed_arrivesWholeAsItIs() {
        HttpResponse<byte[]> answer = bytes(voter, urls("image/svg").get(0), "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
        assertThat(answer.body()).hasSizeGreaterThan(4096);
        assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(answer.body().length);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).endsWith("</svg>");
    }

    @Test
    void media_ofAnotherVoterOrNobody_isRefused() {
        String url = urls("image/png").get(0);
        TestClient stranger = arena.client();
        stranger.nextToken();

        VotingTest.assertError(stranger.get(url), 403, "other_voters_battle");
        VotingTest.assertError(arena.client().get(url), 403, "other_voters_battle");
        VotingTest.assertError(voter.get("/api/battles/unknown/media/0/1"), 404, "unknown_battle");
    }

    @Test
    void battleAfterVotes_forWhoeverSeesNames_givesFilesThatTheirHashesServe() {
        voter.vote(battle.path("battle").asText(), "k", "{\"verdict\":\"first\"}");
        TestClient admin = arena.admin();
        JsonNode read = TestClient.json(admin.get("/api/battles/1"));

        assertThat(read.path("attachments")).hasSize(1);
        assertThat(read.findValuesAsText("kind")).contains("image", "audio", "video");
        JsonNode file = read.path("attachments").get(0);
        assertThat(file.fieldNames()).toIterable().containsExactly("kind", "media_type", "path", "sha256");
        String url = "/api/media/" + file.path("sha256").asText();
        HttpResponse<byte[]> answer = bytes(admin, url);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(MediaArena.cleanPng());
        assertThat(answer.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(answer.headers().allValues("content-security-policy"))
                .containsExactly("sandbox; default-src 'none'; style-src 'unsafe-inline'");
        assertThat(bytes(admin, url, "Range", "bytes=0-3").body()).hasSize(4);
        VotingTest.assertError(admin.get("/api/media/" + "0".repeat(64)), 404, "not_found");
        VotingTest.assertError(admin.get("/api/media/x"), 404, "not_found");
        VotingTest.assertError(voter.get(url), 403, "voting_open");
        VotingTest.assertError(arena.client().get(url), 403, "voting_open");
    }

    @Test
    void media_thatIsNotThere_isNotFound() {
        String base = "/api/battles/" + battle.path("battle").asText() + "/media/";

        for (String path : List.of("0/0", "0/2", "1/9", "3/1", "-1/1", "x/1", "99999/1", "1/y")) {
            VotingTest.assertError(voter.get(base + path), 404, "not_found");
        }
    }

    @Test
    void media_withARange_sendsThatPart() {
        String url = urls("audio/wav").get(0);
        byte[] whole = bytes(voter, url).body();

        assertPart(url, "bytes=0-3", 0, 4, whole);
        assertPart(url, "bytes=100-", 100, whole.length, whole);
        assertPart(url, "bytes=-10", whole.length - 10, whole.length, whole);
        assertPart(url, "bytes=5-999999", 5, whole.length, whole);
    }

    private void assertPart(String url, String range, int from, int to, byte[] whole) {
        HttpResponse<byte[]> part = bytes(voter, url, "Range", range);

        assertThat(part.statusCode()).as(range).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, from, to));
        assertThat(part.headers().firstValue("content-range"))
                .hasValue("bytes " + from + "-" + (to - 1) + "/" + whole.length);
        assertThat(part.headers().firstValue("content-length")).hasValue(Integer.toString(to - from));
    }

    @Test
    void media_withARangeBehindTheEnd_saysHowLongItIs() {
        HttpResponse<byte[]> answer = bytes(voter, urls("audio/wav").get(0), "Range", "bytes=999999-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("content-range").orElse("")).startsWith("bytes */");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("range_not_satisfiable");
    }

    @Test
    void media_withARangeThatMakesNoSense_sendsAll() {
        for (String range : List.of("bytes=5-2", "bytes=-", "lines=1-2", "bytes=0-1,3-4")) {
            assertThat(bytes(voter, urls("image/png").get(0), "Range", range).statusCode())
                    .as(range)
                    .isEqualTo(200);
        }
    }

    @Test
    void pages_mayLoadFilesOfThisServerOnly() {
        assertThat(voter.get("/")
                        .headers()
                        .firstValue("content-security-policy")
                        .orElse(""))
                .contains("media-src 'self'", "img-src 'self' data:", "default-src 'none'");
    }

    /** Blindness, of texts, files, headers and addresses together. */
    @Test
    void everythingABrowserGetsBeforeTheVote_tellsNoMakerNameHashOrFile() {
        List<String> secrets = new ArrayList<>(List.of("sentinel-", "openai", "6d1c"));
        arena.store
                .catalog()
                .listCurrentResponses()
                .forEach(head -> secrets.add(head.sha256().substring(0, 12)));
        arena.store
                .catalog()
                .getResponses(arena.store.catalog().listCurrentResponses().stream()
                        .map(head -> head.id())
                        .toList())
                .values()
                .forEach(response -> response.text()
                        .attachments()
                        .forEach(file ->
                                secrets.add(String.valueOf(file.sha256()).substring(0, 12))));
        List<String> sent = new ArrayList<>();
        Crawl.everything(arena, voter, battle.path("battle").asText()).stream()
                .filter(response -> !response.uri().getPath().startsWith("/api/leaderboard"))
                .forEach(response ->
                        sent.add(response.uri() + "\n" + response.headers().map() + "\n" + response.body()));
        for (String url : urls("")) {
            HttpResponse<byte[]> file = bytes(voter, url);
            assertThat(file.statusCode()).isEqualTo(200);
            sent.add(url + "\n" + file.headers().map() + "\n" + new String(file.body(), StandardCharsets.ISO_8859_1));
        }

        assertThat(arena.store.votes().count()).isZero();
        assertThat(sent).hasSizeGreaterThan(40).anyMatch(answer -> answer.contains("I am ▮▮▮▮, made by ▮▮▮▮."));
        for (String answer : sent) {
            assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain(secrets);
        }
    }
}
