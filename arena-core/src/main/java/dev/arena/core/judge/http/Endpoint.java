package dev.arena.core.judge.http;

import dev.arena.core.judge.StoppedException;
import dev.arena.core.problem.EndpointException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends requests over one client, which keeps its connections, and says how each went. */
final class Endpoint {
    private static final int SHORTEST_KEY = 8;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI uri;
    private final @Nullable String key;
    private final Duration timeout;
    private final HttpRequest request;
    private final HttpClient client;

    /**
     * An address to send to.
     *
     * @param key sent in one of the headers; null where none is needed
     * @param headers beside those of JSON
     * @param timeout of one attempt, from sending to the last byte of the reply
     */
    Endpoint(URI uri, @Nullable String key, Map<String, String> headers, Duration timeout) {
        this.uri = uri;
        this.key = key;
        this.timeout = timeout;
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        headers.forEach(builder::header);
        this.request = builder.build();
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

    /** Sent, but no whole answer came in time. */
    record Late(String problem) implements Attempt {}

    /** Sent, but the connection broke. */
    record Lost(String problem) implements Attempt {}

    /** Where requests go, for messages. */
    URI uri() {
        return uri;
    }

    /** Takes the key out of a text that the endpoint sent, in case it repeats it. */
    String withoutKey(String text) {
        // A shorter one is no secret, and would be found in every text.
        return key == null || key.length() < SHORTEST_KEY ? text : text.replace(key, "(key)");
    }

    /**
     * Opens a connection and closes it again; nothing is sent.
     *
     * @throws EndpointException if there is none to open
     */
    void reach() {
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
        InetSocketAddress address = new InetSocketAddress(uri.getHost(), port);
        ProxySelector proxies = ProxySelector.getDefault();
        Proxy proxy = proxies == null ? Proxy.NO_PROXY : proxies.select(uri).get(0);
        if (proxy.address() instanceof InetSocketAddress between) {
            address = new InetSocketAddress(between.getHostString(), between.getPort());
        }
        try (Socket socket = new Socket()) {
            if (address.isUnresolved()) {
                throw new UnknownHostException(address.getHostString());
            }
            socket.connect(address, (int) CONNECT_TIMEOUT.toMillis());
        } catch (IOException e) {
            throw new EndpointException(
                    uri + " cannot be reached (" + e.getClass().getSimpleName()
                            + "). Nothing was asked. Check base_url, and that the server runs.",
                    e);
        }
    }

    /** Sends a JSON body and waits for the whole answer. */
    Attempt send(String body) {
        HttpRequest full = HttpRequest.newBuilder(request, (name, value) -> true)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        CompletableFuture<HttpResponse<String>> sent =
                client.sendAsync(full, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            String retryAfter = response.headers().firstValue("Retry-After").orElse(null);
            return new Replied(response.statusCode(), response.body(), retryAfter);
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new Late("no whole reply within " + timeout.toMillis() + " ms");
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
            return new Late("no reply in time");
        }
        if (cause instanceof IOException) {
            return new Lost("the connection broke: " + cause.getMessage());
        }
        throw new IllegalStateException("sending failed", cause);
    }
}
