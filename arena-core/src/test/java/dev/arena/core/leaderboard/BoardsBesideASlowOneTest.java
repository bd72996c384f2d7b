package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.export.LeaderboardJson;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While one table takes as long as it likes, all others are answered, votes are counted, and its own votes stay as they were. */
@Timeout(value = 2, unit = TimeUnit.MINUTES) // a test that waits for the slow table would never end
class BoardsBesideASlowOneTest {
    private static final LeaderboardRequest USUAL = LeaderboardRequest.forDatabase();
    private static final LeaderboardRequest SLOW = USUAL.with(USUAL.filter().withHeldBack(Set.of("a study")));
    private static final LeaderboardRequest OTHER = USUAL.with(USUAL.filter().withHeldBack(Set.of("another study")));
    private static final long SEED = 11;

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(SEED));
    private final RandomLog log = new RandomLog(store, SEED).withPairsOnly();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger slowOnes = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final LeaderboardService service = new LeaderboardService(store, "test", Long.MAX_VALUE, this::make);

    private Leaderboard make(Selection selection, LeaderboardRequest request, RatingSource source) {
        if (request.equals(SLOW)) {
            slowOnes.incrementAndGet();
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return LeaderboardFactory.leaderboard(selection, request, source);
    }

    @BeforeEach
    void vote() {
        grow(300);
    }

    private void grow(int rows) {
        long until = store.votes().count() + rows;
        while (store.votes().count() < until) {
            log.grow();
        }
    }

    @AfterEach
    void end() {
        mayEnd.countDown();
        threads.shutdown();
    }

    /** The table by its definition: of a plain reading of all votes. */
    private String plain(LeaderboardRequest request) {
        VotePool pool = VotePool.of(store, "test");
        return json(LeaderboardFactory.leaderboard(pool.select(request.filter()), request, pool.source()));
    }

    private static String json(Leaderboard board) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            new LeaderboardJson(json).writeFields(board);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Test
    void readers_besideASlowTable_waitForNothing() throws Exception {
        Leaderboard finished = service.leaderboard(USUAL);
        String slowByItself = plain(SLOW);
        Future<Leaderboard> slow = threads.submit(() -> service.leaderboard(SLOW));
        begun.await();

        assertThat(service.leaderboard(USUAL)).isSameAs(finished);
        assertThat(json(service.leaderboard(OTHER))).isEqualTo(plain(OTHER));
        assertThat(service.choices().categories()).isNotNull();
        assertThat(service.evidence(USUAL).board()).isSameAs(finished);
        // as many as fill pages and replace votes that the slow table has before it
        grow(2_000);
        Leaderboard grown = service.leaderboard(USUAL);
        assertThat(json(grown)).isEqualTo(plain(USUAL));
        assertThat(grown.provenance().revision())
                .isGreaterThan(Objects.requireNonNull(finished.provenance().revision()));
        assertThat(json(service.leaderboard(OTHER))).isEqualTo(plain(OTHER));
        assertThat(slow.isDone()).isFalse();

        mayEnd.countDown();
        assertThat(json(slow.get())).isEqualTo(slowByItself);
        assertThat(json(service.leaderboard(SLOW))).isEqualTo(plain(SLOW));
    }

    @Test
    void readers_ofTheSameTable_shareOneComputation() throws Exception {
        Future<Leaderboard> first = threads.submit(() -> service.leaderboard(SLOW));
        begun.await();
        Future<Leaderboard> second = threads.submit(() -> service.leaderboard(SLOW));
        mayEnd.countDown();

        assertThat(second.get()).isSameAs(first.get());
        assertThat(slowOnes).hasValue(1);
    }
}
