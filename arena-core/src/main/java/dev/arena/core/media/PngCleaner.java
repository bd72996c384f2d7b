package dev.arena.core.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * PNG: keeps the chunks that say how the picture looks, and nothing behind its end. Of a colour profile its texts go, and its name is
 * replaced.
 */
final class PngCleaner implements Cleaner {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int HEAD = 13;
    private static final int WINDOW = 1 << 16;
    private static final int LONGEST_NAME = 79;
    private static final byte[] PROFILE_NAME = {'i', 'c', 'c'};
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
            "pHYs", "acTL", "fcTL", "fdAT");

    private boolean headed;
    private boolean pictured;

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        CleanBytes clean = new CleanBytes().keep(0, SIGNATURE);
        long at = SIGNATURE;
        while (true) {
            long length = file.u32(at);
            String type = file.latin(at + 4, 4);
            if (at + FRAME + length > file.size()) {
                throw damaged("its chunk " + type + " is longer than the file");
            }
            if (KEPT.contains(type)) {
                check(file, type, at, length);
                clean.keep(at, FRAME + length);
            } else if (type.equals("iCCP")) {
                profile(file.bytes(at + 8, Math.toIntExact(length))).ifPresent(clean::put);
            }
            at += FRAME + length;
            if (type.equals("IEND")) {
                if (!pictured) {
                    throw damaged("it holds no picture");
                }
                return clean;
            }
        }
    }

    private static MediaProblem damaged(String what) {
        return MediaProblem.damaged(MediaType.PNG, what);
    }

    /** A chunk that stays: whole, and in its place. */
    private void check(FileBytes file, String type, long at, long length) throws IOException {
        boolean head = type.equals("IHDR");
        if (head == headed || (head && length != HEAD)) {
            throw damaged(headed ? "it has two heads (IHDR)" : "it does not begin with its head (IHDR)");
        }
        if (head) {
            headed = true;
            Pixels.require(MediaType.PNG, file.u32(at + 8), file.u32(at + 12));
        }
        pictured |= type.equals("IDAT");
        CRC32 crc = new CRC32();
        for (long from = at + 4; from < at + 8 + length; from += WINDOW) {
            crc.update(file.bytes(from, (int) Math.min(WINDOW, at + 8 + length - from)));
        }
        if (crc.getValue() != file.u32(at + 8 + length)) {
            throw damaged("the check sum of its chunk " + type + " is wrong");
        }
    }

    /** The chunk of a colour profile without its texts, under a name that says nothing; empty where it is no profile. */
    private static Optional<byte[]> profile(byte[] chunk) {
        int end = 0;
        while (end < chunk.length && chunk[end] != 0) {
            end++;
        }
        if (end + 2 > chunk.length || end > LONGEST_NAME) {
            throw damaged("its colour profile has no name");
        }
        return ColourProfile.clean(inflated(chunk, end + 2)).map(PngCleaner::chunk);
    }

    private static byte[] inflated(byte[] chunk, int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, from, chunk.length - from);
            ByteArrayOutputStream profile = new ByteArrayOutputStream();
            byte[] part = new byte[WINDOW];
            while (!inflater.finished() && profile.size() <= ColourProfile.LONGEST) {
                int count = inflater.inflate(part);
                if (count == 0) {
                    throw damaged("its colour profile is cut short");
                }
                profile.write(part, 0, count);
            }
            return profile.toByteArray();
        } catch (DataFormatException e) {
            throw damaged("its colour profile cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    private static byte[] chunk(byte[] profile) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("iCCP".getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(PROFILE_NAME);
        body.write(0);
        body.write(0);
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(profile);
            deflater.finish();
            byte[] part = new byte[WINDOW];
            while (!deflater.finished()) {
                body.write(part, 0, deflater.deflate(part));
            }
        } finally {
            deflater.end();
        }
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(CleanBytes.u32(body.size() - 4L));
        chunk.writeBytes(body.toByteArray());
        chunk.writeBytes(CleanBytes.u32(crc.getValue()));
        return chunk.toByteArray();
    }
}
