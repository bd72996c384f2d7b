package dev.arena.core.judge.http;

import dev.arena.core.judge.StoppedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends one request and says how that went. */
final class Endpoint {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final URI uri;
    private final @Nullable String key;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * An address to send to.
     *
     * @param key sent as a bearer token; null where none is needed
     * @param timeout of one attempt, from sending to the last byte of the reply
     */
    Endpoint(URI uri, @Nullable String key, Duration timeout) {
        this.uri = uri;
        this.key = key;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT.compareTo(timeout) < 0 ? CONNECT_TIMEOUT : timeout)
                .build();
    }

    /** How one attempt went. */
    sealed interface Attempt {}

    /** The endpoint answered. */
    record Replied(int status, String body, @Nullable String retryAfter) implements Attempt {}

    /** No connection could be made; nothing was sent. */
    record Unreachable(String problem) implements Attempt {}

    /** Sent, but no whole answer came. */
    record Lost(String problem) implements Attempt {}

    /** Where requests go, for messages. */
    URI uri() {
        return uri;
    }

    /** Takes the key out of a text that the endpoint sent, in case it repeats it. */
    String withoutKey(String text) {
        return key == null ? text : text.replace(key, "(key)");
    }

    /** Sends a JSON body and waits for the whole answer. */
    Attempt send(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        CompletableFuture<HttpResponse<String>> sent =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            String retryAfter = response.headers().firstValue("Retry-After").orElse(null);
            return new Replied(response.statusCode(), response.body(), retryAfter);
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new Lost("no whole reply within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private static Attempt failed(@Nullable Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLException) {
            return new Unreachable(cause.getClass().getSimpleName());
        }
        if (cause instanceof HttpTimeoutException) {
            return new Lost("no reply in time");
        }
        if (cause instanceof IOException) {
            return new Lost("the connection broke: " + cause.getMessage());
        }
        throw new IllegalStateException("sending failed", cause);
    }
}
