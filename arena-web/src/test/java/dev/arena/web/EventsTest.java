package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Judge;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.web.api.ServerRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The event stream: one revision number after each vote, and nothing else. */
class EventsTest {
    private static final String PATH = "/api/leaderboard/events";

    /** An open stream that is read line by line. */
    private static final class Stream implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;
        final List<String> head = new ArrayList<>();

        Stream(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(60_000);
            String request = "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = line(); !line.isEmpty(); line = line()) {
                head.add(line);
            }
        }

        String line() throws IOException {
            String line = reader.readLine();
            if (line == null) {
                throw new IOException("the stream ended");
            }
            return line;
        }

        /** The revision of the next event. */
        long nextRevision() throws IOException {
            String line = line();
            while (!line.startsWith("data: ")) {
                line = line();
            }
            assertThat(line).matches("data: \\{\"revision\":\\d+}");
            return Long.parseLong(line.replaceAll("\\D", ""));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void stream_afterAVote_tellsTheNewRevision() throws IOException {
        try (TestArena arena = TestArena.of(TestArena.catalog(2, "alpha", "beta"));
                Stream stream = new Stream(arena.server.port())) {
            assertThat(stream.head.get(0)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(stream.head).anyMatch(line -> line.startsWith("Content-Type: text/event-stream"));
            assertThat(stream.head).anyMatch(line -> line.startsWith("Content-Security-Policy: default-src 'none'"));
            assertThat(stream.nextRevision()).as("at once").isEqualTo(arena.store.revision());

            TestClient voter = arena.client();
            String vote = TestClient.json(voter.vote(voter.nextToken(), "k", "{\"verdict\":\"first\"}"))
                    .path("vote")
                    .asText();
            assertThat(stream.nextRevision()).isEqualTo(arena.store.revision());

            voter.send("POST", "/api/votes/" + vote + "/withdrawal", null);
            assertThat(stream.nextRevision()).isEqualTo(arena.store.revision());
        }
    }

    @Test
    void stream_afterTheRulesDecided_tellsTheNewRevision() throws IOException {
        try (TestArena arena = TestArena.of(TestArena.catalog(24, "alpha", "beta"));
                Stream stream = new Stream(arena.server.port());
                QualityPatrol patrol = arena.server.patrol()) {
            Judge unused = GoldVoter.vote(arena, 24);
            long voted = arena.store.revision();
            long told = stream.nextRevision();
            while (told < voted) {
                told = stream.nextRevision();
            }

            assertThat(patrol.round()).isEqualTo(1);

            assertThat(stream.nextRevision()).isEqualTo(arena.store.revision()).isGreaterThan(voted);
        }
    }

    @Test
    void stream_manyConnections_allHearOfOneVote() throws IOException {
        List<Stream> streams = new ArrayList<>();
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            for (int i = 0; i < 200; i++) {
                streams.add(new Stream(arena.server.port()));
                streams.get(i).nextRevision();
            }
            assertThat(arena.client().get("/metrics").body()).contains("arena_event_streams 200.0");
            TestClient voter = arena.client();
            voter.vote(voter.nextToken(), "k", "{\"verdict\":\"first\"}");

            for (Stream stream : streams) {
                assertThat(stream.nextRevision()).isEqualTo(arena.store.revision());
            }
        } finally {
            for (Stream stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void stream_beyondTheBound_is503() throws IOException {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(1));
        try (TestArena arena = TestArena.over(store, ServerRules.STANDARD.withEventStreams(1));
                Stream first = new Stream(arena.server.port())) {
            first.nextRevision();

            VotingTest.assertError(
                    arena.client().get(PATH, "Accept", "text/event-stream"), 503, "too_many_connections");
        }
    }

    @Test
    void stream_whereNoneAreOffered_is503() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(1));
        try (TestArena arena = TestArena.over(store, ServerRules.STANDARD.withEventStreams(0))) {
            VotingTest.assertError(
                    arena.client().get(PATH, "Accept", "text/event-stream"), 503, "too_many_connections");
        }
    }

    @Test
    void stream_withoutAccept_is406() {
        try (TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"))) {
            VotingTest.assertError(arena.client().get(PATH), 406, "not_acceptable");
            VotingTest.assertError(arena.client().get(PATH, "Accept", "application/json"), 406, "not_acceptable");
        }
    }

    @Test
    void close_withOpenStreams_endsThemWithinFiveSeconds() throws IOException {
        TestArena arena = TestArena.of(TestArena.catalog(1, "alpha", "beta"));
        try (Stream stream = new Stream(arena.server.port())) {
            stream.nextRevision();
            long start = System.nanoTime();
            arena.close();
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5000);
        }
    }
}
