package dev.arena.core.store.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the columns of a row. Every value goes in with its type and, for text, its length, so that no two rows
 * give the same bytes. Used by one thread.
 */
final class RowHash {
    private final MessageDigest digest = newSha256();
    private final ByteBuffer number = ByteBuffer.allocate(1 + Long.BYTES);

    RowHash add(long value) {
        return add('i', value);
    }

    RowHash add(@Nullable Number value) {
        if (value == null) {
            return add('n', 0);
        }
        return value instanceof Double real ? add('r', Double.doubleToLongBits(real)) : add('i', value.longValue());
    }

    RowHash add(@Nullable String text) {
        if (text == null) {
            return add('n', 0);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add('t', bytes.length);
        digest.update(bytes);
        return this;
    }

    /** The hash in hex of what was added; this object is ready for the next row. */
    String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A hash as its column holds it. */
    static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }

    /** A hash from its column. */
    static String read(ResultSet rs, int column) throws SQLException {
        return HexFormat.of().formatHex(rs.getBytes(column));
    }

    private RowHash add(char type, long value) {
        number.clear();
        number.put((byte) type).putLong(value);
        digest.update(number.array());
        return this;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
