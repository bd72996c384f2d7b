package dev.arena.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no HTTP client would send, and reads all that comes back until the server closes. */
final class RawHttp {
    private static final int TIMEOUT_MS = 60_000;

    private RawHttp() {}

    /** The whole answer to a request; {@code \n} is sent as CR LF, and the request must ask to close the connection. */
    static String exchange(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request with these header lines. */
    static String request(int port, String requestLine, String... headers) {
        StringBuilder text = new StringBuilder(requestLine).append('\n');
        for (String header : headers) {
            text.append(header).append('\n');
        }
        return exchange(port, text.append("Connection: close\n\n").toString());
    }
}
