package dev.arena.core.media;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** WebP and WAV: keeps the chunks of picture and sound. EXIF, XMP, lists of information, broadcast and ID3 chunks go. */
final class RiffCleaner implements Cleaner {
    private static final int HEADER = 12;
    private static final int METADATA_FLAGS = 0x0C;
    private static final Set<String> PICTURE = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final Set<String> SOUND = Set.of("fmt ", "fact", "data");

    private final MediaType type;
    private final Set<String> kept;

    RiffCleaner(MediaType type) {
        this.type = type;
        this.kept = type == MediaType.WEBP ? PICTURE : SOUND;
    }

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        long end = Math.min(file.size(), 8 + file.u32le(4));
        CleanBytes body = new CleanBytes().keep(8, 4);
        Set<String> seen = new HashSet<>();
        long at = HEADER;
        while (at + 8 <= end) {
            String chunk = file.latin(at, 4);
            long length = file.u32le(at + 4);
            if (at + 8 + length > file.size()) {
                throw MediaProblem.damaged(type, "its chunk " + chunk.strip() + " is longer than the file");
            }
            if (kept.contains(chunk)) {
                seen.add(chunk);
                Sizes.check(file, chunk, at + 8, length);
                keep(file, body, at, length);
            }
            at += 8 + length + length % 2;
        }
        boolean whole = type == MediaType.WAV
                ? seen.containsAll(Set.of("fmt ", "data"))
                : seen.contains("VP8 ") || seen.contains("VP8L") || seen.contains("ANMF");
        if (!whole) {
            throw MediaProblem.damaged(
                    type, "it holds no " + (type == MediaType.WAV ? "format or no sound" : "picture"));
        }
        return new CleanBytes().keep(0, 4).put(CleanBytes.u32le(body.size())).add(body);
    }

    private static void keep(FileBytes file, CleanBytes body, long at, long length) throws IOException {
        if (file.has(at, "VP8X")) {
            body.keep(at, 8).put((byte) (file.u8(at + 8) & ~METADATA_FLAGS)).keep(at + 9, length - 1);
        } else if (file.has(at, "ICCP")) {
            byte[] profile = ColourProfile.clean(file.bytes(at + 8, Math.toIntExact(length)))
                    .orElseThrow(() -> MediaProblem.damaged(MediaType.WEBP, "its colour profile cannot be read"));
            body.keep(at, 4).put(CleanBytes.u32le(profile.length)).put(profile).zeros(profile.length % 2);
            return;
        } else {
            body.keep(at, 8 + length);
        }
        body.zeros(length % 2);
    }

    /** How large the pictures of a WebP file are, by the chunk that says it. */
    private static final class Sizes {
        private static final int LOSSY_HEAD = 10;
        private static final int LOSSLESS_HEAD = 5;
        private static final int EXTENDED = 10;
        private static final int BITS_14 = 0x3FFF;

        private Sizes() {}

        static void check(FileBytes file, String chunk, long at, long length) throws IOException {
            if (chunk.equals("VP8X") && length >= EXTENDED) {
                require(1 + u24le(file, at + 4), 1 + u24le(file, at + 7));
            } else if (chunk.equals("VP8 ")) {
                requireLength(length, LOSSY_HEAD);
                require(file.u32le(at + 6) & BITS_14, file.u32le(at + 6) >> 16 & BITS_14);
            } else if (chunk.equals("VP8L")) {
                requireLength(length, LOSSLESS_HEAD);
                require(1 + (file.u32le(at + 1) & BITS_14), 1 + (file.u32le(at + 1) >> 14 & BITS_14));
            }
        }

        private static void require(long width, long height) {
            Pixels.require(MediaType.WEBP, width, height);
        }

        private static void requireLength(long length, int least) {
            if (length < least) {
                throw MediaProblem.damaged(MediaType.WEBP, "its picture is cut short");
            }
        }

        private static long u24le(FileBytes file, long at) throws IOException {
            return file.u8(at) | (long) file.u8(at + 1) << 8 | (long) file.u8(at + 2) << 16;
        }
    }
}
