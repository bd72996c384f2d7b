package dev.arena.core.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.Vote;
import dev.arena.core.problem.StoreException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.StoreFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What goes wrong in the first week: each gets one clear sentence, and nothing is lost. */
class FirstBadDaysTest {
    @TempDir
    Path temporary;

    @TempDir
    Path elsewhere;

    private Path folder;
    private Path file;

    @BeforeEach
    void name() throws IOException {
        folder = temporary.toRealPath();
        file = folder.resolve("arena.db");
    }

    private static SqliteArenaStore open(Path path) {
        return SqliteArenaStore.open(path, SqliteArenaStoreTest.OPTIONS);
    }

    private Process otherProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith(StoreHolder.SAYS)) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }

    @Test
    void open_whileAnotherProcessHasItOpen_namesThatProcess() throws Exception {
        List<Vote> votes = FilledStore.make(file);
        Process other = otherProcess();
        try {
            assertThat(firstLine(other)).isEqualTo(StoreHolder.SAYS + "open");
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("Another Arena process (process " + other.pid() + ") has " + file
                            + " open: stop it, or name another file with --db.");
            try (SqliteArenaStore reader = SqliteArenaStore.openReadOnly(file)) {
                assertThat(reader.votes().count()).isEqualTo(votes.size());
            }
            StoreBackup.copy(file, folder.resolve("copy.db"));
            assertThat(StoreVerifier.verify(folder.resolve("copy.db")).sound()).isTrue();
            assertThat(StoreVerifier.verify(file).sound()).isTrue();
        } finally {
            other.destroyForcibly();
            assertThat(other.waitFor(180, TimeUnit.SECONDS)).isTrue();
        }
        try (SqliteArenaStore store = open(file)) {
            assertThat(store.votes().count()).isEqualTo(votes.size());
        }
    }

    @Test
    void open_twiceInOneProcess_isRefusedAndTheLockHolds() throws Exception {
        try (SqliteArenaStore store = open(file)) {
            assertThatThrownBy(() -> open(folder.resolve("x/../arena.db").normalize()))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(file + " is open in this process already.");
            Process other = otherProcess();
            try {
                assertThat(firstLine(other))
                        .isEqualTo(StoreHolder.SAYS + "Another Arena process (process "
                                + ProcessHandle.current().pid() + ") has " + file
                                + " open: stop it, or name another file with --db.");
            } finally {
                other.destroyForcibly();
                assertThat(other.waitFor(180, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(store.votes().count()).isZero();
        }
        open(file).close();
    }

    @Test
    void open_ofAReadOnlyFile_saysHowToMendIt() throws Exception {
        FilledStore.make(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        file + " is read-only: give this user write access to it (chmod u+w), or copy it elsewhere.");
        try (SqliteArenaStore store = SqliteArenaStore.openReadOnly(file)) {
            assertThat(store.votes().count()).isEqualTo(13);
        }
    }

    @Test
    void open_inAReadOnlyFolder_saysHowToMendItAndCanBeReadThere() throws Exception {
        FilledStore.make(file);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The folder " + folder
                            + " is read-only, and a database writes files beside itself: give this user write access to it"
                            + " (chmod u+w), or copy the database elsewhere.");
            try (SqliteArenaStore store = SqliteArenaStore.openReadOnly(file)) {
                assertThat(store.votes().count()).isEqualTo(13);
            }
            assertThat(StoreVerifier.verify(file).sound()).isTrue();
            assertThat(folder.resolve("arena.db-shm")).doesNotExist();
            StoreBackup.copy(file, elsewhere.resolve("copy.db"));
            assertThat(StoreVerifier.verify(elsewhere.resolve("copy.db")).sound())
                    .isTrue();
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void open_inAFolderThatDoesNotExist_saysSo() {
        assertThatThrownBy(() -> open(folder.resolve("no/arena.db")))
                .isInstanceOf(UsageException.class)
                .hasMessage("The folder " + folder.resolve("no") + " of the database does not exist: create it first.");
    }

    @Test
    void open_ofAFolder_saysSo() {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder + " is a folder: name a database file in it, such as " + file + ".");
    }

    @Test
    void open_ofAFileThatIsNoDatabase_leavesItAlone() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "Dear diary, today I voted.");
        for (Runnable attempt : List.<Runnable>of(() -> open(text), () -> SqliteArenaStore.openReadOnly(text))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(UsageException.class)
                    .hasMessage(
                            text + " is not an Arena database: it is not a SQLite file. Name another file with --db.");
        }
        assertThat(text).hasContent("Dear diary, today I voted.");
        assertThat(folder.resolve("notes.txt-lock")).doesNotExist();
    }

    @Test
    void open_ofAnotherProgramsDatabase_leavesItAlone() throws Exception {
        FilledStore.withConnection(file, statement -> statement.execute("CREATE TABLE songs (title TEXT)"));
        for (Runnable attempt : List.<Runnable>of(() -> open(file), () -> SqliteArenaStore.openReadOnly(file))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(UsageException.class)
                    .hasMessage(file + " is not an Arena database: it is a SQLite file of another program. Name another"
                            + " file with --db.");
        }
        FilledStore.withConnection(file, statement -> statement.execute("INSERT INTO songs VALUES ('still here')"));
    }

    @Test
    void open_ofAnEmptyFile_makesADatabaseOfIt() throws Exception {
        Files.createFile(file);
        try (SqliteArenaStore store = open(file)) {
            assertThat(store.votes().count()).isZero();
        }
    }

    @Test
    void open_ofANameWithSpecialCharacters_works() {
        Path odd = folder.resolve("a b?c#d%20é.db");
        FilledStore.make(odd);
        assertThat(odd).exists();
        try (SqliteArenaStore store = SqliteArenaStore.openReadOnly(odd)) {
            assertThat(store.votes().count()).isEqualTo(13);
        }
    }

    @Test
    void openReadOnly_withoutADatabase_makesNone() {
        assertThatThrownBy(() -> SqliteArenaStore.openReadOnly(file))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no database " + file + ": name one with --db, or make it with arena import.");
        assertThat(file).doesNotExist();
    }

    @Test
    void openReadOnly_thenWriting_isRefused() {
        FilledStore.make(file);
        try (SqliteArenaStore store = SqliteArenaStore.openReadOnly(file)) {
            assertThatThrownBy(() -> new StoreFixture(store).voter("new"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(file + " is open for reading only: nothing was written.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SQLITE_FULL           | The disk is full: nothing more can be written to x.db. Every acknowledged vote is safe; free some space and try again.
            SQLITE_READONLY_DBMOVED | x.db is read-only: give this user write access to the file and its folder, or copy it elsewhere.
            SQLITE_BUSY           | Another program keeps x.db locked: close it and try again.
            SQLITE_CORRUPT_VTAB   | x.db is damaged (why): run arena verify, and restore a backup.
            SQLITE_NOTADB         | x.db is not an Arena database: it is not a SQLite file. Name another file with --db.
            SQLITE_CANTOPEN       | x.db cannot be opened: this user needs read and write access to the file and its folder.
            SQLITE_IOERR_FSYNC    | Reading or writing x.db failed (why): check the disk. Every acknowledged vote was on disk before it was acknowledged.
            SQLITE_MISUSE         | The database x.db refused: why
            """)
    void translate_ofAnErrorOfSqlite_saysWhatToDo(SQLiteErrorCode code, String sentence) {
        SQLException error = new SQLiteException("why", code);
        assertThat(SqliteErrors.translate(error, Path.of("x.db")))
                .hasMessage(sentence)
                .hasCause(error);
    }

    @Test
    void requireRoom_aDiskWithAFewBytesLeft_isRefusedAndSaysHowMany() {
        Path folder = Path.of("votes");

        assertThatThrownBy(() -> StoreFiles.requireRoom(folder, 4096))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "The disk is full: votes has room for 4096 bytes, fewer than the 1048576 that are kept for votes. Every acknowledged vote"
                                + " is safe; free some space.");
        assertThatCode(() -> StoreFiles.requireRoom(folder, 1 << 20)).doesNotThrowAnyException();
    }
}
