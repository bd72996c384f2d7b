package dev.arena.core.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.StoreFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vote that was acknowledged survives the sudden death of the process, once: a real process is killed under load again and again
 * on one database. Each time every acknowledged vote is there with its key, at most the votes in flight are there beside them, and
 * the database is sound. 20 kills, or 200 with {@code -Darena.long=true}.
 */
class DurabilityTest {
    private static final long SEED = 20261122;
    private static final int MOST_BEFORE_KILL = 400;

    @TempDir
    Path folder;

    private final Map<String, String> acknowledged = new HashMap<>();

    @Test
    void votes_ofAProcessKilledUnderLoad_areThereOnce() throws Exception {
        int kills = Boolean.getBoolean("arena.long") ? 200 : 20;
        SplittableRandom random = new SplittableRandom(SEED);
        Path file = folder.resolve("arena.db");
        try (SqliteArenaStore store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            new StoreFixture(store).promptAnsweredBy("alpha", "beta");
        }
        for (int kill = 1; kill <= kills; kill++) {
            killAfter(1 + random.nextInt(MOST_BEFORE_KILL), file, "round" + kill);
            recount(file, "seed " + SEED + ", kill " + kill, kill);
        }
        PrintStream log = System.out;
        log.println("durability: " + kills + " kills, " + acknowledged.size()
                + " votes acknowledged, none lost, none twice, seed " + SEED);
    }

    /** Starts a process that votes and kills it after so many acknowledgements, whatever it is doing then. */
    private void killAfter(int votes, Path file, String round) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VoteProcess.class.getName(),
                        file.toString(),
                        round)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int heard = 0;
        try (InputStream in = process.getInputStream()) {
            String line = readLine(in);
            while (line != null) {
                if (note(line) && ++heard == votes) {
                    // Through its handle, since Process.destroyForcibly would also close the stream with what was said
                    // so far.
                    process.toHandle().destroyForcibly();
                }
                line = readLine(in);
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).as(round).isGreaterThanOrEqualTo(votes);
    }

    /** A line that came whole, or null at the end; what a kill cut off was not acknowledged. */
    private static @Nullable String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString();
            }
            line.append((char) next);
        }
        return null;
    }

    private boolean note(String line) {
        if (!line.matches("[0-9a-f]{32} .*")) {
            // A line of the logger.
            return false;
        }
        String earlier = acknowledged.put(line.substring(0, 32), line.substring(33));
        assertThat(earlier).as(line).isNull();
        return true;
    }

    private void recount(Path file, String when, int kills) {
        Map<String, String> stored = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        try (SqliteArenaStore store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            List<Vote> log = new ArrayList<>();
            store.votes().scan(new VoteId(0), row -> log.add(row.vote()));
            for (Vote vote : log) {
                String key = vote.draft().idempotencyKey();
                stored.put(vote.publicId(), key);
                if (key.startsWith("group ")) {
                    groups.merge(key.substring(0, key.lastIndexOf('.')), 1, Integer::sum);
                }
            }
            assertThat(stored).as(when).hasSize(log.size());
        }
        assertThat(stored).as(when).containsAllEntriesOf(acknowledged);
        assertThat(stored.values()).as(when).doesNotHaveDuplicates();
        int inFlight = VoteProcess.THREADS * VoteProcess.GROUP * kills;
        assertThat(stored.size()).as(when).isLessThanOrEqualTo(acknowledged.size() + inFlight);
        assertThat(groups.values()).as(when).allMatch(size -> size == VoteProcess.GROUP);
        VerifyReport report = StoreVerifier.verify(file);
        assertThat(report.findings()).as(when).isEmpty();
        long judged =
                stored.values().stream().filter(key -> key.startsWith("call ")).count();
        assertThat(report.counts().calls()).as(when).isEqualTo(judged);
    }
}
