package dev.arena.core.judge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A real HTTP server that speaks as endpoints for chats do on 127.0.0.1 that misbehaves as a test wants, and remembers every request. */
public final class FakeEndpoint implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DELAY = "X-Delay";
    private static final Pattern FENCED =
            Pattern.compile("<<<TEXT [0-9a-f]+>>>\\n(.*?)\\n<<<END [0-9a-f]+>>>", Pattern.DOTALL);

    static {
        // Without it each answer waits 40 ms for the client's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    /** What the server does with a request. */
    public interface Behaviour {
        Reply reply(Request request);
    }

    /** A request; {@code number} counts from 1. */
    public record Request(int number, String path, Map<String, String> headers, JsonNode body) {
        /** The user's message. */
        public String user() {
            return body.get("messages")
                    .get(body.get("messages").size() - 1)
                    .get("content")
                    .asText();
        }

        /** The fenced texts of the user's message: the prompt, then the responses in the order shown. */
        public List<String> texts() {
            Matcher matcher = FENCED.matcher(user());
            return matcher.results().map(found -> found.group(1)).collect(Collectors.toList());
        }
    }

    /** An answer; status 0 hangs until the server closes, status -1 breaks the connection. */
    public record Reply(int status, Map<String, String> headers, String body) {
        /** A complete chat completion of 100 and 10 tokens. */
        public static Reply saying(String text) {
            return completion(text, "stop");
        }

        /** A chat completion that ended for that reason. */
        public static Reply completion(String text, String reason) {
            ObjectNode root = MAPPER.createObjectNode();
            ObjectNode choice = root.putArray("choices").addObject();
            choice.put("finish_reason", reason);
            choice.putObject("message").put("role", "assistant").put("content", text);
            root.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 10);
            return new Reply(200, Map.of(), root.toString());
        }

        /** A message as Anthropic's endpoint sends it, of 107 and 10 tokens, ended for that reason. */
        public static Reply message(String text, String reason) {
            ObjectNode root = MAPPER.createObjectNode().put("type", "message").put("model", "claude-x");
            root.putArray("content").addObject().put("type", "text").put("text", text);
            root.put("stop_reason", reason);
            root.putObject("usage")
                    .put("input_tokens", 100)
                    .put("cache_read_input_tokens", 7)
                    .put("output_tokens", 10);
            return new Reply(200, Map.of(), root.toString());
        }

        /** A bare status with an error body. */
        public static Reply status(int status) {
            return new Reply(status, Map.of(), "{\"error\":{\"message\":\"status " + status + "\"}}");
        }

        /** The same after so many milliseconds. */
        public Reply after(long millis) {
            Map<String, String> late = new TreeMap<>(headers);
            late.put(DELAY, Long.toString(millis));
            return new Reply(status, late, body);
        }

        /** Sends the headers, then nothing. */
        public static Reply hanging() {
            return new Reply(0, Map.of(), "");
        }

        /** Breaks the connection in the middle of the body. */
        public static Reply broken() {
            return new Reply(-1, Map.of(), "{\"choices\":");
        }
    }

    /** Starts a server on a free port. */
    public FakeEndpoint(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What {@code base_url} must be. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** All requests so far in the order they came. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = MAPPER.readTree(exchange.getRequestBody());
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().get(0)));
            Request request = new Request(
                    count.incrementAndGet(), exchange.getRequestURI().getPath(), headers, body);
            requests.add(request);
            send(exchange, behaviour.reply(request));
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        if (closedWithin(Long.parseLong(reply.headers().getOrDefault(DELAY, "0")))) {
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (reply.status() > 0) {
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            return;
        }
        exchange.sendResponseHeaders(200, bytes.length + 100L);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        if (reply.status() == 0 && !closedWithin(Long.MAX_VALUE)) {
            throw new IllegalStateException("nothing lasts that long");
        }
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
