package dev.arena.core.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ogg with Vorbis or Opus: the packet of comments is written over in its place, with as many bytes that say nothing, so that only the
 * checksums of its pages change.
 */
final class OggCleaner implements Cleaner {
    private static final int HEADER = 27;
    private static final int CHECKSUM = 22;
    private static final int SPEECHLESS = 0x20;
    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final String NEXT = "Convert it to Opus or Vorbis in Ogg, to MP3 or to WAV.";

    /** A stream whose comments are not complete yet. */
    private static final class Stream {
        private final boolean vorbis;
        private int packet;
        /** Bytes of the comments seen so far. */
        private final ByteArrayOutputStream comments = new ByteArrayOutputStream();

        Stream(boolean vorbis) {
            this.vorbis = vorbis;
        }
    }

    /** A page of the file. */
    private record Page(long at, int head, int length) {}

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        Map<Long, byte[]> comments = comments(file);
        Map<Long, Integer> written = new HashMap<>();
        Map<Long, Integer> packets = new HashMap<>();
        CleanBytes clean = new CleanBytes();
        long at = 0;
        while (at < file.size()) {
            Page page = page(file, at);
            long serial = file.u32le(at + 14);
            byte[] blank = comments.get(serial);
            if (blank == null || packets.getOrDefault(serial, 0) > 1) {
                clean.keep(at, page.head() + page.length());
            } else {
                clean.put(rewritten(file, page, blank, written, packets));
            }
            at += page.head() + page.length();
        }
        return clean;
    }

    /** The blank comments of every stream, as long as its own. */
    private static Map<Long, byte[]> comments(FileBytes file) throws IOException {
        Map<Long, Stream> streams = new HashMap<>();
        Set<Long> done = new HashSet<>();
        Map<Long, byte[]> blank = new HashMap<>();
        long at = 0;
        while (at < file.size()) {
            Page page = page(file, at);
            long serial = file.u32le(at + 14);
            if ((file.u8(at + 5) & 2) != 0 && streams.put(serial, begin(file, page)) != null) {
                throw MediaProblem.unclean(MediaType.OGG, "two streams of one number", NEXT);
            }
            Stream stream = streams.get(serial);
            if (stream == null) {
                throw MediaProblem.damaged(MediaType.OGG, "a stream without a beginning");
            }
            if (!done.contains(serial) && gather(file, page, stream)) {
                done.add(serial);
                blank.put(serial, blank(stream));
            }
            at += page.head() + page.length();
        }
        if (done.isEmpty() || done.size() < streams.size()) {
            throw MediaProblem.damaged(MediaType.OGG, "its headers are not complete");
        }
        return blank;
    }

    private static Page page(FileBytes file, long at) throws IOException {
        if (!file.has(at, "OggS")) {
            throw MediaProblem.damaged(MediaType.OGG, "no page at byte " + at);
        }
        int segments = file.u8(at + 26);
        int length = 0;
        for (int i = 0; i < segments; i++) {
            length += file.u8(at + HEADER + i);
        }
        if (at + HEADER + segments + length > file.size()) {
            throw MediaProblem.damaged(MediaType.OGG, "its last page is cut short");
        }
        return new Page(at, HEADER + segments, length);
    }

    private static Stream begin(FileBytes file, Page page) throws IOException {
        long data = page.at() + page.head();
        if (file.has(data, "\u0001vorbis")) {
            return new Stream(true);
        }
        if (file.has(data, "OpusHead")) {
            return new Stream(false);
        }
        throw MediaProblem.unclean(MediaType.OGG, "a stream that is neither Vorbis nor Opus", NEXT);
    }

    /** Adds what a page holds of the second packet; true when it is complete. */
    private static boolean gather(FileBytes file, Page page, Stream stream) throws IOException {
        long data = page.at() + page.head();
        int segments = page.head() - HEADER;
        for (int i = 0; i < segments; i++) {
            int length = file.u8(page.at() + HEADER + i);
            if (stream.packet == 1) {
                stream.comments.writeBytes(file.bytes(data, length));
            }
            data += length;
            if (length < 255) {
                stream.packet++;
                if (stream.packet == 2) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] blank(Stream stream) {
        return blank(stream.comments.toByteArray(), stream.vorbis)
                .orElseThrow(() -> MediaProblem.damaged(MediaType.OGG, "its second packet holds no comments"));
    }

    /** Comments of the same length that say nothing; empty where they are none. */
    static Optional<byte[]> blank(byte[] said, boolean vorbis) {
        int word = vorbis ? 7 : 8;
        int vendor = said.length - word - 8 - (vorbis ? 1 : 0);
        String expected = vorbis ? "\u0003vorbis" : "OpusTags";
        if (vendor < 0 || !new String(said, 0, word, StandardCharsets.ISO_8859_1).equals(expected)) {
            return Optional.empty();
        }
        byte[] blank = new byte[said.length];
        System.arraycopy(said, 0, blank, 0, word);
        System.arraycopy(CleanBytes.u32le(vendor), 0, blank, word, 4);
        Arrays.fill(blank, word + 4, word + 4 + vendor, (byte) SPEECHLESS);
        if (vorbis) {
            blank[blank.length - 1] = 1;
        }
        return Optional.of(blank);
    }

    /** The page with its part of the comments blank, and its checksum anew. */
    private static byte[] rewritten(
            FileBytes file, Page page, byte[] blank, Map<Long, Integer> written, Map<Long, Integer> packets)
            throws IOException {
        long serial = file.u32le(page.at() + 14);
        byte[] bytes = file.bytes(page.at(), page.head() + page.length());
        int data = page.head();
        int packet = packets.getOrDefault(serial, 0);
        int done = written.getOrDefault(serial, 0);
        for (int i = HEADER; i < page.head(); i++) {
            int length = bytes[i] & 0xFF;
            if (packet == 1) {
                System.arraycopy(blank, done, bytes, data, length);
                done += length;
            }
            data += length;
            packet += length < 255 ? 1 : 0;
        }
        packets.put(serial, packet);
        written.put(serial, done);
        Arrays.fill(bytes, CHECKSUM, CHECKSUM + 4, (byte) 0);
        System.arraycopy(CleanBytes.u32le(checksum(bytes)), 0, bytes, CHECKSUM, 4);
        return bytes;
    }

    /** The checksum of RFC 3533: CRC-32 with bits not reflected, starting at 0. */
    static int checksum(byte... bytes) {
        int crc = 0;
        for (byte value : bytes) {
            crc ^= (value & 0xFF) << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
        }
        return crc;
    }
}
