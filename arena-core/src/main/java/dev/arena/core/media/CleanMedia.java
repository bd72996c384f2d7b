package dev.arena.core.media;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * A file that was checked and cleaned, as it is to be stored.
 *
 * @see #read
 */
public final class CleanMedia {
    private final Path file;
    private final MediaType type;
    private final CleanBytes bytes;
    private final String sha256;

    private CleanMedia(Path file, MediaType type, CleanBytes bytes) throws IOException {
        this.file = file;
        this.type = type;
        this.bytes = bytes;
        MessageDigest digest = newSha256();
        forEachPiece(1 << 20, digest::update);
        this.sha256 = HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Checks a file and works out what of it stays. Costs one reading of its structure and one of its bytes.
     *
     * @param claimed what it is said to be
     * @throws MediaProblem where it is something else, too large, damaged, or cannot be cleaned
     * @throws IOException where it cannot be read
     */
    public static CleanMedia read(Path file, MediaType claimed, MediaLimits limits) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            FileBytes bytes = new FileBytes(channel);
            if (bytes.size() == 0) {
                throw new MediaProblem("an empty file", "a file of " + claimed.mediaType(), "Make the file again.");
            }
            MediaType type = recognised(bytes, claimed);
            if (bytes.size() > limits.of(type)) {
                throw new MediaProblem(
                        "a file of " + bytes.size() + " bytes",
                        "at most " + limits.of(type) + " bytes for "
                                + type.kind().word(),
                        "Make it smaller, or raise the limit: 'arena import --help' names the flags.");
            }
            return new CleanMedia(file, type, cleaned(bytes, type));
        }
    }

    private static MediaType recognised(FileBytes bytes, MediaType claimed) throws IOException {
        MediaType found = Signatures.find(bytes)
                .orElseThrow(() -> new MediaProblem(
                        "bytes of no type that is known",
                        "a file of " + claimed.mediaType(),
                        "Convert it to one of " + MediaType.all() + "."));
        boolean sound = found == MediaType.MP4 && claimed == MediaType.M4A;
        if (found != claimed && !sound) {
            throw new MediaProblem(
                    "a file of " + found.mediaType(),
                    "a file of " + claimed.mediaType() + ", as its name or its media_type says",
                    "Correct the name or the media_type.");
        }
        return claimed;
    }

    private static CleanBytes cleaned(FileBytes bytes, MediaType type) throws IOException {
        try {
            return Cleaner.of(type).clean(bytes);
        } catch (FileBytes.EndException | ArithmeticException e) {
            throw MediaProblem.damaged(type, "it ends too early");
        } catch (IllegalArgumentException e) {
            throw MediaProblem.damaged(type, "a part of it is shorter than what belongs into it");
        }
    }

    /** What it is. */
    public MediaType type() {
        return type;
    }

    /** SHA-256 in hex of the cleaned bytes. */
    public String sha256() {
        return sha256;
    }

    /** How many bytes stay. */
    public long size() {
        return bytes.size();
    }

    /**
     * Tells the cleaned bytes in order, in pieces of that size but for the last.
     *
     * @throws IOException where the file cannot be read any more
     */
    public void forEachPiece(int size, Consumer<byte[]> action) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            PieceWriter writer = new PieceWriter(size, action);
            FileBytes source = new FileBytes(channel);
            for (CleanBytes.Piece piece : bytes.pieces()) {
                if (piece instanceof CleanBytes.Kept kept) {
                    copy(source, kept, writer);
                } else if (piece instanceof CleanBytes.New fresh) {
                    writer.write(fresh.bytes(), fresh.bytes().length);
                } else if (piece instanceof CleanBytes.Zeros zeros) {
                    writer.zeros(zeros.length());
                }
            }
            writer.end();
        }
    }

    private static void copy(FileBytes source, CleanBytes.Kept kept, PieceWriter writer) throws IOException {
        long at = kept.from();
        long end = kept.from() + kept.length();
        while (at < end) {
            byte[] part = source.bytes(at, (int) Math.min(1 << 16, end - at));
            writer.write(part, part.length);
            at += part.length;
        }
    }

    /** Cuts what is written into pieces. */
    private static final class PieceWriter {
        private final byte[] piece;
        private final Consumer<byte[]> action;
        private int length;

        PieceWriter(int size, Consumer<byte[]> action) {
            this.piece = new byte[size];
            this.action = action;
        }

        void write(byte[] bytes, int count) {
            int from = 0;
            while (from < count) {
                int part = Math.min(count - from, piece.length - length);
                System.arraycopy(bytes, from, piece, length, part);
                length += part;
                from += part;
                if (length == piece.length) {
                    end();
                }
            }
        }

        void zeros(long count) {
            byte[] none = new byte[(int) Math.min(count, 1 << 16)];
            for (long rest = count; rest > 0; rest -= none.length) {
                write(none, (int) Math.min(rest, none.length));
            }
        }

        void end() {
            if (length > 0) {
                action.accept(Arrays.copyOf(piece, length));
                length = 0;
            }
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
