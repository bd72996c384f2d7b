package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.BattleStore;
import dev.arena.core.store.CallStore;
import dev.arena.core.store.CatalogStore;
import dev.arena.core.store.CountStore;
import dev.arena.core.store.JudgeStore;
import dev.arena.core.store.LeakStore;
import dev.arena.core.store.MediaStore;
import dev.arena.core.store.PeopleStore;
import dev.arena.core.store.PublicIds;
import dev.arena.core.store.QualityStore;
import dev.arena.core.store.RunStore;
import dev.arena.core.store.SearchStore;
import dev.arena.core.store.SnapshotStore;
import dev.arena.core.store.StudyStore;
import dev.arena.core.store.VoteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store in a SQLite file. One process writes to it; others may read it meanwhile. */
public final class SqliteArenaStore implements ArenaStore {
    private static final int SALT_BYTES = 32;

    private final SqlReader reader;
    private final UnitWriter writer;
    private final @Nullable StoreLock lock;
    private final byte[] salt;
    private final @Nullable Path folder;
    private final SqlCatalog catalog;
    private final SqlJudges judges;
    private final SqlBattles battles;
    private final SqlVotes votes;
    private final SqlRuns runs;
    private final SqlCalls calls;
    private final SqlCounts counts;
    private final SqlQuality quality;
    private final SqlSnapshots snapshots;
    private final SqlSearch search;
    private final SqlStudies studies;
    private final SqlPeople people;
    private final SqlMedia media;
    private final SqlLeaks leaks;

    private SqliteArenaStore(
            SqlReader reader, UnitWriter writer, @Nullable StoreLock lock, byte[] salt, @Nullable Path folder) {
        this.reader = reader;
        this.writer = writer;
        this.lock = lock;
        this.salt = salt;
        this.folder = folder;
        this.catalog = new SqlCatalog(reader, writer);
        this.judges = new SqlJudges(reader, writer);
        this.battles = new SqlBattles(reader, writer);
        this.votes = new SqlVotes(reader, writer);
        this.runs = new SqlRuns(reader, writer);
        this.calls = new SqlCalls(reader, writer);
        this.counts = new SqlCounts(reader, writer);
        this.quality = new SqlQuality(reader, writer);
        this.snapshots = new SqlSnapshots(reader, writer);
        this.search = new SqlSearch(reader, writer);
        this.studies = new SqlStudies(reader, writer);
        this.people = new SqlPeople(reader, writer);
        this.media = new SqlMedia(reader, writer);
        this.leaks = new SqlLeaks(reader, writer);
    }

    /**
     * Opens a database for reading and writing: made when new, brought up to date when old (after a backup beside it, named
     * {@code <file>.backup-v<old version>-<time>}).
     *
     * @throws dev.arena.core.problem.UsageException if the path cannot be a database: a folder, in a folder that does not exist,
     *     or a file of another program
     * @throws StoreException if another process has it open, it may not be written, it is damaged, or a newer Arena made it
     */
    public static SqliteArenaStore open(Path file, StoreOptions options) {
        return open(file, options, Schema.CURRENT);
    }

