package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.Hash;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.judge.http.FakeEndpoint.Request;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.JudgeLedger;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.core.store.sql.StoreVerifier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process, killed again and again while it judges, loses nothing but the calls in flight and repeats nothing stored. It dies
 * when a question arrives, or a moment later: between a start and its sending, between a reply and its row, in the middle of a write.
 */
class KilledRunTest {
    private static final long SEED = 20261122;
    private static final int KILLS = Boolean.getBoolean("arena.long") ? 500 : 20;
    private static final int PROMPTS = 15 * KILLS;
    private static final int CONCURRENCY = 4;
    /** Four that may be out at once, and four that wait for the store. */
    private static final int WORKERS = 8;

    private static final int LATEST_MS = 12;
    private static final long TIMEOUT_S = 300;

    @TempDir
    Path folder;

    private volatile CompletableFuture<Process> process = new CompletableFuture<>();
    private volatile int killAt = Integer.MAX_VALUE;
    private volatile int killAfterMs;

    private Reply reply(Request request) {
        if (request.number() == killAt) {
            kill();
        }
        long draw = Hash.seed(String.join("|", request.texts())) & 3;
        return Reply.saying("question " + Hash.of(request.user()) + "\n"
                + List.of("[[A]]", "[[B]]", "[[C]]", "none").get((int) draw));
    }

    private void kill() {
        Process victim = process.join();
        if (killAfterMs == 0) {
            victim.destroyForcibly();
        } else {
            CompletableFuture.delayedExecutor(killAfterMs, TimeUnit.MILLISECONDS)
                    .execute(victim::destroyForcibly);
        }
    }

    private String tournament(FakeEndpoint endpoint) {
        return """
            name: killed
            schedule: {type: all-pairs}
            judges:
              - {name: big, type: openai, nudge: false, base_url: "%s", model: m, concurrency: %d, timeout_s: 30}
            """.formatted(endpoint.baseUrl(), CONCURRENCY);
    }

    @Test
    void run_killedAtRandomMoments_endsLikeAnUndisturbedRunAndRepeatsNoStoredCall() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        Path database = folder.resolve("arena.db");
        Path file = folder.resolve("t.yaml");
        try (FakeEndpoint endpoint = new FakeEndpoint(this::reply)) {
            Files.writeString(file, tournament(endpoint));
            try (ArenaStore store = SqliteArenaStore.open(database, StoreOptions.standard())) {
                new Arena(store).with(PROMPTS, "a", "b");
            }
            for (int kill = 0; kill < KILLS; kill++) {
                Set<String> stored = storedQuestions(database);
                int before = endpoint.requests().size();
                killAfterMs = random.nextBoolean() ? 0 : 1 + random.nextInt(LATEST_MS);
                killAt = before + 1 + random.nextInt(8);
                assertThat(session(database, file))
                        .as("seed %d, kill %d", SEED, kill)
                        .isNotZero();
                assertThat(questions(endpoint, before))
                        .as("seed %d, kill %d", SEED, kill)
                        .noneMatch(stored::contains);
                checkLedger(database, endpoint.requests().size(), kill + 1);
            }
            Set<String> stored = storedQuestions(database);
            int before = endpoint.requests().size();
            killAt = Integer.MAX_VALUE;
            assertThat(session(database, file))
                    .as("%s", Files.readString(folder.resolve("output.txt")))
                    .isZero();
            assertThat(questions(endpoint, before)).noneMatch(stored::contains).doesNotHaveDuplicates();
            assertThat(endpoint.requests().size()).isLessThanOrEqualTo(2 * PROMPTS + KILLS * WORKERS);
            checkLedger(database, endpoint.requests().size(), KILLS);
            assertThat(verdicts(database)).isEqualTo(undisturbed(endpoint)).hasSize(2 * PROMPTS);
            assertThat(StoreVerifier.verify(database).findings()).isEmpty();
        }
    }

    /** Whatever the endpoint saw is in the ledger: as a call with its end, or as one of unknown fate. */
    private static void checkLedger(Path database, int seen, int kills) {
        try (ArenaStore store = SqliteArenaStore.open(database, StoreOptions.standard())) {
            long attempts = 0;
            long unknown = 0;
            for (Run run : store.runs().listRuns()) {
                for (JudgeLedger ledger : store.calls().ledgers(run.id())) {
                    attempts += ledger.attempts() + ledger.withdrawn();
                    unknown += JudgeSummary.Spending.of(ledger).unknownFate();
                }
            }
            assertThat((long) seen).as("seed %d, kill %d", SEED, kills).isBetween(attempts, attempts + unknown);
            assertThat(unknown).as("seed %d, kill %d", SEED, kills).isLessThanOrEqualTo((long) kills * WORKERS);
        }
    }

    private int session(Path database, Path file) throws IOException, InterruptedException {
        process = new CompletableFuture<>();
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunProcess.class.getName(),
                        database.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "output.txt"))
                .start();
        process.complete(started);
        assertThat(started.waitFor(TIMEOUT_S, TimeUnit.SECONDS)).isTrue();
        return started.exitValue();
    }

    private static List<String> questions(FakeEndpoint endpoint, int from) {
        List<String> questions = new ArrayList<>();
        for (Request request :
                endpoint.requests().subList(from, endpoint.requests().size())) {
            questions.add(Hash.of(request.user()));
        }
        return questions;
    }

    private static Set<String> storedQuestions(Path database) {
        Set<String> questions = new HashSet<>();
        try (ArenaStore store = SqliteArenaStore.open(database, StoreOptions.standard())) {
            for (Run run : store.runs().listRuns()) {
                store.calls()
                        .scanCalls(
                                run.id(),
                                call -> questions.add(
                                        String.valueOf(call.reply()).split("\\s", 3)[1]));
            }
        }
        return questions;
    }

    private static Map<String, String> verdicts(Path database) {
        try (ArenaStore store = SqliteArenaStore.open(database, StoreOptions.standard())) {
            return verdicts(new Arena(store));
        }
    }

    private Map<String, String> undisturbed(FakeEndpoint endpoint) {
        Arena arena = new Arena().with(PROMPTS, "a", "b");
        arena.run(tournament(endpoint));
        return verdicts(arena);
    }

    private static Map<String, String> verdicts(Arena arena) {
        Map<String, String> verdicts = new TreeMap<>();
        for (CastVote cast : arena.votes()) {
            String key = String.valueOf(cast.battle().draft().origin().key());
            assertThat(verdicts.put(
                            key,
                            cast.vote().verdict() + " " + cast.vote().draft().rationale()))
                    .as(key)
                    .isNull();
        }
        return verdicts;
    }
}
