package dev.arena.core.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An ICC colour profile (ICC.1:2022) with nothing but what turns its numbers into colours: descriptions, copyrights, names of devices and
 * times go, and so do the header's fields that name who made it.
 */
final class ColourProfile {
    /** Longest profile that is looked at. */
    static final int LONGEST = 8 << 20;

    private static final int HEADER = 128;
    private static final int ENTRY = 12;
    private static final int MOST_TAGS = 200;

    /** Matrix, curves, tables in both directions, white and black, adaptation, chromaticities, gamut, luminance, coding points. */
    private static final Set<String> TAGS = Set.of(
            "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "wtpt", "bkpt", "chad", "chrm", "lumi", "cicp",
            "gamt", "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2");

    /** Types that hold numbers and no text. */
    private static final Set<String> TYPES =
            Set.of("XYZ ", "curv", "para", "sf32", "chrm", "cicp", "mft1", "mft2", "mAB ", "mBA ");

    /** Of the header: size, version, class, colours, connection space, mark, flags, attributes, intent and white point stay. */
    private static final int[][] FIELDS = {{0, 4}, {8, 24}, {36, 40}, {44, 48}, {56, 80}};

    private ColourProfile() {}

    /** The profile without its texts; empty where it is none, so that browsers would not heed it either. */
    static Optional<byte[]> clean(byte[] profile) {
        ByteBuffer bytes = ByteBuffer.wrap(profile);
        if (profile.length < HEADER + 4 || !word(profile, 36).equals("acsp")) {
            return Optional.empty();
        }
        int count = bytes.getInt(HEADER);
        if (count < 1 || count > MOST_TAGS || profile.length < HEADER + 4 + count * ENTRY) {
            return Optional.empty();
        }
        Map<String, byte[]> tags = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int at = HEADER + 4 + i * ENTRY;
            long from = bytes.getInt(at + 4) & 0xFFFFFFFFL;
            long length = bytes.getInt(at + 8) & 0xFFFFFFFFL;
            if (from + length > profile.length || length < 8) {
                return Optional.empty();
            }
            if (TAGS.contains(word(profile, at)) && TYPES.contains(word(profile, (int) from))) {
                tags.put(word(profile, at), Arrays.copyOfRange(profile, (int) from, (int) (from + length)));
            }
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(written(profile, tags));
    }

    private static String word(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** Header, table and contents; tags of the same content share it, as three equal curves do. */
    private static byte[] written(byte[] profile, Map<String, byte[]> tags) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        List<byte[]> written = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int first = HEADER + 4 + tags.size() * ENTRY;
        table.writeBytes(CleanBytes.u32(tags.size()));
        tags.forEach((name, content) -> {
            int known = 0;
            while (known < written.size() && !Arrays.equals(written.get(known), content)) {
                known++;
            }
            if (known == written.size()) {
                written.add(content);
                places.add(first + contents.size());
                contents.writeBytes(content);
                contents.writeBytes(new byte[-content.length & 3]);
            }
            table.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
            table.writeBytes(CleanBytes.u32(places.get(known)));
            table.writeBytes(CleanBytes.u32(content.length));
        });
        byte[] clean = new byte[HEADER + table.size() + contents.size()];
        for (int[] field : FIELDS) {
            System.arraycopy(profile, field[0], clean, field[0], field[1] - field[0]);
        }
        System.arraycopy(CleanBytes.u32(clean.length), 0, clean, 0, 4);
        System.arraycopy(table.toByteArray(), 0, clean, HEADER, table.size());
        System.arraycopy(contents.toByteArray(), 0, clean, HEADER + table.size(), contents.size());
        return clean;
    }
}
