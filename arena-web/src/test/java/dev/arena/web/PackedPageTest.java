package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page go packed to whoever can unpack them, and are the same files for everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackedPageTest {
    private static final Pattern SCRIPT = Pattern.compile("src=\"\\.?(/assets/[^\"]+\\.js)\"");

    private final TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        arena.close();
    }

    private HttpResponse<byte[]> get(String path, String encodings) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + arena.server.port() + path));
        if (!encodings.isEmpty()) {
            request.header("Accept-Encoding", encodings);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String script() {
        Matcher matcher = SCRIPT.matcher(arena.client().get("/").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static byte[] file(String path) throws IOException {
        try (InputStream input = PackedPageTest.class.getResourceAsStream("/public" + path)) {
            assertThat(input).as(path).isNotNull();
            return input.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, deflate, br, zstd", "gzip;q=0.5,br;q=1.0", "BR", "br ; q=0.01"})
    void script_forWhoeverTakesBrotli_isTheCopyOfTheBuild(String encodings) throws Exception {
        String script = script();

        HttpResponse<byte[]> response = get(script, encodings);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Content-Encoding")).containsExactly("br");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(response.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        assertThat(response.body()).isEqualTo(file(script + ".br"));
        assertThat(response.body().length).isLessThan(file(script).length / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br;q=0", "br; q=0.000, identity", "xbr", "brotli", "deflate, brx"})
    void script_forWhoeverDoesNot_isPlain(String encodings) throws Exception {
        String script = script();

        HttpResponse<byte[]> response = get(script, encodings);

        assertThat(response.headers().allValues("Content-Encoding")).isEmpty();
        assertThat(response.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        assertThat(response.body()).isEqualTo(file(script));
    }

    @Test
    void script_forWhoeverTakesGzip_isPackedOnItsWay() throws Exception {
        String script = script();

        HttpResponse<byte[]> response = get(script, "gzip");

        assertThat(response.headers().allValues("Content-Encoding")).containsExactly("gzip");
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(file(script));
        }
    }

    @Test
    void copy_hasNoAddressOfItsOwn() throws Exception {
        assertThat(get(script() + ".br", "br").statusCode()).isEqualTo(404);
    }
}
