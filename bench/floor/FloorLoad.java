import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Load on a running server from a process of its own, with sockets alone so that it costs little: closed loop, each client waits for
 * the answer before it sends again.
 *
 * <p>Usage: java FloorLoad.java MODE HOST:PORT CLIENTS SECONDS [WARM-UP SECONDS]. Modes:
 *
 * <ul>
 *   <li>{@code votes}: each client asks for a battle and votes on it; votes are timed.
 *   <li>{@code battles}: each request is that of a new voter, who gets a first battle; battles are timed.
 *   <li>{@code mix}: as votes, and one client in eight reads the leaderboard twice a second.
 *   <li>{@code streams}: 1,000 open event streams beside eight voting clients; how long news take is timed.
 *   <li>{@code soak}: as votes with a new voter after every ten; prints every minute what is in use after a collection, and its slope.
 *       SERVER_PID names the server's process.
 * </ul>
 */
final class FloorLoad {
    private static final int STREAMS = 1000;
    private static final int VOTES_OF_A_SOAKING_VOTER = 10;

    private final String host;
    private final int port;
    private final long measureFrom;
    private final long end;
    private final List<Client> clients = new ArrayList<>();

    private FloorLoad(String address, double seconds, double warmUp) {
        host = address.substring(0, address.lastIndexOf(':'));
        port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        measureFrom = System.nanoTime() + (long) (warmUp * 1e9);
        end = measureFrom + (long) (seconds * 1e9);
    }

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[2]);
        double seconds = Double.parseDouble(args[3]);
        double warmUp = args.length > 4 ? Double.parseDouble(args[4]) : 5;
        FloorLoad load = new FloorLoad(args[1], seconds, warmUp);
        switch (args[0]) {
            case "votes" -> load.vote(count, 0);
            case "mix" -> load.mix(count);
            case "battles" -> load.battles(count);
            case "streams" -> load.streams(count);
            case "soak" -> load.soak(count);
            default -> throw new IllegalArgumentException("votes, battles, mix, streams or soak, not " + args[0]);
        }
    }

    private void vote(int count, int votesOfAVoter) throws Exception {
        start(count, client -> client.vote(votesOfAVoter));
        report("votes", client -> client.votes);
        report("battles asked for", client -> client.battles);
    }

    private void battles(int count) throws Exception {
        start(count, Client::newVoter);
        report("battles of new voters", client -> client.battles);
    }

    private void mix(int count) throws Exception {
        start(count, client -> {
            if (client.number % 8 == 0) {
                client.read();
            } else {
                client.vote(0);
            }
        });
        report("votes", client -> client.votes);
        report("battles asked for", client -> client.battles);
        report("leaderboards", client -> client.boards);
    }

    private void soak(int count) throws Exception {
        Thread watcher = new Thread(this::watchMemory);
        watcher.setDaemon(true);
        watcher.start();
        vote(count, VOTES_OF_A_SOAKING_VOTER);
    }

    /** Once a minute: reads the leaderboard, has the server collect its garbage, and says what is in use then. */
    private void watchMemory() {
        long server = Long.parseLong(System.getenv("SERVER_PID"));
        long begin = System.nanoTime();
        List<double[]> seen = new ArrayList<>();
        try {
            for (int minute = 1; begin + minute * 60_000_000_000L < end; minute++) {
                Thread.sleep(Math.max(1, (begin + minute * 60_000_000_000L - System.nanoTime()) / 1_000_000));
                double votes;
                try (Client client = new Client(-1)) {
                    client.get("/api/leaderboard");
                    votes = Double.parseDouble(client.get("/metrics").lines()
                            .filter(line -> line.startsWith("arena_votes_total ")).findFirst().orElse("x NaN").split(" ")[1]);
                }
                double heap = heapAfterCollection(server);
                double own = Files.readString(Path.of("/proc/" + server + "/status")).lines()
                        .filter(line -> line.startsWith("RssAnon")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum() / 1024.0;
                seen.add(new double[] {minute, heap, own});
                System.out.printf(Locale.ROOT, "minute %2d  %9.0f votes  heap %7.1f MB  memory of its own %7.1f MB%n",
                        minute, votes, heap, own);
            }
        } catch (IOException | InterruptedException e) {
            System.out.println("memory: " + e);
        }
        // what is kept of the newest voters is full by then
        List<double[]> late = seen.subList(Math.min(10, seen.size()), seen.size());
        System.out.printf(Locale.ROOT, "slope after minute 10: heap %.2f MB a minute, memory of its own %.2f MB a minute%n",
                slope(late, 1), slope(late, 2));
    }

    private static double heapAfterCollection(long server) throws IOException, InterruptedException {
        say(server, "GC.run");
        // "garbage-first heap   total 262144K, used 55328K [...]"
        String used = say(server, "GC.heap_info").replaceAll("(?s).*? used (\\d+)K.*", "$1");
        return Long.parseLong(used) / 1024.0;
    }

    private static String say(long server, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("jcmd", String.valueOf(server), command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Least squares. */
    private static double slope(List<double[]> points, int column) {
        double x = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double y = points.stream().mapToDouble(point -> point[column]).average().orElse(0);
        double up = points.stream().mapToDouble(point -> (point[0] - x) * (point[column] - y)).sum();
        return up / points.stream().mapToDouble(point -> (point[0] - x) * (point[0] - x)).sum();
    }

    private void streams(int count) throws Exception {
        AtomicLong lastVote = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        Streams streams = new Streams(STREAMS, lastVote);
        streams.open();
        Thread reader = new Thread(() -> streams.read(over));
        reader.start();
        start(count, client -> {
            client.vote(0);
            lastVote.accumulateAndGet(client.revision, Math::max);
        });
        over.set(true);
        reader.join();
        report("votes beside streams", client -> client.votes);
        streams.report();
    }

    private interface Turn {
        void take(Client client) throws IOException, InterruptedException;
    }

    private void start(int count, Turn turn) throws Exception {
        CountDownLatch done = new CountDownLatch(count);
        for (int k = 0; k < count; k++) {
            Client client = new Client(k);
            clients.add(client);
            new Thread(() -> {
                try (client) {
                    while (System.nanoTime() < end) {
                        turn.take(client);
                    }
                } catch (IOException | InterruptedException | RuntimeException e) {
                    client.problem = String.valueOf(e);
                } finally {
                    done.countDown();
                }
            }).start();
        }
        done.await();
        clients.stream().filter(client -> !client.problem.isEmpty()).limit(3)
                .forEach(client -> System.out.println("client " + client.number + ": " + client.problem));
    }

    private interface Times {
        Sample of(Client client);
    }

    private void report(String what, Times times) {
        Sample all = new Sample();
        clients.forEach(client -> all.add(times.of(client)));
        double seconds = (end - measureFrom) / 1e9;
        all.print(what, seconds);
    }

    /** Times in microseconds. */
    private static final class Sample {
        private int[] values = new int[1024];
        private int size;

        void add(long nanos) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1000);
        }

        void add(Sample other) {
            for (int k = 0; k < other.size; k++) {
                add(other.values[k] * 1000L);
            }
        }

        void print(String what, double seconds) {
            int[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            System.out.printf(Locale.ROOT, "%-24s %8d  %8.0f/s  p50 %7.1f  p90 %7.1f  p99 %7.1f  p99.9 %7.1f  max %7.1f ms%n",
                    what, size, size / seconds, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 0.999),
                    at(sorted, 1));
        }

        private static double at(int[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1000.0;
        }
    }

    /** One connection and the voter behind it. */
    private final class Client implements AutoCloseable {
        private final int number;
        private final Socket socket = new Socket();
        private final InputStream in;
        private final OutputStream out;
        private final Sample votes = new Sample();
        private final Sample battles = new Sample();
        private final Sample boards = new Sample();
        private final StringBuilder line = new StringBuilder();
        private String cookie = "";
        private String problem = "";
        private byte[] body = new byte[1 << 16];
        private int length;
        private int status;
        private long sent;
        private long voted;
        private long revision;

        Client(int number) throws IOException {
            this.number = number;
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port));
            in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            out = socket.getOutputStream();
        }

        /** A battle and a vote on it, as a page does. */
        void vote(int votesOfAVoter) throws IOException {
            if (votesOfAVoter > 0 && voted % votesOfAVoter == 0) {
                cookie = "";
            }
            String token = next();
            String key = Long.toHexString(ThreadLocalRandom.current().nextLong()) + voted;
            String said = ThreadLocalRandom.current().nextInt(10) < 6 ? "first" : "second";
            String json = "{\"verdict\":\"" + said + "\",\"latency_ms\":900}";
            send("POST /api/battles/" + token + "/votes HTTP/1.1\r\nIdempotency-Key: " + key
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n", json);
            require(201);
            time(votes);
            voted++;
            revision = System.nanoTime();
        }

        void newVoter() throws IOException {
            cookie = "";
            next();
        }

        private String next() throws IOException {
            send("GET /api/battles/next HTTP/1.1\r\n", "");
            require(200);
            time(battles);
            String start = new String(body, 0, Math.min(length, 80), StandardCharsets.UTF_8);
            int at = start.indexOf("\"battle\":\"") + 10;
            return start.substring(at, start.indexOf('"', at));
        }

        void read() throws IOException, InterruptedException {
            get("/api/leaderboard");
            time(boards);
            Thread.sleep(500);
        }

        String get(String path) throws IOException {
            send("GET " + path + " HTTP/1.1\r\n", "");
            require(200);
            return new String(body, 0, length, StandardCharsets.UTF_8);
        }

        private void time(Sample sample) {
            long now = System.nanoTime();
            if (sent >= measureFrom && now <= end) {
                sample.add(now - sent);
            }
        }

        private void require(int expected) throws IOException {
            if (status != expected) {
                throw new IOException(status + " " + new String(body, 0, length, StandardCharsets.UTF_8));
            }
        }

        private void send(String head, String json) throws IOException {
            String voter = cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n";
            String request = head + "Host: " + host + ":" + port + "\r\n" + voter + "\r\n" + json;
            sent = System.nanoTime();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            receive();
        }

        private void receive() throws IOException {
            String first = readLine();
            status = Integer.parseInt(first.substring(9, 12));
            length = -1;
            for (String header = readLine(); !header.isEmpty(); header = readLine()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).trim());
                } else if (lower.startsWith("set-cookie:")) {
                    cookie = header.substring(11, header.indexOf(';')).trim();
                }
            }
            if (length < 0) {
                readChunks();
                return;
            }
            reserve(length);
            if (in.readNBytes(body, 0, length) < length) {
                throw new IOException("connection ended");
            }
        }

        private void readChunks() throws IOException {
            length = 0;
            for (int size = Integer.parseInt(readLine(), 16); size > 0; size = Integer.parseInt(readLine(), 16)) {
                reserve(length + size);
                length += in.readNBytes(body, length, size);
                readLine();
            }
            readLine();
        }

        private void reserve(int size) {
            if (size > body.length) {
                body = Arrays.copyOf(body, 2 * size);
            }
        }

        private String readLine() throws IOException {
            line.setLength(0);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("connection ended");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Many event streams read by one thread. A message is late by the time since the newest vote answered before it. */
    private final class Streams {
        private final int count;
        private final AtomicLong lastVote;
        private final List<SocketChannel> channels = new ArrayList<>();
        private final Sample gaps = new Sample();
        private long[] lastNews;
        private long messages;
        private int ended;

        Streams(int count, AtomicLong lastVote) {
            this.count = count;
            this.lastVote = lastVote;
            lastNews = new long[count];
        }

        void open() throws IOException {
            String request = "GET /api/leaderboard/events HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nAccept: text/event-stream\r\n\r\n";
            for (int k = 0; k < count; k++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(host, port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                channels.add(channel);
            }
            System.out.println(count + " event streams asked for");
        }

        void read(AtomicBoolean over) {
            try (Selector selector = Selector.open()) {
                for (int k = 0; k < count; k++) {
                    channels.get(k).configureBlocking(false);
                    channels.get(k).register(selector, SelectionKey.OP_READ, k);
                }
                ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
                while (!over.get()) {
                    selector.select(100);
                    for (SelectionKey key : selector.selectedKeys()) {
                        take(key, buffer);
                    }
                    selector.selectedKeys().clear();
                }
            } catch (IOException e) {
                System.out.println("streams: " + e);
            }
        }

        /** While votes go on there is always news, so a stream is as late as the time between two of its messages. */
        private void take(SelectionKey key, ByteBuffer buffer) throws IOException {
            int k = (int) key.attachment();
            buffer.clear();
            if (channels.get(k).read(buffer) < 0) {
                ended++;
                key.cancel();
                return;
            }
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            long now = System.nanoTime();
            if (text.contains("data")) {
                messages++;
                if (lastNews[k] > measureFrom && now < end) {
                    gaps.add(now - lastNews[k]);
                }
                lastNews[k] = now;
            }
        }

        void report() {
            long told = Arrays.stream(lastNews).filter(at -> at > end - 1_500_000_000L).count();
            System.out.println(count + " streams, " + ended + " ended, " + told + " told in the last 1.5 s, " + messages
                    + " messages; newest vote " + (System.nanoTime() - lastVote.get()) / 1_000_000 + " ms ago");
            gaps.print("time between news", (end - measureFrom) / 1e9);
        }
    }
}
