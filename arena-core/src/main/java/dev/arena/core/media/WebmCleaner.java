package dev.arena.core.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * WebM (EBML, Matroska): tags, attachments, chapters and whatever is unknown become {@code Void} elements of the same length, so that no
 * offset moves; names of programs, titles and times become zeros.
 */
final class WebmCleaner implements Cleaner {
    private static final long HEADER = 0x1A45DFA3L;
    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long CODEC_PRIVATE = 0x63A2L;
    private static final int VOID = 0xEC;

    /** Elements that are looked into: segment, information, tracks, a track, cluster. */
    private static final Set<Long> OPENED = Set.of(SEGMENT, 0x1549A966L, 0x1654AE6BL, 0xAEL, CLUSTER);

    /** What there is no playing without: header, segment, a track, a cluster. */
    private static final Set<Long> NEEDED = Set.of(HEADER, SEGMENT, 0xAEL, CLUSTER);

    private static final Set<Long> BLOCKS = Set.of(0xA3L, 0xA0L);

    /** Title, muxing and writing program, date, names of files, names of tracks and of codecs. */
    private static final Set<Long> ZEROED =
            Set.of(0x7BA9L, 0x4D80L, 0x5741L, 0x4461L, 0x7384L, 0x3C83ABL, 0x3E83BBL, 0x536EL, 0x258688L, 0x23314FL);

    /** Header, seek head, cues; duration, timestamp scale; of a cluster: time, blocks, groups, position, previous size. */
    private static final Set<Long> KEPT =
            Set.of(HEADER, 0x114D9B74L, 0x1C53BB6BL, 0x4489L, 0x2AD7B1L, 0xE7L, 0xA3L, 0xA0L, 0xA7L, 0xABL);

    /** Of a track: number, id, type, flags, default duration, language, codec, delays, video, audio. */
    private static final Set<Long> TRACK = Set.of(
            0xD7L, 0x73C5L, 0x83L, 0xB9L, 0x88L, 0x55AAL, 0x9CL, 0x6DE7L, 0x6DF8L, 0x23E383L, 0x234E7AL, 0x55EEL,
            0x22B59CL, 0x22B59DL, 0x86L, 0x63A2L, 0xAAL, 0x56AAL, 0x56BBL, 0xE0L, 0xE1L);

    /** An element: its id, where its content begins and how long it is; -1 where that is not known. */
    private record Element(long id, long at, long body, long length) {
        long end() {
            return body + length;
        }
    }

    private final Set<Long> seen = new HashSet<>();

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        CleanBytes clean = new CleanBytes();
        long at = 0;
        while (at < file.size()) {
            Element element = element(file, at);
            seen.add(element.id());
            if (OPENED.contains(element.id())) {
                clean.keep(at, element.body() - at);
                at = element.body();
                continue;
            }
            if (element.length() < 0 || element.end() > file.size()) {
                throw MediaProblem.damaged(MediaType.WEBM, "an element at byte " + at + " is longer than the file");
            }
            take(file, clean, element);
            at = element.end();
        }
        if (!seen.containsAll(NEEDED) || Collections.disjoint(seen, BLOCKS)) {
            throw MediaProblem.damaged(MediaType.WEBM, "it holds no track, or nothing to play on it");
        }
        return clean;
    }

    private static void take(FileBytes file, CleanBytes clean, Element element) throws IOException {
        if (element.id() == 0x83L && element.length() == 1 && file.u8(element.body()) > 2) {
            throw MediaProblem.unclean(
                    MediaType.WEBM,
                    "a track that is neither picture nor sound",
                    "Keep picture and sound only, for example with ffmpeg -i IN -map 0:v? -map 0:a? -c copy OUT.");
        }
        if (element.id() == CODEC_PRIVATE
                && file.u8(element.body()) == 2
                && file.has(element.body() + 3, "\u0001vorbis")) {
            vorbis(file, clean, element);
        } else if (KEPT.contains(element.id()) || TRACK.contains(element.id())) {
            clean.keep(element.at(), element.end() - element.at());
        } else if (ZEROED.contains(element.id())) {
            clean.keep(element.at(), element.body() - element.at()).zeros(element.length());
        } else {
            clean.put(emptied(element.end() - element.at()));
            clean.zeros(element.end() - element.at() - emptied(element.end() - element.at()).length);
        }
    }

    /** The three headers of Vorbis, of which the second are comments; their lengths stand before them. */
    private static void vorbis(FileBytes file, CleanBytes clean, Element element) throws IOException {
        long comments = element.body() + 3 + file.u8(element.body() + 1);
        int length = file.u8(element.body() + 2);
        byte[] blank = length == 255 || comments + length > element.end()
                ? null
                : OggCleaner.blank(file.bytes(comments, length), true).orElse(null);
        if (blank == null) {
            throw MediaProblem.unclean(
                    MediaType.WEBM, "Vorbis comments of 255 bytes or more", "Convert its sound to Opus.");
        }
        clean.keep(element.at(), comments - element.at()).put(blank);
        clean.keep(comments + length, element.end() - comments - length);
    }

    /** The head of a Void element that is so many bytes long in all. */
    private static byte[] emptied(long total) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(VOID);
        if (total < 128) {
            head.write((int) (0x80 | total - 2));
        } else {
            head.write(0x01);
            long length = total - 9;
            for (int shift = 48; shift >= 0; shift -= 8) {
                head.write((int) (length >> shift & 0xFF));
            }
        }
        return head.toByteArray();
    }

    private static Element element(FileBytes file, long at) throws IOException {
        int first = file.u8(at);
        int idLength = Integer.numberOfLeadingZeros(first) - 23;
        if (idLength > 4) {
            throw MediaProblem.damaged(MediaType.WEBM, "no element at byte " + at);
        }
        long id = 0;
        for (int i = 0; i < idLength; i++) {
            id = id << 8 | file.u8(at + i);
        }
        int lead = file.u8(at + idLength);
        int sizeLength = Integer.numberOfLeadingZeros(lead) - 23;
        if (sizeLength > 8) {
            throw MediaProblem.damaged(MediaType.WEBM, "no length at byte " + (at + idLength));
        }
        long length = lead & (0xFF >> sizeLength);
        boolean unknown = length == 0xFF >> sizeLength;
        for (int i = 1; i < sizeLength; i++) {
            int next = file.u8(at + idLength + i);
            unknown &= next == 0xFF;
            length = length << 8 | next;
        }
        long body = at + idLength + sizeLength;
        return new Element(id, at, body, unknown ? -1 : length);
    }
}
