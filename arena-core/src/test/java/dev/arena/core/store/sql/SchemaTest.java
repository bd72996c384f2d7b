package dev.arena.core.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.CallStartId;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.RunId;
import dev.arena.core.problem.StoreException;
import dev.arena.core.store.JudgeLedger;
import dev.arena.core.store.StoreFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final Schema NEXT = new Schema(10, List.of("classpath:db/arena", "classpath:db/third"));
    private static final Schema BROKEN = new Schema(10, List.of("classpath:db/arena", "classpath:db/broken"));
    private static final Schema BROKEN_FIRST = new Schema(1, List.of("classpath:db/brokenfirst"));

    /** A column of each table that has none named id. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("response_text", "turns"),
            Map.entry("seat", "contestant"),
            Map.entry("call_withdrawal", "reason"),
            Map.entry("call_text", "reply"),
            Map.entry("run_round", "reason"),
            Map.entry("media", "size"),
            Map.entry("media_piece", "piece"),
            Map.entry("leak_finding", "spans"),
            Map.entry("invite_end", "ended_ms"),
            Map.entry("role_end", "ended_ms"),
            Map.entry("voter_device", "linked_ms"));

    @TempDir
    Path folder;

    private Path file;
    private Path backup;

    @BeforeEach
    void name() throws IOException {
        file = folder.toRealPath().resolve("arena.db");
        backup = folder.toRealPath().resolve("arena.db.backup-v9-20261122T120000Z");
    }

    private SqliteArenaStore open(Schema schema) {
        return SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS, schema);
    }

    private static String value(SqliteArenaStore store, String sql) {
        return store.write(
                session -> session.handle().createQuery(sql).mapTo(String.class).one());
    }

    @Test
    void open_ofANewDatabase_setsWhatSafetyNeeds() {
        try (SqliteArenaStore store = open(Schema.CURRENT)) {
            assertThat(value(store, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(value(store, "PRAGMA synchronous")).isEqualTo("2");
            assertThat(value(store, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(value(store, "PRAGMA application_id")).isEqualTo("1098016110");
            assertThat(value(store, "PRAGMA user_version")).isEqualTo("9");
        }
    }

    @Test
    void tables_ofTheSchema_areAllStrict() {
        try (SqliteArenaStore store = open(Schema.CURRENT)) {
            String loose = """
                SELECT coalesce(group_concat(name), '')
                FROM pragma_table_list
                WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migration'
                """;
            assertThat(value(store, loose)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vote",
                "battle",
                "seat",
                "call_start",
                "call_withdrawal",
                "judge_call",
                "call_text",
                "probe",
                "run_round",
                "run_end",
                "response",
                "response_text",
                "judge",
                "contestant",
                "media",
                "media_piece",
                "leak_spec",
                "leak_finding",
                "leak_shown",
                "invite",
                "invite_end",
                "role_grant",
                "role_end",
                "device_code",
                "voter_device"
            })
    void update_ofWhatIsAppendOnly_isRefused(String table) throws Exception {
        FilledStore.make(file);
        String column = COLUMNS.getOrDefault(table, "id");
        for (String change : List.of("UPDATE " + table + " SET " + column + " = " + column, "DELETE FROM " + table)) {
            assertThatThrownBy(() -> FilledStore.withConnection(file, statement -> statement.execute(change)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("SQLITE_CONSTRAINT_TRIGGER");
        }
    }

    @Test
    void update_ofAPromptsTurns_isRefused() {
        FilledStore.make(file);
        assertThatThrownBy(() -> FilledStore.withConnection(
                        file, statement -> statement.execute("UPDATE prompt SET turns = '[\"What?\"]'")))
                .hasMessageContaining("prompts keep their key and their turns");
    }

    @Test
    void migrations_ofTheSchema_areNumberedWithoutGaps() throws Exception {
        Path sources = Path.of("src/main/resources/db/arena");
        try (Stream<Path> files = Files.list(sources)) {
            List<String> numbers = files.map(
                            path -> path.getFileName().toString().replaceAll("__.*", ""))
                    .sorted()
                    .toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, Schema.CURRENT.version())
                            .mapToObj("V%03d"::formatted)
                            .toList());
        }
    }

    @Test
    void open_ofAnOlderDatabase_backsItUpAndMigrates() {
        FilledStore.make(file);
        VerifyReport before = StoreVerifier.verify(file);

        try (SqliteArenaStore store = open(NEXT)) {
            assertThat(store.votes().count()).isEqualTo(13);
            assertThat(value(store, "PRAGMA user_version")).isEqualTo("10");
            assertThat(value(store, "SELECT count(*) FROM third")).isEqualTo("0");
        }
        assertThat(StoreVerifier.verify(backup)).isEqualTo(before);
        try (SqliteArenaStore old = SqliteArenaStore.openReadOnly(backup)) {
            assertThat(old.votes().count()).isEqualTo(13);
        }
    }

    @Test
    void open_ofADatabaseOfVersionOne_keepsEveryVoteAndEveryCall() throws Exception {
        String script = Files.readString(Path.of("src/test/resources/db/filled/v001.sql"));
        FilledStore.withConnection(file, statement -> statement.executeUpdate(script));

        try (SqliteArenaStore store = open(Schema.CURRENT)) {
            assertThat(store.votes().count()).isEqualTo(13);
            List<JudgeCall> calls = new ArrayList<>();
            store.calls().scanCalls(new RunId("r1"), calls::add);
            assertThat(calls).hasSize(2);
            JudgeCall failed = calls.get(0);
            assertThat(failed.outcome()).isEqualTo(JudgeCall.Outcome.FAILED);
            assertThat(failed.text().error()).isEqualTo("status 503");
            assertThat(failed.start()).isEqualTo(new CallStartId(1));
            assertThat(failed.attempts()).isEqualTo(3);
            JudgeCall answered = calls.get(1);
            assertThat(answered.reply()).isEqualTo("both are bad");
            assertThat(answered.usage()).isEqualTo(new JudgeCall.Usage(120L, 7L));
            assertThat(answered.costUsd()).isEqualTo(0.25);
            assertThat(answered.startedAt()).isEqualTo(StoreFixture.NOON);
            assertThat(answered.battle()).isEqualTo(failed.battle());
            assertThat(store.calls().storedKeys(List.of(failed.key(), answered.key())))
                    .containsExactly(answered.key());
            JudgeLedger ledger = store.calls().ledgers(new RunId("r1")).get(0);
            assertThat(ledger.calls()).isEqualTo(2);
            assertThat(ledger.attempts()).isEqualTo(5);
            assertThat(ledger.cost()).isEqualTo(new JudgeLedger.Cost(250_000_000_000L, 1, 0));
            assertThat(ledger.openStarts()).isZero();
        }
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
        assertThat(StoreVerifier.verify(file).counts()).isEqualTo(new VerifyReport.Counts(3, 12, 13, 2));
        Path before = file.resolveSibling("arena.db.backup-v1-20261122T120000Z");
        assertThatThrownBy(() -> SqliteArenaStore.openReadOnly(before))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has version 1 and this program needs version 9");
    }

    @Test
    void open_ofACurrentDatabase_takesNoBackup() throws Exception {
        FilledStore.make(file);
        open(Schema.CURRENT).close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("arena.db", "arena.db-lock");
        }
    }

    @Test
    void open_whoseMigrationFails_leavesTheDatabaseAndABackup() {
        FilledStore.make(file);
        assertThatThrownBy(() -> open(BROKEN))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        file + " could not be brought to version 10. It is as it was, and so is its backup " + backup
                                + ". The cause: ")
                .hasMessageContaining("no such table: nowhere");

        assertThat(StoreVerifier.verify(backup).findings()).isEmpty();
        assertThat(StoreVerifier.verify(file).findings()).isEmpty();
        try (SqliteArenaStore store = open(Schema.CURRENT)) {
            assertThat(store.votes().count()).isEqualTo(13);
        }
    }

    @Test
    void open_afterAFirstMigrationThatFailed_startsAgain() {
        assertThatThrownBy(() -> open(BROKEN_FIRST))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(file + " could not be brought to version 1. The cause: ");
        try (SqliteArenaStore store = open(Schema.CURRENT)) {
            assertThat(store.votes().count()).isZero();
        }
    }

    @Test
    void open_ofADatabaseOfANewerArena_isRefusedAndLeftAlone() throws Exception {
        FilledStore.make(file);
        open(NEXT).close();
        byte[] before = Files.readAllBytes(file);
        for (Runnable attempt : List.<Runnable>of(
                () -> open(Schema.CURRENT),
                () -> SqliteArenaStore.openReadOnly(file),
                () -> StoreVerifier.verify(file))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(StoreException.class)
                    .hasMessage(file + " has version 10, made by a newer Arena; this one knows version 9: use the newer"
                            + " Arena, or restore a backup from before.");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
