package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Battle;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Study;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.StudyFindings;
import dev.arena.core.store.StudyTally;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.core.store.sql.StoreVerifier;
import dev.arena.core.store.sql.Tampering;
import dev.arena.core.store.sql.VerifyReport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of the votes of studies: made for a database from before it was kept, and checked. */
class StudyCountsOfOldStoresTest {
    private static final List<String> TABLES =
            List.of("study_day", "study_matchup", "study_contestant", "study_time", "study_voter");
    private static final List<String> VERDICTS = List.of("first", "second", "tie");
    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    private Study study;
    private StudyFindings findings;
    private StudyTally tally;

    private Path file() {
        return folder.resolve("arena.db");
    }

    private ArenaStore open() {
        return SqliteArenaStore.open(
                file(), new StoreOptions(InstantSource.fixed(StudyFloor.MORNING), new SplittableRandom(7)));
    }

    @BeforeEach
    void fill() {
        try (ArenaStore store = open()) {
            StudyFloor floor = new StudyFloor(store, SEED);
            floor.fill(20, 3);
            study = floor.study("s", "gold: {share: 0.25, identical: true}\nrepeats: {share: 0.3, after: 2}");
            Random chance = new Random(SEED);
            for (JudgeId voter : List.of(floor.voter("ann"), floor.voter("bob"))) {
                for (int vote = 0; vote < 25; vote++) {
                    Battle battle = floor.next(voter, study);
                    floor.pass(Duration.ofMillis(150 + chance.nextInt(20_000)));
                    VoteReceipt receipt = floor.vote(
                            voter, battle, new VoteRequest(VERDICTS.get(chance.nextInt(3)), null, null, null, null));
                    if (chance.nextInt(6) == 0) {
                        assertThat(floor.battles.withdraw(
                                        voter, receipt.reveal().vote()))
                                .isNotNull();
                    }
                }
            }
            findings = store.studies().findings(study.id());
            tally = store.studies().tally(study.id());
        }
        assertThat(findings.voters().values()).anyMatch(voter -> voter.goldRight() > 0);
        assertThat(findings.voters().values()).anyMatch(voter -> voter.repeatSame() > 0);
        assertThat(findings.voters().values()).allMatch(voter -> voter.medianMs() != null);
    }

    @Test
    void open_ofADatabaseFromBefore_countsTheVotesThatAreThere() throws SQLException {
        for (String table : TABLES) {
            Tampering.run(file(), "DROP TABLE " + table);
        }
        assertThat(Tampering.run(file(), "DELETE FROM schema_migration WHERE version IN ('009', '009.1')"))
                .isEqualTo(2);
        Tampering.run(file(), "PRAGMA user_version = 8");

        try (ArenaStore store = open()) {
            assertThat(store.studies().findings(study.id())).isEqualTo(findings);
            StudyTally counted = store.studies().tally(study.id());
            assertThat(counted.decided()).isEqualTo(tally.decided());
            assertThat(counted.open()).isEqualTo(tally.open());
            assertThat(counted.votes().stream().map(StudyCountsOfOldStoresTest::untimed))
                    .containsExactlyInAnyOrderElementsOf(tally.votes().stream()
                            .map(StudyCountsOfOldStoresTest::untimed)
                            .toList());
            // of what counts no more the time may be kept, never a later one than the voter's last
            assertThat(lastOf(counted)).isEqualTo(lastOf(tally));
        }
        assertThat(StoreVerifier.verify(file()).findings()).isEmpty();
    }

    private static StudyTally.Votes untimed(StudyTally.Votes votes) {
        return new StudyTally.Votes(votes.voter(), votes.part(), votes.day(), votes.decided(), votes.count(), 0);
    }

    private static Map<JudgeId, Long> lastOf(StudyTally tally) {
        Map<JudgeId, Long> last = new HashMap<>();
        tally.votes().forEach(votes -> last.merge(votes.voter(), votes.lastMs(), Math::max));
        return last;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE study_day SET votes = votes + 1",
                "UPDATE study_matchup SET votes = votes + 1",
                "UPDATE study_contestant SET battles = battles + 1",
                "DELETE FROM study_time",
                "UPDATE study_voter SET gold_right = gold_right + 1",
                "UPDATE study_voter SET median_ms = median_ms + 1"
            })
    void verify_ofCountsThatWereChanged_saysSo(String change) throws SQLException {
        assertThat(Tampering.run(file(), change)).isPositive();

        assertThat(StoreVerifier.verify(file()).findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(VerifyReport.Check.STUDY_COUNTS);
            assertThat(finding.message()).contains("does not say what the votes of the studies add up to");
        });
    }
}
