package dev.arena.core.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * JPEG: of the application segments only those stay that say how to read the colours (JFIF without its thumbnail, a colour profile
 * without its texts, Adobe's transform), and which way up the picture is; comments go, and what follows the end of the picture.
 */
final class JpegCleaner implements Cleaner {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF_LENGTH = 16;

    private static final String PROFILE = "ICC_PROFILE\0";
    /** Where the colours begin in a segment of a profile: after marker, length, mark, number and count. */
    private static final int PROFILE_HEAD = 18;

    private static final int PROFILE_PART = 65_519;

    private boolean framed;
    private boolean scanned;
    private boolean profiled;

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        CleanBytes clean = new CleanBytes().keep(0, 2);
        long at = 2;
        while (true) {
            if (file.u8(at) != 0xFF) {
                throw MediaProblem.damaged(MediaType.JPEG, "no marker at byte " + at);
            }
            int marker = file.u8(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == END) {
                if (!framed || !scanned) {
                    throw MediaProblem.damaged(MediaType.JPEG, "it holds no picture");
                }
                return clean.keep(at, 2);
            }
            if (isBare(marker)) {
                at += 2;
                continue;
            }
            long length = 2L + file.u16(at + 2);
            segment(file, clean, at, length);
            at += length;
            if (marker == SCAN) {
                scanned = true;
                long next = endOfScan(file, at);
                clean.keep(at, next - at);
                at = next;
            }
        }
    }

    private static boolean isBare(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    /** The start of a frame, which says how large the picture is; tables of Huffman codes and of arithmetic coding lie between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void segment(FileBytes file, CleanBytes clean, long at, long length) throws IOException {
        int marker = file.u8(at + 1);
        if (at + length > file.size() || length < 4) {
            throw MediaProblem.damaged(MediaType.JPEG, "a segment is longer than the file");
        }
        if (isFrame(marker)) {
            framed = true;
            Pixels.require(MediaType.JPEG, file.u16(at + 7), file.u16(at + 5));
        }
        if (marker == 0xE2 && file.has(at + 4, PROFILE)) {
            profile(file, clean, at);
        } else if (marker == 0xE0 && file.has(at + 4, "JFIF\0") && length >= 2 + JFIF_LENGTH) {
            clean.put((byte) 0xFF, (byte) 0xE0, (byte) 0, (byte) JFIF_LENGTH)
                    .keep(at + 4, 12)
                    .zeros(2);
        } else if (marker == 0xE1 && file.has(at + 4, ExifOrientation.MARK)) {
            ExifOrientation.find(file, at + 4, length - 4).ifPresent(turn -> clean.put(ExifOrientation.segment(turn)));
        } else if (saysHowItLooks(file, at)) {
            clean.keep(at, length);
        }
    }

    /** The colour profile, whose parts may fill several segments, at the place of the first; without its texts. */
    private void profile(FileBytes file, CleanBytes clean, long first) throws IOException {
        if (profiled) {
            return;
        }
        profiled = true;
        Map<Integer, byte[]> parts = new TreeMap<>();
        long at = first;
        while (file.u8(at) == 0xFF && file.u8(at + 1) != SCAN && file.u8(at + 1) != END) {
            long length = isBare(file.u8(at + 1)) ? 2 : 2L + file.u16(at + 2);
            if (file.u8(at + 1) == 0xE2 && file.has(at + 4, PROFILE) && length >= PROFILE_HEAD) {
                parts.putIfAbsent(
                        file.u8(at + 16), file.bytes(at + PROFILE_HEAD, Math.toIntExact(length - PROFILE_HEAD)));
            }
            at += file.u8(at + 1) == 0xFF ? 1 : length;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.values().forEach(whole::writeBytes);
        byte[] profile = ColourProfile.clean(whole.toByteArray()).orElse(new byte[0]);
        int count = (profile.length + PROFILE_PART - 1) / PROFILE_PART;
        for (int i = 0; i < count; i++) {
            int from = i * PROFILE_PART;
            int length = Math.min(PROFILE_PART, profile.length - from);
            int stated = length + PROFILE_HEAD - 2;
            clean.put((byte) 0xFF, (byte) 0xE2, (byte) (stated >> 8), (byte) stated)
                    .put(PROFILE.getBytes(StandardCharsets.ISO_8859_1))
                    .put((byte) (i + 1), (byte) count)
                    .put(Arrays.copyOfRange(profile, from, from + length));
        }
    }

    private static boolean saysHowItLooks(FileBytes file, long at) throws IOException {
        int marker = file.u8(at + 1);
        return switch (marker) {
            case 0xEE -> file.has(at + 4, "Adobe");
            default -> !isApplication(marker) && marker != COMMENT;
        };
    }

    private static boolean isApplication(int marker) {
        return marker >= 0xE0 && marker <= 0xEF;
    }

    /** Coded data hold no marker but restarts, and 0xFF is followed by 0. */
    private static long endOfScan(FileBytes file, long from) throws IOException {
        long at = from;
        while (true) {
            if (file.u8(at) == 0xFF) {
                int next = file.u8(at + 1);
                if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                    return at;
                }
            }
            at++;
        }
    }
}
