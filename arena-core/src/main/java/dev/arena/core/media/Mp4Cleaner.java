package dev.arena.core.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * MP4 and M4A (ISO 14496-12): every box that is not needed to play becomes a {@code free} box of zeros in its place, so that no offset
 * moves. Times of making, names of handlers and of encoders become zeros. Tracks of other things than picture and sound are refused,
 * since their samples lie among those of the picture.
 */
final class Mp4Cleaner implements Cleaner {
    private static final String FILE = "";
    private static final Set<String> STAMPED = Set.of("mvhd", "tkhd", "mdhd");

    /** What stays in each box that is looked into; all else in it goes. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            FILE,
            Set.of("ftyp", "styp", "moov", "moof", "mdat", "sidx", "mfra", "pdin"),
            "moov",
            Set.of("mvhd", "trak", "mvex", "iods"),
            "trak",
            Set.of("tkhd", "mdia", "edts", "tref"),
            "mdia",
            Set.of("mdhd", "hdlr", "minf"),
            "minf",
            Set.of("vmhd", "smhd", "dinf", "stbl", "hdlr"),
            "stbl",
            Set.of(
                    "stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "sdtp", "sbgp",
                    "sgpd"),
            "moof",
            Set.of("mfhd", "traf"),
            "traf",
            Set.of("tfhd", "trun", "tfdt", "sbgp", "sgpd", "sdtp"));

    /** Entries of sample descriptions of pictures hold the encoder's name in 32 bytes here. */
    private static final int ENCODER = 50;

    private static final int ENCODER_LENGTH = 32;
    private static final int ENTRIES = 16;

    private final MediaType type;
    private final Set<String> seen = new HashSet<>();

    Mp4Cleaner(MediaType type) {
        this.type = type;
    }

    /** A box: where it begins, how long its head is, and where it ends. */
    private record Box(String type, long at, int head, long end) {
        long body() {
            return at + head;
        }
    }

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        CleanBytes clean = new CleanBytes();
        inside(file, clean, FILE, 0, file.size());
        if (!seen.containsAll(Set.of("moov", "trak", "mdat"))) {
            throw MediaProblem.damaged(type, "it holds no track, or nothing to play on it");
        }
        return clean;
    }

    private void inside(FileBytes file, CleanBytes clean, String parent, long from, long to) throws IOException {
        Set<String> kept = KEPT.getOrDefault(parent, Set.of());
        long at = from;
        while (at < to) {
            if (to - at < 8) {
                clean.zeros(to - at);
                return;
            }
            Box box = box(file, at, to);
            if (kept.contains(box.type())) {
                seen.add(box.type());
            }
            if (!kept.contains(box.type())) {
                free(clean, box);
            } else if (KEPT.containsKey(box.type())) {
                clean.keep(at, box.head());
                inside(file, clean, box.type(), box.body(), box.end());
            } else {
                leaf(file, clean, box);
            }
            at = box.end();
        }
    }

    private Box box(FileBytes file, long at, long to) throws IOException {
        long size = file.u32(at);
        int head = 8;
        if (size == 1) {
            size = file.u64(at + 8);
            head = 16;
        } else if (size == 0) {
            size = to - at;
        }
        if (size < head || size > to - at) {
            throw MediaProblem.damaged(type, "a box at byte " + at + " is longer than what holds it");
        }
        return new Box(file.latin(at + 4, 4), at, head, at + size);
    }

    private static void free(CleanBytes clean, Box box) {
        clean.keep(box.at(), 4).put("free".getBytes(StandardCharsets.ISO_8859_1));
        clean.keep(box.at() + 8, box.head() - 8).zeros(box.end() - box.body());
    }

    private void leaf(FileBytes file, CleanBytes clean, Box box) throws IOException {
        long body = box.body();
        if (STAMPED.contains(box.type())) {
            int times = file.u8(body) == 1 ? 16 : 8;
            clean.keep(box.at(), box.head() + 4).zeros(times).keep(body + 4 + times, box.end() - body - 4 - times);
        } else if (box.type().equals("hdlr")) {
            handler(file, clean, box);
        } else if (box.type().equals("stsd")) {
            descriptions(file, clean, box);
        } else {
            clean.keep(box.at(), box.end() - box.at());
        }
    }

    /** Its name is for people; its type says what the track holds. */
    private void handler(FileBytes file, CleanBytes clean, Box box) throws IOException {
        String handler = file.latin(box.body() + 8, 4);
        if (!Set.of("vide", "soun", "alis", "url ").contains(handler)) {
            throw MediaProblem.unclean(
                    type,
                    "a track of type '" + handler + "', which is neither picture nor sound",
                    "Keep picture and sound only, for example with ffmpeg -i IN -map 0:v? -map 0:a? -c copy OUT.");
        }
        int fixed = 24;
        if (box.end() - box.body() < fixed) {
            throw MediaProblem.damaged(type, "a handler is cut short");
        }
        // bytes 12 to 24 are reserved: some programs write their maker there
        clean.keep(box.at(), box.head() + 12).zeros(12).zeros(box.end() - box.body() - fixed);
    }

    private void descriptions(FileBytes file, CleanBytes clean, Box box) throws IOException {
        clean.keep(box.at(), ENTRIES);
        long at = box.at() + ENTRIES;
        while (at < box.end()) {
            Box entry = box(file, at, box.end());
            boolean picture = entry.end() - at >= ENCODER + ENCODER_LENGTH + 4 && isPicture(entry.type());
            if (picture) {
                clean.keep(at, ENCODER).zeros(ENCODER_LENGTH);
                long rest = at + ENCODER + ENCODER_LENGTH;
                clean.keep(rest, entry.end() - rest);
            } else {
                clean.keep(at, entry.end() - at);
            }
            at = entry.end();
        }
    }

    private static boolean isPicture(String entry) {
        return Set.of("avc1", "avc2", "avc3", "avc4", "hvc1", "hev1", "av01", "vp08", "vp09", "mp4v", "encv", "s263")
                .contains(entry);
    }
}
