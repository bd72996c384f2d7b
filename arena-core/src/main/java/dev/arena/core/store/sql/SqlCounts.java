package dev.arena.core.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.arena.core.model.VoteId;
import dev.arena.core.store.CountStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

final class SqlCounts implements CountStore {
    private static final String HASH_OF_VOTE = """
            SELECT row_hash
            FROM vote
            WHERE id = :vote
            """;

    private final SqlReader reader;
    private final UnitWriter writer;

    SqlCounts(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** A row of the table. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(Piece piece, byte[] lastHash, byte[] contentHash) {}

    @Override
    public boolean add(Piece piece) {
        return !(writer instanceof ReadOnlyWriter) && writer.write(session -> add(session.hot(), piece));
    }

    private static boolean add(HotStatements hot, Piece piece) {
        long before = hot.of("""
                SELECT coalesce(max(number), 0)
                FROM count_piece
                """).findFirst(rs -> rs.getLong(1)).orElse(0L);
        Optional<byte[]> vote = hashOfVote(hot, piece.last());
        if (before + 1 != piece.number() || vote.isEmpty()) {
            return false;
        }
        byte[] chain = contentHash(hot, before).orElseGet(() -> new byte[0]);
        hot.of("""
                INSERT INTO count_piece (number, format, last_vote, last_hash, content_hash, content)
                VALUES (:number, :format, :last_vote, :last_hash, :content_hash, :content)
                """)
                .bind("number", piece.number())
                .bind("format", piece.format())
                .bind("last_vote", piece.last().value())
                .bind("last_hash", vote.get())
                .bind("content_hash", contentHash(chain, piece))
                .bind("content", piece.content())
                .execute();
        return true;
    }

    @Override
    public Optional<Piece> find(int number) {
        return reader.readHot(hot -> find(hot, number));
    }

    private static Optional<Piece> find(HotStatements hot, int number) {
        Optional<Row> row = row(hot, number);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Piece piece = row.get().piece();
        byte[] chain = number == 1 ? new byte[0] : contentHash(hot, number - 1).orElseGet(() -> new byte[0]);
        boolean sound = Arrays.equals(contentHash(chain, piece), row.get().contentHash())
                && hashOfVote(hot, piece.last())
                        .map(hash -> Arrays.equals(hash, row.get().lastHash()))
                        .orElse(false);
        return sound ? Optional.of(piece) : Optional.empty();
    }

    private static Optional<byte[]> hashOfVote(HotStatements hot, VoteId vote) {
        return hot.of(HASH_OF_VOTE).bind("vote", vote.value()).findFirst(rs -> rs.getBytes(1));
    }

    private static Optional<Row> row(HotStatements hot, int number) {
        return hot.of("""
                SELECT format, last_vote, content, last_hash, content_hash
                FROM count_piece
                WHERE number = :number
                """)
                .bind("number", number)
                .findFirst(rs -> new Row(
                        new Piece(number, rs.getInt(1), new VoteId(rs.getLong(2)), rs.getBytes(3)),
                        rs.getBytes(4),
                        rs.getBytes(5)));
    }

    private static Optional<byte[]> contentHash(HotStatements hot, long number) {
        return hot.of("""
                SELECT content_hash
                FROM count_piece
                WHERE number = :number
                """).bind("number", number).findFirst(rs -> rs.getBytes(1));
    }

    private static byte[] contentHash(byte[] before, Piece piece) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(before);
            sha256.update(
                    (piece.number() + " " + piece.format() + " " + piece.last().value() + " ").getBytes(UTF_8));
            return sha256.digest(piece.content());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void clear() {
        if (!(writer instanceof ReadOnlyWriter)) {
            boolean unused = writer.write(session -> {
                session.hot().of("DELETE FROM count_piece").execute();
                return true;
            });
        }
    }
}
