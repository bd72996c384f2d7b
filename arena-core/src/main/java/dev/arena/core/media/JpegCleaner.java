package dev.arena.core.media;

import java.io.IOException;

/**
 * JPEG: of the application segments only those stay that say how to read the colours (JFIF without its thumbnail, a colour profile,
 * Adobe's transform), and which way up the picture is; comments go, and what follows the end of the picture.
 */
final class JpegCleaner implements Cleaner {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF_LENGTH = 16;

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
                long next = endOfScan(file, at);
                clean.keep(at, next - at);
                at = next;
            }
        }
    }

    private static boolean isBare(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    private static void segment(FileBytes file, CleanBytes clean, long at, long length) throws IOException {
        int marker = file.u8(at + 1);
        if (at + length > file.size() || length < 4) {
            throw MediaProblem.damaged(MediaType.JPEG, "a segment is longer than the file");
        }
        if (marker == 0xE0 && file.has(at + 4, "JFIF\0") && length >= 2 + JFIF_LENGTH) {
            clean.put((byte) 0xFF, (byte) 0xE0, (byte) 0, (byte) JFIF_LENGTH)
                    .keep(at + 4, 12)
                    .zeros(2);
        } else if (marker == 0xE1 && file.has(at + 4, ExifOrientation.MARK)) {
            ExifOrientation.find(file, at + 4, length - 4).ifPresent(turn -> clean.put(ExifOrientation.segment(turn)));
        } else if (saysHowItLooks(file, at)) {
            clean.keep(at, length);
        }
    }

    private static boolean saysHowItLooks(FileBytes file, long at) throws IOException {
        int marker = file.u8(at + 1);
        return switch (marker) {
            case 0xE2 -> file.has(at + 4, "ICC_PROFILE\0");
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
