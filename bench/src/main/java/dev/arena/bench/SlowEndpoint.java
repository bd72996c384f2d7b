package dev.arena.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

/**
 * An endpoint for chat completions that answers every question after the same time, on one thread and at little cost, so that what is
 * measured is who asks. Run it as a source file: {@code java SlowEndpoint.java DELAY-MS}; it says its port first, and after each
 * second without a question how many came and in which time.
 */
public final class SlowEndpoint {
    private static final int ROOM = 1 << 16;
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long WAKE_MS = 200;
    private static final double NANOS = 1e9;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final String LENGTH = "content-length:";

    private final long delayNanos;
    private final PrintWriter out;
    private final ArrayDeque<Due> waiting = new ArrayDeque<>();
    private final byte[] reply;
    private long count;
    private long first;
    private long last;

    private record Due(long at, SocketChannel to) {}

    private SlowEndpoint(long delayMs, PrintWriter out) {
        this.delayNanos = delayMs * 1_000_000;
        this.out = out;
        String body = "{\"id\":\"x\",\"object\":\"chat.completion\",\"model\":\"bench\",\"choices\":[{\"index\":0,"
                + "\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":"
                + "\"The first answer names the cause and the remedy, the second one only the remedy.\\n[[A]]\"}}],"
                + "\"usage\":{\"prompt_tokens\":412,\"completion_tokens\":23}}";
        this.reply = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes the delay in milliseconds. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        new SlowEndpoint(Long.parseLong(arguments[0]), out).serve();
    }

    private void serve() throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            out.println("port " + server.socket().getLocalPort());
            while (true) {
                selector.select(pause());
                Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    handle(keys.next(), selector, server);
                    keys.remove();
                }
                answerDue();
                tellWhenQuiet();
            }
        }
    }

    private long pause() {
        Due next = waiting.peek();
        return next == null ? WAKE_MS : Math.max(1, (next.at() - System.nanoTime()) / 1_000_000);
    }

    private void handle(SelectionKey key, Selector selector, ServerSocketChannel server) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel client = server.accept();
            client.configureBlocking(false);
            client.socket().setTcpNoDelay(true);
            client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(ROOM));
            return;
        }
        SocketChannel client = (SocketChannel) key.channel();
        ByteBuffer buffer = (ByteBuffer) key.attachment();
        try {
            if (client.read(buffer) < 0) {
                client.close();
                return;
            }
        } catch (IOException gone) {
            client.close();
            return;
        }
        while (takeRequest(buffer)) {
            long now = System.nanoTime();
            first = count == 0 ? now : first;
            count++;
            waiting.add(new Due(now + delayNanos, client));
        }
    }

    /** Removes one whole request from the front of the buffer, if there is one. */
    private static boolean takeRequest(ByteBuffer buffer) {
        byte[] bytes = buffer.array();
        int end = endOfHead(bytes, buffer.position());
        if (end < 0) {
            return false;
        }
        String head = new String(bytes, 0, end, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        int at = head.indexOf(LENGTH) + LENGTH.length();
        int length = Integer.parseInt(head.substring(at, head.indexOf('\r', at)).strip());
        int whole = end + END_OF_HEAD.length + length;
        if (buffer.position() < whole) {
            return false;
        }
        buffer.flip();
        buffer.position(whole);
        buffer.compact();
        return true;
    }

    private static int endOfHead(byte[] bytes, int filled) {
        for (int i = 0; i + END_OF_HEAD.length <= filled; i++) {
            if (bytes[i] == '\r'
                    && Arrays.equals(bytes, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                return i;
            }
        }
        return -1;
    }

    private void answerDue() throws IOException {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.peek().at() <= now) {
            SocketChannel to = waiting.remove().to();
            if (to.isOpen()) {
                to.write(ByteBuffer.wrap(reply));
            }
            last = now;
        }
    }

    private void tellWhenQuiet() {
        if (count > 0 && waiting.isEmpty() && System.nanoTime() - last > QUIET_NANOS) {
            out.println("answered " + count + " in " + (last - first) / NANOS + " s");
            count = 0;
        }
    }
}