    static SqliteArenaStore open(Path file, StoreOptions options, Schema schema) {
        Path real = StoreFiles.resolve(file);
        StoreFiles.requireSqlite(real);
        StoreFiles.requireWritable(real);
        StoreLock lock = StoreLock.of(real, options.holder());
        try {
            return open(real, options, schema, lock);
        } catch (SQLException failure) {
            lock.close();
            throw SqliteErrors.translate(failure, file);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static SqliteArenaStore open(Path file, StoreOptions options, Schema schema, StoreLock lock)
            throws SQLException {
        Connection connection = SqliteConnections.writer(file);
        try {
            schema.prepare(file, connection, options.clock().instant());
            makeArenaRow(connection, options);
            byte[] salt = readSalt(connection);
            Transactions transactions = new Transactions(file, connection, new PublicIds(options.chance()));
            SqlWriter writer = new SqlWriter(file, transactions);
            writer.start();
            return new SqliteArenaStore(
                    new SqlReader(file, SqliteConnections::reader, writer::ownSession),
                    writer,
                    lock,
                    salt,
                    file.toAbsolutePath().getParent());
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /**
     * Opens a database for reading only, also while another process writes to it; a write is a {@link StoreException}.
     *
     * @throws dev.arena.core.problem.UsageException if there is no such file, or it is of another program
     * @throws StoreException if its version is not the one this program knows
     */
    public static SqliteArenaStore openReadOnly(Path file) {
        Path real = StoreFiles.resolve(file);
        StoreFiles.requireExisting(real);
        StoreFiles.requireSqlite(real);
        SqlReader.Opener opener = SqliteConnections.readOpener(real);
        try (Connection connection = opener.open(real)) {
            Schema.CURRENT.requireCurrent(real, connection);
            byte[] salt = readSalt(connection);
            return new SqliteArenaStore(
                    new SqlReader(real, opener, () -> null), new ReadOnlyWriter(file), null, salt, null);
        } catch (SQLException failure) {
            throw SqliteErrors.translate(failure, file);
        }
    }

    private static void makeArenaRow(Connection connection, StoreOptions options) throws SQLException {
        if (!SqliteConnections.value(connection, "SELECT count(*) FROM arena").equals("0")) {
            return;
        }
        byte[] id = new byte[16];
        byte[] fresh = new byte[SALT_BYTES];
        options.chance().nextBytes(id);
        options.chance().nextBytes(fresh);
        String sql = """
            INSERT INTO arena (id, store_id, salt, catalog_revision, created_ms)
            VALUES (1, ?, ?, 0, ?)
            """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, HexFormat.of().formatHex(id));
            insert.setBytes(2, fresh);
            insert.setLong(3, options.clock().millis());
            insert.executeUpdate();
        }
    }

    private static byte[] readSalt(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT salt FROM arena WHERE id = 1")) {
            if (!rows.next()) {
                throw new SQLException("the table arena has no row");
            }
            return rows.getBytes(1);
        }
    }

    @Override
    public CatalogStore catalog() {
        return catalog;
    }

    @Override
    public JudgeStore judges() {
        return judges;
    }

    @Override
    public BattleStore battles() {
        return battles;
    }

    @Override
    public VoteStore votes() {
        return votes;
    }

    @Override
    public RunStore runs() {
        return runs;
    }

    @Override
    public CallStore calls() {
        return calls;
    }

    @Override
    public CountStore counts() {
        return counts;
    }

    @Override
    public QualityStore quality() {
        return quality;
    }

    @Override
    public SnapshotStore snapshots() {
        return snapshots;
    }

    @Override
    public SearchStore search() {
        return search;
    }

    @Override
    public StudyStore studies() {
        return studies;
    }

    @Override
    public PeopleStore people() {
        return people;
    }

    @Override
    public MediaStore media() {
        return media;
    }

    @Override
    public LeakStore leaks() {
        return leaks;
    }

    @Override
    public long revision() {
        return reader.readHot(SqliteArenaStore::revision);
    }

    @Override
    public long catalogRevision() {
        return reader.readHot(hot -> hot.of("""
                        SELECT catalog_revision
                        FROM arena
                        """).findFirst(rs -> rs.getLong(1)).orElseThrow());
    }

    private static long revision(HotStatements hot) {
        return hot.of("""
            SELECT a.catalog_revision + (SELECT coalesce(max(v.id), 0) FROM vote v)
            FROM arena a
            """).findFirst(rs -> rs.getLong(1)).orElseThrow();
    }

    @Override
    public void requireWritable() {
        if (folder != null) {
            StoreFiles.requireRoom(folder, folder.toFile().getUsableSpace());
        }
        // SQLite writes the page to the log although the value stays the same.
        int unused = writer.write(
                session -> session.handle().execute("UPDATE arena SET created_ms = created_ms WHERE id = 1"));
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return writer.write(session -> work.get());
    }

    /** Runs a unit of work on the writer's thread, for tests of what can go wrong there. */
    <T> T write(UnitWriter.Work<T> work) {
        return writer.write(work);
    }

    @Override
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
        if (lock != null) {
            lock.close();
        }
    }
}
