package dev.arena.core.media;

import java.io.IOException;

/** GIF: comments, texts and the blocks of applications go, but for the one that says how often a film repeats. */
final class GifCleaner implements Cleaner {
    private static final int SCREEN = 13;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        long at = SCREEN + colours(file.u8(10));
        Pixels.require(MediaType.GIF, u16le(file, 6), u16le(file, 8));
        boolean pictured = false;
        CleanBytes clean = new CleanBytes().keep(0, at);
        while (true) {
            int block = file.u8(at);
            if (block == END) {
                if (!pictured) {
                    throw MediaProblem.damaged(MediaType.GIF, "it holds no picture");
                }
                return clean.keep(at, 1);
            }
            long next;
            boolean keep;
            if (block == IMAGE) {
                Pixels.require(MediaType.GIF, u16le(file, at + 5), u16le(file, at + 7));
                pictured = true;
                next = endOfBlocks(file, at + 11 + colours(file.u8(at + 9)));
                keep = true;
            } else if (block == EXTENSION) {
                next = endOfBlocks(file, at + 2);
                int label = file.u8(at + 1);
                keep = label == CONTROL || (label == APPLICATION && repeats(file, at, next));
            } else {
                throw MediaProblem.damaged(MediaType.GIF, "an unknown block at byte " + at);
            }
            if (keep) {
                clean.keep(at, next - at);
            }
            at = next;
        }
    }

    private static int u16le(FileBytes file, long at) throws IOException {
        return file.u8(at) | file.u8(at + 1) << 8;
    }

    /** The size of a table of colours. */
    private static long colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 0x07) + 1);
    }

    private static boolean repeats(FileBytes file, long at, long next) throws IOException {
        return next - at == 19 && (file.has(at + 3, "NETSCAPE2.0") || file.has(at + 3, "ANIMEXTS1.0"));
    }

    private static long endOfBlocks(FileBytes file, long from) throws IOException {
        long at = from;
        while (file.u8(at) != 0) {
            at += 1 + file.u8(at);
        }
        return at + 1;
    }
}
