package dev.arena.core.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.Snapshot;
import dev.arena.core.model.Vote;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.sql.VerifyReport.Check;
import dev.arena.core.store.sql.VerifyReport.Counts;
import dev.arena.core.store.sql.VerifyReport.Finding;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreVerifierTest {
    @TempDir
    Path folder;

    private Path file;
    private List<Vote> votes;

    @BeforeEach
    void fill() {
        file = folder.resolve("arena.db");
        votes = FilledStore.make(file);
    }

    private List<Finding> findings() {
        return StoreVerifier.verify(file).findings().stream()
                .filter(finding -> finding.check() != Check.TRIGGERS)
                .toList();
    }

    private String name(int vote) {
        return "vote " + vote + " (" + votes.get(vote - 1).publicId() + "): ";
    }

    @Test
    void verify_ofASoundDatabase_findsNothingAndCounts() {
        VerifyReport report = StoreVerifier.verify(file);
        assertThat(report.findings()).isEmpty();
        assertThat(report.sound()).isTrue();
        assertThat(report.counts()).isEqualTo(new Counts(3, 12, 13, 2));
    }

    @Test
    void verify_ofANewDatabase_findsNothing() {
        Path empty = folder.resolve("empty.db");
        SqliteArenaStore.open(empty, SqliteArenaStoreTest.OPTIONS).close();
        assertThat(StoreVerifier.verify(empty)).isEqualTo(new VerifyReport(new Counts(0, 0, 0, 0), List.of()));
    }

    @Test
    void verify_ofANewDatabase_knowsEveryTriggerOfTheSchema() {
        try (SqliteArenaStore store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            List<String> triggers = store.write(session -> StoreVerifier.triggers(session.handle()));
            assertThat(new HashSet<>(triggers)).isEqualTo(StoreVerifier.TRIGGERS);
        }
    }

    @Test
    void verify_withoutItsTriggers_namesEach() throws Exception {
        FilledStore.withConnection(file, statement -> statement.execute("DROP TRIGGER vote_update"));
        assertThat(StoreVerifier.verify(file).findings())
                .containsExactly(new Finding(
                        Check.TRIGGERS,
                        "the trigger vote_update is gone: rows it protects may have been changed since"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE vote SET ranks = '2,1,3' WHERE id = 4
            UPDATE vote SET rationale = 'because' WHERE id = 4
            UPDATE vote SET cast_ms = cast_ms + 1 WHERE id = 4
            UPDATE vote SET count = 100 WHERE id = 4
            UPDATE vote SET body_hash = 'x' WHERE id = 4
            UPDATE vote SET judge = 9, idempotency_key = 'z' WHERE id = 4
            UPDATE vote SET public_id = 'x' WHERE id = 4
            UPDATE vote SET row_hash = randomblob(32) WHERE id = 4
            """)
    void verify_ofAChangedVote_namesIt(String change) throws Exception {
        FilledStore.tamper(file, change);
        assertThat(findings())
                .extracting(Finding::message)
                .filteredOn(
                        message -> message.matches("vote 4 \\(.*\\): it does not match its hash: it, its battle or the"
                                + " vote before it was changed from outside"))
                .hasSize(1);
    }

    @Test
    void verify_ofAChangedSnapshot_namesIt() throws Exception {
        Snapshot snapshot;
        try (SqliteArenaStore store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            snapshot = store.snapshots()
                    .put(Snapshot.of("", "", "{\"a\":1}", new Snapshot.Votes(1, "ab".repeat(32)), Instant.EPOCH));
        }
        assertThat(findings()).isEmpty();

        FilledStore.tamper(file, "UPDATE snapshot SET body = '{\"a\":2}'");
        assertThat(findings())
                .containsExactly(new Finding(
                        Check.SNAPSHOTS,
                        "snapshot " + snapshot.id()
                                + ": its board is not the one its hash was made of; changed from outside"));
    }

    @Test
    void verify_ofSwappedSeats_namesTheBattle() throws Exception {
        FilledStore.tamper(
                file,
                "UPDATE seat SET position = 9 WHERE battle = 2 AND position = 1",
                "UPDATE seat SET position = 1 WHERE battle = 2 AND position = 2",
                "UPDATE seat SET position = 2 WHERE battle = 2 AND position = 9");
        assertThat(findings())
                .containsExactly(new Finding(
                        Check.BATTLES,
                        "battle 2: it or its seats are not the ones its hash was made of; changed from outside"));
    }

    @Test
    void verify_ofARehashedBattle_namesTheVoteOnIt() throws Exception {
        FilledStore.tamper(file, "UPDATE battle SET row_hash = zeroblob(32) WHERE id = 2");
        assertThat(findings())
                .extracting(Finding::message)
                .contains(name(2) + "it does not match its hash: it, its"
                        + " battle or the vote before it was changed from outside");
    }

    @Test
    void verify_ofAMissingVote_saysWhichOneIsMissing() throws Exception {
        FilledStore.tamper(file, "DELETE FROM vote WHERE id = 5");
        assertThat(findings())
                .extracting(Finding::message)
                .contains(name(6) + "votes 5 to 5 before it are missing")
                .contains(name(6) + "it does not match its hash: it, its battle or the vote before it was changed from"
                        + " outside");
    }

    @Test
    void verify_ofAMissingSeat_saysHowManyThereAre() throws Exception {
        FilledStore.tamper(file, "DELETE FROM seat WHERE battle = 3 AND position = 2");
        assertThat(findings()).contains(new Finding(Check.BATTLES, "battle 3: has 3 seats, but positions [1, 3]"));
    }

    @Test
    void verify_ofAChangedResponse_namesIt() throws Exception {
        FilledStore.tamper(file, "UPDATE response_text SET turns = '[\"better\"]' WHERE response = 2");
        assertThat(findings())
                .containsExactly(new Finding(
                        Check.RESPONSES,
                        "response 2: its text is not the one its hash was made of; it was changed from outside"));
    }

    @Test
    void verify_ofAChangedFile_namesIt() throws Exception {
        FilledStore.tamper(file, "UPDATE media_piece SET bytes = x'02'");
        assertThat(findings())
                .containsExactly(new Finding(
                        Check.MEDIA,
                        "file 4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a: its bytes are not the ones"
                                + " its hash was made of; they were changed from outside"));
    }

    @Test
    void verify_ofAnAttachmentWithoutItsFile_namesItsOwner() throws Exception {
        FilledStore.tamper(
                file,
                "UPDATE prompt SET attachments = json_array(json_array('image/png', 'a.png', 'abc')) WHERE id = 1");
        assertThat(findings()).containsExactly(new Finding(Check.MEDIA, "prompt 1: its file abc is not stored"));
    }

    @Test
    void verify_ofADanglingReference_namesTheRow() throws Exception {
        FilledStore.tamper(file, "DELETE FROM run");
        assertThat(findings())
                .extracting(Finding::message)
                .contains("row 1 of table judge_call refers to a row of table run that is not there");
    }

    @Test
    void verify_ofAResponseInAnotherContestantsSeat_namesTheSeat() throws Exception {
        FilledStore.tamper(file, "UPDATE seat SET response = 3 WHERE battle = 1 AND position = 1");
        assertThat(findings())
                .contains(new Finding(
                        Check.BATTLES,
                        "battle 1: the response in position 1 is not its contestant's, or not to the battle's prompt"));
    }

    @Test
    void verify_ofAVoteThatReplacesAWithdrawal_namesIt() throws Exception {
        FilledStore.tamper(
                file, "UPDATE vote SET kind = 'abstention', reason = 'withdrawn', ranks = NULL WHERE id = 1");
        assertThat(findings())
                .contains(new Finding(Check.SUPERSEDED_VOTES, name(11) + "it supersedes vote 1, a withdrawal"));
    }

    @Test
    void verify_ofAVoteThatReplacesAnother_namesIt() throws Exception {
        FilledStore.tamper(file, "UPDATE vote SET supersedes = 3 WHERE id = 11");
        assertThat(findings())
                .contains(new Finding(
                        Check.SUPERSEDED_VOTES,
                        name(11) + "it supersedes vote 3, which is not the judge's vote before on this battle"));
    }

    @Test
    void verify_ofRanksThatDoNotFit_saysSo() throws Exception {
        FilledStore.tamper(file, "UPDATE vote SET ranks = '1,2' WHERE id = 7");
        assertThat(findings())
                .contains(new Finding(
                        Check.VERDICTS, name(7) + "a ranking of 2 positions does not fit battle 7 with 3 seats"));
    }

    @Test
    void verify_ofABattleReopenedAfterItsVote_namesIt() throws Exception {
        FilledStore.tamper(
                file, "INSERT INTO open_battle (voter, study, battle) SELECT voter, 0, id FROM battle WHERE id = 2");
        assertThat(findings())
                .contains(new Finding(
                        Check.BATTLES,
                        "battle 2: counts as open for a voter whom it was not drawn for, in a study that is not its own, or"
                                + " who has voted on it"));
    }

    @Test
    void verify_ofOneFlippedByte_namesTheVoteThatHoldsIt() throws Exception {
        byte[] all = Files.readAllBytes(file);
        int at = indexOf(all, votes.get(10).publicId().getBytes(StandardCharsets.US_ASCII));
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(at);
            raw.write(all[at] ^ 1);
        }
        assertThat(findings())
                .extracting(Finding::message)
                .anySatisfy(
                        message -> assertThat(message).startsWith("vote 11 (").contains("it does not match its hash"));
    }

    @Test
    void verify_ofAPageOfRubbish_saysThatTheFileIsDamaged() throws Exception {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] rubbish = new byte[4096];
            Arrays.fill(rubbish, (byte) 0x5a);
            raw.seek(raw.length() / 4096 / 2 * 4096);
            raw.write(rubbish);
        }
        assertThat(StoreVerifier.verify(file).findings())
                .extracting(Finding::check)
                .contains(Check.FILE);
    }

    @Test
    void verify_ofAnotherFile_isAUsageError() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a database at all");
        assertThatThrownBy(() -> StoreVerifier.verify(text))
                .isInstanceOf(UsageException.class)
                .hasMessage(text.toRealPath()
                        + " is not an Arena database: it is not a SQLite file. Name another file with --db.");
        assertThatThrownBy(() -> StoreVerifier.verify(folder.resolve("none.db")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("There is no database ");
    }

    /** Where in the table's own pages the public id of vote 11 is, and not in the index on it. */
    private static int indexOf(byte[] all, byte[] text) {
        for (int at = 0; at + text.length <= all.length; at++) {
            boolean found = true;
            for (int i = 0; i < text.length && found; i++) {
                found = all[at + i] == text[i];
            }
            // An index entry goes on with the number of the row.
            if (found && all[at + text.length] != 11) {
                return at;
            }
        }
        throw new AssertionError("the text is not in the file");
    }
}
