package dev.arena.core.store.sql;

import dev.arena.core.model.Media;
import dev.arena.core.store.MediaRules;
import dev.arena.core.store.MediaStore;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

final class SqlMedia implements MediaStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlMedia(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public boolean put(Media media, Pieces pieces) {
        return writer.write(session -> {
            if (find(session.handle(), media.sha256()).isPresent()) {
                return false;
            }
            insert(session.handle(), media);
            MediaRules rules = new MediaRules(media);
            AtomicInteger number = new AtomicInteger();
            pieces.forEach(piece -> {
                rules.take(piece);
                session.hot()
                        .of("""
                        INSERT INTO media_piece (sha256, piece, bytes)
                        VALUES (:sha256, :piece, :bytes)
                        """)
                        .bind("sha256", media.sha256())
                        .bind("piece", (long) number.getAndIncrement())
                        .bind("bytes", piece)
                        .execute();
            });
            rules.requireWhole();
            return true;
        });
    }

    private static void insert(Handle handle, Media media) {
        handle.createUpdate("""
                        INSERT INTO media (sha256, media_type, size)
                        VALUES (:sha256, :media_type, :size)
                        """)
                .bind("sha256", media.sha256())
                .bind("media_type", media.mediaType())
                .bind("size", media.size())
                .execute();
    }

    @Override
    public Optional<Media> find(String sha256) {
        return reader.read(handle -> find(handle, sha256));
    }

    private static Optional<Media> find(Handle handle, String sha256) {
        return handle.createQuery("""
                        SELECT sha256, media_type, size
                        FROM media
                        WHERE sha256 = :sha256
                        """)
                .bind("sha256", sha256)
                .map((rs, context) -> new Media(rs.getString(1), rs.getString(2), rs.getLong(3)))
                .findOne();
    }

    @Override
    public byte[] readPiece(String sha256, int piece) {
        return reader.read(handle -> handle.createQuery("""
                        SELECT bytes
                        FROM media_piece
                        WHERE sha256 = :sha256 AND piece = :piece
                        """)
                .bind("sha256", sha256)
                .bind("piece", piece)
                .map((rs, context) -> rs.getBytes(1))
                .findOne()
                .orElseThrow(() -> new NoSuchElementException("no piece " + piece + " of " + sha256)));
    }
}
