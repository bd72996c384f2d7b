package dev.arena.core.media;

import java.io.IOException;

/**
 * MP3: keeps the frames of sound and nothing between, before or behind them, which is where ID3, APE and lyrics tags are. The name of
 * the program in a first frame that holds no sound becomes {@code LAME}, which players look for before they trust its numbers.
 */
final class Mp3Cleaner implements Cleaner {
    private static final int[][] BITRATES = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
    };
    private static final int[] RATES = {44100, 48000, 32000};
    private static final int HEADER = 4;
    /** From the word Xing or Info to the name of the program, of nine characters. */
    private static final int PROGRAM = 120;

    /** Whether a file begins like one: with an ID3 tag, or two frames after each other. */
    static boolean begins(FileBytes file) throws IOException {
        if (file.has(0, "ID3")) {
            return true;
        }
        int first = frame(file, 0);
        return first > 0 && (first == file.size() || frame(file, first) > 0);
    }

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        CleanBytes clean = new CleanBytes();
        long at = 0;
        while (at < file.size()) {
            int length = frame(file, at);
            if (length > 0 && at + length <= file.size() && continues(file, at + length)) {
                keep(file, clean, at, length);
                at += length;
            } else {
                at += skip(file, at);
            }
        }
        if (clean.size() == 0) {
            throw MediaProblem.damaged(MediaType.MP3, "no sound in it");
        }
        return clean;
    }

    /** A frame is followed by another, by a tag or by the end; else its header was found in other data by chance. */
    private static boolean continues(FileBytes file, long at) throws IOException {
        return at == file.size()
                || frame(file, at) > 0
                || file.has(at, "ID3")
                || file.has(at, "TAG")
                || file.has(at, "APETAGEX")
                || file.has(at, "LYRICSBEGIN");
    }

    private static long skip(FileBytes file, long at) throws IOException {
        if (file.has(at, "ID3") && at + 10 <= file.size()) {
            long size = 0;
            for (int i = 6; i < 10; i++) {
                size = size << 7 | (file.u8(at + i) & 0x7F);
            }
            boolean footer = (file.u8(at + 5) & 0x10) != 0;
            return Math.min(file.size() - at, 10 + size + (footer ? 10 : 0));
        }
        return 1;
    }

    private static void keep(FileBytes file, CleanBytes clean, long at, int length) throws IOException {
        for (int offset : new int[] {13, 21, 36}) {
            boolean named = file.has(at + offset, "Xing") || file.has(at + offset, "Info");
            int name = offset + PROGRAM;
            if (named && name + 9 <= length) {
                clean.keep(at, name)
                        .put((byte) 'L', (byte) 'A', (byte) 'M', (byte) 'E')
                        .zeros(5);
                clean.keep(at + name + 9, length - name - 9);
                return;
            }
        }
        clean.keep(at, length);
    }

    /** The length of the frame at a place, or 0 where there is none. */
    private static int frame(FileBytes file, long at) throws IOException {
        if (at + HEADER > file.size() || file.u8(at) != 0xFF || (file.u8(at + 1) & 0xE0) != 0xE0) {
            return 0;
        }
        int version = file.u8(at + 1) >> 3 & 3;
        int layer = 4 - (file.u8(at + 1) >> 1 & 3);
        int bitrateIndex = file.u8(at + 2) >> 4;
        int rateIndex = file.u8(at + 2) >> 2 & 3;
        if (version == 1 || layer == 4 || bitrateIndex == 0 || bitrateIndex == 15 || rateIndex == 3) {
            return 0;
        }
        boolean first = version == 3;
        int table = first ? layer - 1 : layer == 1 ? 3 : 4;
        int bitrate = BITRATES[table][bitrateIndex] * 1000;
        int rate = RATES[rateIndex] >> (first ? 0 : version == 2 ? 1 : 2);
        int padding = file.u8(at + 2) >> 1 & 1;
        if (layer == 1) {
            return (12 * bitrate / rate + padding) * 4;
        }
        int samples = layer == 3 && !first ? 72 : 144;
        return samples * bitrate / rate + padding;
    }
}
