package dev.arena.core.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.http.Gate.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many workers before one endpoint, in a time that is only counted: who may send when. Seeds stand in the tests. */
class TrafficTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Fate ANSWERED = new Fate(Fate.Kind.ANSWERED, null, "");

    /** What an endpoint does with a request that reaches it at that time. */
    private interface Endpoint {
        Fate fate(long now, int inFlight);
    }

    private static Limits limits(int concurrency, @Nullable Integer rpm, @Nullable Integer tpm) {
        Duration second = Duration.ofSeconds(1);
        return new Limits(concurrency, rpm, tpm, 0, new Limits.Patience(second, second, Duration.ofMinutes(5)));
    }

    /** Workers that send one request after the other, each answered after a while. */
    private static final class World {
        private final Traffic traffic;
        private final long latency;
        private final long tokens;
        private final long used;
        private final List<Long> sent = new ArrayList<>();
        private final TreeMap<Long, Integer> limits = new TreeMap<>();
        private int mostInFlight;
        private int probes;

        World(Limits limits, long latency, long tokens, long used) {
            this.traffic = new Traffic(limits);
            this.latency = latency;
            this.tokens = tokens;
            this.used = used;
        }

        private record Event(long at, int order, int worker, Traffic.@Nullable Ticket answered)
                implements Comparable<Event> {
            @Override
            public int compareTo(Event other) {
                return at == other.at ? Integer.compare(order, other.order) : Long.compare(at, other.at);
            }
        }

        void run(int workers, long until, Endpoint endpoint) {
            PriorityQueue<Event> events = new PriorityQueue<>();
            List<Traffic.@Nullable Ticket> waiting = new ArrayList<>();
            int order = 0;
            int inFlight = 0;
            long question = 0;
            for (int worker = 0; worker < workers; worker++) {
                waiting.add(null);
                events.add(new Event(0, order++, worker, null));
            }
            while (!events.isEmpty() && events.peek().at() <= until) {
                Event event = events.remove();
                long now = event.at();
                Traffic.Ticket answered = event.answered();
                if (answered != null) {
                    traffic.done(now, answered, endpoint.fate(now, inFlight));
                    traffic.settle(now, new Gate.Errand(0, tokens), used);
                    traffic.leave(answered);
                    limits.put(now, traffic.limit());
                    inFlight--;
                    events.add(new Event(now, order++, event.worker(), null));
                    continue;
                }
                Traffic.Ticket ticket = waiting.get(event.worker());
                if (ticket == null) {
                    if (!traffic.enter()) {
                        events.add(new Event(now + SECOND / 1000, order++, event.worker(), null));
                        continue;
                    }
                    ticket = new Traffic.Ticket(new Gate.Errand(question++, tokens));
                    waiting.set(event.worker(), ticket);
                }
                long turn = traffic.turn(now, ticket);
                if (turn == Traffic.GO) {
                    sent.add(now);
                    probes += ticket.probe() ? 1 : 0;
                    inFlight++;
                    mostInFlight = Math.max(mostInFlight, inFlight);
                    waiting.set(event.worker(), null);
                    events.add(new Event(now + latency, order++, event.worker(), ticket));
                } else {
                    long wait = turn == Traffic.LOOKING ? SECOND / 10 : turn;
                    events.add(new Event(now + wait, order++, event.worker(), null));
                }
            }
        }

        /** The most that was sent within any minute. */
        int mostInAMinute() {
            int most = 0;
            int from = 0;
            for (int to = 0; to < sent.size(); to++) {
                while (sent.get(to) - sent.get(from) >= 60 * SECOND) {
                    from++;
                }
                most = Math.max(most, to - from + 1);
            }
            return most;
        }

        long sentBetween(long from, long to) {
            return sent.stream().filter(at -> at >= from && at < to).count();
        }
    }

    @Test
    void turn_requestsAMinute_areSpreadAndUsedUp() {
        World world = new World(limits(64, 600, null), SECOND / 20, 100, 100);
        world.run(64, 600 * SECOND, (now, inFlight) -> ANSWERED);
        assertThat(world.mostInAMinute()).isEqualTo(600);
        assertThat(world.sent).hasSizeBetween(5995, 6001);
    }

    @Test
    void turn_tokensAMinute_areThoseUsedAndNotThoseReserved() {
        World world = new World(limits(64, null, 60_000), SECOND / 20, 1000, 200);
        world.run(64, 600 * SECOND, (now, inFlight) -> ANSWERED);
        // 60,000 a minute at 200 each are 300 requests a minute, not the 60 of 1,000 reserved each.
        assertThat(world.sent).hasSizeBetween(2900, 3010);
    }

    @Test
    void turn_moreTokensThanReserved_arePaidByThoseAfter() {
        World world = new World(limits(1, null, 60_000), SECOND / 20, 100, 1000);
        world.run(1, 600 * SECOND, (now, inFlight) -> ANSWERED);
        assertThat(world.sent).hasSizeBetween(598, 602);
    }

    @Test
    void turn_noLimitButPlaces_keepsThemAllBusy() {
        World world = new World(limits(64, null, null), SECOND / 20, 100, 100);
        world.run(80, 10 * SECOND, (now, inFlight) -> ANSWERED);
        assertThat(world.mostInFlight).isEqualTo(64);
        assertThat((double) world.sent.size()).isGreaterThan(0.95 * 64 * 20 * 10);
    }

    @Test
    void turn_oneRetryAfter_pausesEveryone() {
        World world = new World(limits(16, 6000, null), SECOND / 20, 100, 100);
        Fate busy = new Fate(Fate.Kind.OVERLOADED, Duration.ofSeconds(20), "HTTP 429: slow down");
        boolean[] said = {false};
        world.run(16, 60 * SECOND, (now, inFlight) -> {
            if (now >= 5 * SECOND && !said[0]) {
                said[0] = true;
                return busy;
            }
            return ANSWERED;
        });
        long from =
                world.sent.stream().filter(at -> at > 5 * SECOND).findFirst().orElseThrow();
        assertThat(world.sentBetween(6 * SECOND, 25 * SECOND)).isZero();
        assertThat(world.sentBetween(25 * SECOND, 26 * SECOND))
                .as("spread after the pause")
                .isBetween(50L, 101L);
        assertThat(from).isLessThan(26 * SECOND);
        assertThat(world.mostInAMinute()).isLessThanOrEqualTo(6000);
    }

    @Test
    void turn_endpointOfEightPlaces_settlesBelowThemAndGrowsBack() {
        World world = new World(limits(64, null, null), SECOND / 20, 100, 100);
        Fate busy = new Fate(Fate.Kind.OVERLOADED, null, "HTTP 503: overloaded");
        SplittableRandom random = new SplittableRandom(11);
        world.run(
                64,
                120 * SECOND,
                (now, inFlight) -> now < 60 * SECOND && inFlight > 8 && random.nextDouble() < 0.9 ? busy : ANSWERED);
        double settled = world.limits.subMap(30 * SECOND, 60 * SECOND).values().stream()
                .mapToInt(limit -> limit)
                .average()
                .orElseThrow();
        assertThat(settled).isBetween(4.0, 10.0);
        assertThat(world.limits.lastEntry().getValue()).isEqualTo(64);
        assertThat(world.sentBetween(50 * SECOND, 60 * SECOND))
                .as("not starved")
                .isGreaterThan(10 * 20 * 4);
    }

    @Test
    void turn_burstOfOverload_shrinksOnceForEachRound() {
        Crowd crowd = new Crowd(64);
        for (int i = 0; i < 64; i++) {
            crowd.shrink(0, SECOND);
        }
        assertThat(crowd.limit()).isEqualTo(32);
        crowd.shrink(2 * SECOND, 3 * SECOND);
        assertThat(crowd.limit()).isEqualTo(16);
    }

    @Test
    void turn_endpointDown_isLookedAtLessAndLessOftenUntilItIsBack() {
        World world = new World(limits(8, null, null), SECOND / 20, 100, 100);
        Fate down = new Fate(Fate.Kind.TROUBLED, null, "HTTP 500: down");
        world.run(8, 200 * SECOND, (now, inFlight) -> now < 100 * SECOND ? down : ANSWERED);
        long whileDown = world.sentBetween(0, 100 * SECOND);
        assertThat(whileDown)
                .as("8 in flight at first, then looks after 1, 2, 4, 8, 16, 30 s …")
                .isBetween(13L, 18L);
        assertThat(world.probes).isBetween(6, 10);
        long back = world.sent.stream().filter(at -> at > 130 * SECOND).count();
        assertThat(back).isGreaterThan(8 * 20 * 60);
        assertThat(world.traffic.givenUp()).isNull();
    }

    @Test
    void turn_endpointDownForTooLong_isGivenUpAtThatTime() {
        World world = new World(limits(8, null, null), SECOND / 20, 100, 100);
        Fate down = new Fate(Fate.Kind.TROUBLED, null, "HTTP 500: down");
        world.run(8, 299 * SECOND, (now, inFlight) -> down);
        assertThat(world.traffic.givenUp()).isNull();
        World longer = new World(limits(8, null, null), SECOND / 20, 100, 100);
        longer.run(8, 301 * SECOND, (now, inFlight) -> down);
        assertThat(longer.traffic.givenUp()).isEqualTo("HTTP 500: down");
    }

    @Test
    void failed_oneQuestionAgainAndAgain_opensNothing() {
        Breaker breaker = new Breaker(300 * SECOND);
        for (int i = 0; i < 100; i++) {
            breaker.failed(7, i, "HTTP 500");
        }
        assertThat(breaker.closedTo()).isEqualTo(Long.MIN_VALUE);
        breaker.failed(8, 100, "HTTP 500");
        breaker.answered();
        breaker.failed(9, 101, "HTTP 500");
        breaker.failed(10, 102, "HTTP 500");
        breaker.failed(11, 103, "HTTP 500");
        assertThat(breaker.closedTo()).isEqualTo(Long.MIN_VALUE);
        breaker.failed(12, 104, "HTTP 500");
        assertThat(breaker.closedTo()).isEqualTo(SECOND + 104);
    }

    @Test
    void leave_lookThatWasStopped_letsAnotherLook() {
        Traffic traffic = new Traffic(limits(8, null, null));
        Fate down = new Fate(Fate.Kind.TROUBLED, null, "down");
        for (int question = 0; question < Breaker.QUESTIONS; question++) {
            Traffic.Ticket ticket = new Traffic.Ticket(new Gate.Errand(question, 1));
            assertThat(traffic.enter()).isTrue();
            assertThat(traffic.turn(0, ticket)).isEqualTo(Traffic.GO);
            traffic.done(0, ticket, down);
            traffic.leave(ticket);
        }
        Traffic.Ticket first = new Traffic.Ticket(new Gate.Errand(10, 1));
        Traffic.Ticket second = new Traffic.Ticket(new Gate.Errand(11, 1));
        assertThat(traffic.enter()).isTrue();
        assertThat(traffic.enter()).isTrue();
        assertThat(traffic.turn(0, first)).isEqualTo(SECOND);
        assertThat(traffic.turn(SECOND, first)).isEqualTo(Traffic.GO);
        assertThat(traffic.turn(SECOND, second)).isEqualTo(Traffic.LOOKING);
        traffic.leave(first);
        assertThat(traffic.turn(SECOND, second)).isEqualTo(Traffic.GO);
        assertThat(second.probe()).isTrue();
    }
}
