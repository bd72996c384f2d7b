package dev.arena.core.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG: keeps the chunks that say how the picture looks, and nothing behind its end. The name of a colour profile is replaced. */
final class PngCleaner implements Cleaner {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int LONGEST_NAME = 79;
    private static final byte[] PROFILE_NAME = {'i', 'c', 'c'};
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
            "pHYs", "acTL", "fcTL", "fdAT");

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        CleanBytes clean = new CleanBytes().keep(0, SIGNATURE);
        long at = SIGNATURE;
        while (true) {
            long length = file.u32(at);
            String type = file.latin(at + 4, 4);
            if (at + FRAME + length > file.size()) {
                throw MediaProblem.damaged(MediaType.PNG, "its chunk " + type + " is longer than the file");
            }
            if (KEPT.contains(type)) {
                clean.keep(at, FRAME + length);
            } else if (type.equals("iCCP")) {
                clean.put(renamed(file.bytes(at + 8, Math.toIntExact(length))));
            }
            at += FRAME + length;
            if (type.equals("IEND")) {
                return clean;
            }
        }
    }

    /** The chunk of a colour profile under a name that says nothing. */
    private static byte[] renamed(byte[] profile) {
        int end = 0;
        while (end < profile.length && profile[end] != 0) {
            end++;
        }
        if (end == profile.length || end > LONGEST_NAME) {
            throw MediaProblem.damaged(MediaType.PNG, "its colour profile has no name");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("iCCP".getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(PROFILE_NAME);
        body.write(profile, end, profile.length - end);
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(CleanBytes.u32(body.size() - 4L));
        chunk.writeBytes(body.toByteArray());
        chunk.writeBytes(CleanBytes.u32(crc.getValue()));
        return chunk.toByteArray();
    }
}
