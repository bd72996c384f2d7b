package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.web.api.SecurityHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser page of ours sends: other host names, broken request lines, paths that try to leave the page's folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbingTest {
    private static final String CSP = SecurityHeaders.CONTENT_SECURITY_POLICY;

    private final TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"));

    @AfterAll
    void stop() {
        arena.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,200",
        "LOCALHOST:8080,200",
        "127.0.0.1,200",
        "[::1]:80,200",
        "192.168.1.7,200",
        "evil.example,403",
        "localhost.evil.example,403",
        "127.0.0.1.evil.example,403"
    })
    void get_hostName_onlyOwnNamesPass(String host, int status) {
        String answer = RawHttp.request(arena.server.port(), "GET /healthz HTTP/1.1", "Host: " + host);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status == 403) {
            assertThat(answer).contains("\"code\":\"unknown_host\"", "--allow-host");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /../etc/passwd HTTP/1.1",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /assets/%2e%2e%2findex.html HTTP/1.1",
                "GET /assets/..%2f..%2fdev/arena/web/ArenaServer.class HTTP/1.1",
                "GET /a%00b HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /index.class HTTP/1.1",
                "GET /logback.xml HTTP/1.1",
                "BREW /healthz HTTP/1.1",
                "GET /healthz HTTP/9.9",
                "nonsense",
                "OPTIONS * HTTP/1.1",
                "TRACE / HTTP/1.1"
            })
    void anyRequest_brokenOrProbing_isAnErrorInTheShape(String line) {
        String answer = RawHttp.request(arena.server.port(), line, "Host: localhost");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*").contains("Content-Security-Policy: " + CSP);
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                .matches("(?s)\\{\"status\":\\d+,\"code\":\"[a-z0-9_]+\",\"message\":\".+\",\"details\":\\{.*}}");
    }

    @Test
    void anyRequest_tooLargeHeadersOrAddress_isAnErrorInTheShape() {
        String big = "x".repeat(20_000);

        assertThat(RawHttp.request(arena.server.port(), "GET /healthz HTTP/1.1", "Host: localhost", "X-Big: " + big))
                .startsWith("HTTP/1.1 431")
                .contains("\"code\":\"headers_too_large\"");
        assertThat(RawHttp.request(arena.server.port(), "GET /" + big + " HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 414")
                .contains("\"code\":\"address_too_long\"");
    }

    @Test
    void head_page_hasHeadersAndNoBody() {
        String answer = RawHttp.request(arena.server.port(), "HEAD / HTTP/1.1", "Host: localhost");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n")
                .contains("Content-Type: text/html;charset=utf-8")
                .contains("Content-Security-Policy: " + CSP);
    }
}
