package dev.arena.web.api;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Tells browsers that what they show may have moved: a revision number and nothing else. An open connection holds
 * no thread. Votes that come close together are told once, so a burst of votes costs one message a connection.
 */
public final class RevisionFeed implements AutoCloseable {
    /** News waits that long for more, so that a burst of votes is told once. */
    private static final long LEAST_WAIT_MS = 100;

    /** However many are to be told: news is still told within a second. */
    private static final long MOST_WAIT_MS = 600;

    /** The wait in times of what telling everybody took, so that telling leaves most of a processor to voting. */
    private static final int WAIT_OF_TELLING = 4;

    private static final String EVENT_STREAM = "text/event-stream";

    private final SseHandler streams = new SseHandler(this::add);
    private final News news;
    private final LongSupplier revision;
    private final int most;
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ScheduledExecutorService sender;
    private volatile long waitMs = LEAST_WAIT_MS;

    /**
     * What an event looks like.
     *
     * @param before what stands before the number
     * @param after what stands after it
     */
    record News(String event, String before, String after) {
        /** The leaderboard may have moved. */
        static final News LEADERBOARD = new News("leaderboard", "{\"revision\":", "}");

        /** A run may have moved. */
        static final News RUNS = new News("revision", "", "");
    }

    /**
     * A feed.
     *
     * @param heartbeatMs a comment is sent that often, so that proxies keep the connection and dead ones are noticed
     * @param most connections; further ones are refused with 503
     */
    RevisionFeed(News news, LongSupplier revision, long heartbeatMs, int most) {
        this.most = most;
        this.news = news;
        this.revision = revision;
        this.sender = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "revision-feed");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = sender.scheduleWithFixedDelay(this::beat, heartbeatMs, heartbeatMs, TimeUnit.MILLISECONDS);
    }

    /**
     * Answers a request with an event stream.
     *
     * @param instead the route that tells the same to those who cannot have one
     * @throws ApiException 406 for a reader of something else, 503 when too many are open
     */
    void open(Context context, String instead) throws Exception {
        String accept = context.header("Accept");
        if (accept == null || !accept.contains(EVENT_STREAM)) {
            throw new ApiException(
                    406,
                    "not_acceptable",
                    "This is an event stream. Send Accept: text/event-stream.",
                    Map.of("allowed", EVENT_STREAM));
        }
        if (clients.size() >= most) {
            throw ApiException.of(
                    503, "too_many_connections", "Too many event streams are open. Read " + instead + " instead.");
        }
        streams.handle(context);
    }

    /** Keeps a connection open and tells it the revision at once. */
    private void add(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        send(client, revision.getAsLong());
    }

    /** How many connections are open. */
    int connections() {
        return clients.size();
    }

    /** The store has changed; every connection is told soon. */
    void changed() {
        if (pending.compareAndSet(false, true)) {
            try {
                Future<?> unused = sender.schedule(this::tell, waitMs, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                pending.set(false);
            }
        }
    }

    private void tell() {
        pending.set(false);
        long begin = System.nanoTime();
        long now = revision.getAsLong();
        clients.forEach(client -> send(client, now));
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        waitMs = Math.max(LEAST_WAIT_MS, Math.min(MOST_WAIT_MS, WAIT_OF_TELLING * tookMs));
    }

    private void beat() {
        clients.forEach(client -> attempt(client, () -> client.sendComment("still here")));
    }

    private void send(SseClient client, long now) {
        attempt(client, () -> client.sendEvent(news.event(), news.before() + now + news.after()));
    }

    private void attempt(SseClient client, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            // The browser has gone; a connection is all that is lost.
            clients.remove(client);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        clients.forEach(client -> attempt(client, client::close));
        clients.clear();
    }
}
