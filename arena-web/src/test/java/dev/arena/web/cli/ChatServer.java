package dev.arena.web.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A chat endpoint on 127.0.0.1 that answers as a test wants and keeps every question. */
final class ChatServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    /** Answers the {@code number}-th request, counted from 1. */
    interface Behaviour {
        Answer answer(int number) throws Exception;

        /** The same with the request's body. */
        default Answer answer(int number, String request) throws Exception {
            return answer(number);
        }
    }

    /** A status and a body. */
    record Answer(int status, String body) {
        static Answer saying(String text) {
            String body = "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"" + text
                    + "\"}}],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":10}}";
            return new Answer(200, body);
        }
    }

    ChatServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    /** A server that answers what the user's message makes it say. */
    static ChatServer reading(UnaryOperator<String> reader) {
        return new ChatServer(new Behaviour() {
            @Override
            public Answer answer(int number) {
                throw new IllegalStateException("answered by its text");
            }

            @Override
            public Answer answer(int number, String request) throws IOException {
                JsonNode messages = new ObjectMapper().readTree(request).get("messages");
                StringBuilder all = new StringBuilder();
                messages.forEach(
                        message -> all.append(message.get("content").asText()).append('\n'));
                return Answer.saying(reader.apply(all.toString()));
            }
        });
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    List<String> questions() {
        return List.copyOf(questions);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            questions.add(request);
            Answer answer = behaviour.answer(count.incrementAndGet(), request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
