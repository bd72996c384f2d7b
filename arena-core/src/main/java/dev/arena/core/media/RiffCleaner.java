package dev.arena.core.media;

import java.io.IOException;
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
        long at = HEADER;
        while (at + 8 <= end) {
            String chunk = file.latin(at, 4);
            long length = file.u32le(at + 4);
            if (at + 8 + length > file.size()) {
                throw MediaProblem.damaged(type, "its chunk " + chunk.strip() + " is longer than the file");
            }
            if (kept.contains(chunk)) {
                keep(file, body, at, length);
            }
            at += 8 + length + length % 2;
        }
        return new CleanBytes().keep(0, 4).put(CleanBytes.u32le(body.size())).add(body);
    }

    private static void keep(FileBytes file, CleanBytes body, long at, long length) throws IOException {
        if (file.has(at, "VP8X")) {
            body.keep(at, 8).put((byte) (file.u8(at + 8) & ~METADATA_FLAGS)).keep(at + 9, length - 1);
        } else {
            body.keep(at, 8 + length);
        }
        body.zeros(length % 2);
    }
}
