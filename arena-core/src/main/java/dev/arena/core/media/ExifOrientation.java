package dev.arena.core.media;

import java.io.IOException;
import java.util.Optional;

/** The one number of EXIF that says how a picture looks: which way up it is. */
final class ExifOrientation {
    static final String MARK = "Exif\0\0";

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;

    private ExifOrientation() {}

    /** The orientation, where it is given and not upright. */
    static Optional<Integer> find(FileBytes file, long exif, long length) throws IOException {
        long tiff = exif + MARK.length();
        long end = exif + length;
        boolean little = file.has(tiff, "II");
        if (tiff + 8 > end || (!little && !file.has(tiff, "MM"))) {
            return Optional.empty();
        }
        long directory = tiff + (little ? file.u32le(tiff + 4) : file.u32(tiff + 4));
        if (directory + 2 > end) {
            return Optional.empty();
        }
        int entries = u16(file, directory, little);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) ENTRY * i;
            if (entry + ENTRY > end) {
                return Optional.empty();
            }
            if (u16(file, entry, little) == TAG) {
                int value = u16(file, entry + 8, little);
                return value > UPRIGHT && value <= LAST ? Optional.of(value) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int u16(FileBytes file, long at, boolean little) throws IOException {
        return little ? file.u8(at) | file.u8(at + 1) << 8 : file.u16(at);
    }

    /** A segment of JPEG that says that and nothing else. */
    static byte[] segment(int orientation) {
        byte[] segment = new byte[36];
        int[] head = {
            0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1
        };
        for (int i = 0; i < head.length; i++) {
            segment[i] = (byte) head[i];
        }
        segment[head.length + 1] = (byte) orientation;
        return segment;
    }
}
