package dev.arena.core.judge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over several texts, each with its length, so that moving a character from one to the next changes the hash. */
public final class Hash {
    private static final int BUFFER = 1 << 16;

    private Hash() {}

    /** The hash as 64 hexadecimal digits. */
    public static String of(String... parts) {
        return HexFormat.of().formatHex(digest(parts));
    }

    /** The same as {@link #of(String...)} with all pieces joined as the last part, without joining them; they are gone through twice. */
    public static String of(List<String> parts, Iterable<String> pieces) {
        long length = 0;
        for (String piece : pieces) {
            length += piece.getBytes(StandardCharsets.UTF_8).length;
        }
        MessageDigest digest = begun(parts.toArray(new String[0]));
        digest.update((length + ":").getBytes(StandardCharsets.UTF_8));
        for (String piece : pieces) {
            digest.update(piece.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of a file's bytes as 64 hexadecimal digits. */
    public static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first 64 bits of the hash, for seeds. */
    public static long seed(String... parts) {
        long seed = 0;
        byte[] digest = digest(parts);
        for (int i = 0; i < Long.BYTES; i++) {
            seed = seed << Byte.SIZE | (digest[i] & 0xff);
        }
        return seed;
    }

    private static byte[] digest(String... parts) {
        return begun(parts).digest();
    }

    private static MessageDigest begun(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
