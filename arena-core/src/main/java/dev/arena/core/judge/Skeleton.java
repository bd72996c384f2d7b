package dev.arena.core.judge;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text as it looks: lower case, look-alikes of Latin letters and brackets replaced by what they look like, invisible characters
 * left out. Each of its characters knows where in the text it comes from, so that what is found here can be changed there.
 */
final class Skeleton {
    private static final int ASCII = 0x80;
    private static final int LONGEST_LOOK = 3;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;
    private static final int STYLED_FIRST = 0x1D400;
    private static final int STYLED_LAST = 0x1D7FF;
    private static final String OTHER = "\uFFFD";
    private static final Map<Integer, String> LOOKS = looks();

    private final String text;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    private Skeleton(String text, int @Nullable [] starts, int @Nullable [] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static Skeleton of(String text) {
        // In a text of ASCII every character stands where it was.
        return text.chars().allMatch(c -> c < ASCII)
                ? new Skeleton(text.toLowerCase(Locale.ROOT), null, null)
                : folded(text);
    }

    private static Skeleton folded(String original) {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[LONGEST_LOOK * original.length()];
        int[] ends = new int[LONGEST_LOOK * original.length()];
        int next;
        for (int at = 0; at < original.length(); at = next) {
            int point = original.codePointAt(at);
            next = at + Character.charCount(point);
            int from = text.length();
            if (point < ASCII) {
                text.append((char) Character.toLowerCase(point));
            } else {
                text.append(look(point));
            }
            for (int i = from; i < text.length(); i++) {
                starts[i] = at;
                ends[i] = next;
            }
        }
        return new Skeleton(text.toString(), starts, ends);
    }

    /** What it looks like. */
    String text() {
        return text;
    }

    /** Where in the original the character at that index of {@link #text()} begins. */
    int start(int index) {
        return starts == null ? index : starts[index];
    }

    /** Where in the original the character at that index of {@link #text()} ends. */
    int end(int index) {
        return ends == null ? index + 1 : ends[index];
    }

    private static String look(int point) {
        if (isInvisible(point)) {
            return "";
        }
        if (point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST) {
            return lower(point - FULL_WIDTH_SHIFT);
        }
        if (point >= STYLED_FIRST && point <= STYLED_LAST) {
            return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                    .codePoints()
                    .limit(1)
                    .mapToObj(Skeleton::lower)
                    .reduce("", String::concat);
        }
        String look = LOOKS.get(Character.toLowerCase(point));
        return look == null ? lower(point) : look;
    }

    private static String lower(int point) {
        int lower = Character.toLowerCase(point);
        return Character.isBmpCodePoint(lower) ? Character.toString(lower) : OTHER;
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        boolean selector = point >= 0xFE00 && point <= 0xFE0F;
        return type == Character.FORMAT || selector || point == 0x034F || point == 0x115F || point == 0x3164;
    }

    private static Map<Integer, String> looks() {
        Map<Integer, String> looks = new HashMap<>();
        // Cyrillic, Greek and small capitals that pass for Latin letters; lower case stands for both.
        pairs(
                looks,
                "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0442\u043c\u043a\u043d\u0501",
                "aeopcyxistmkhd");
        pairs(looks, "\u03b1\u03b5\u03bf\u03c1\u03c4\u03c7\u03bd\u03b9\u03ba", "aeoptxnik");
        pairs(looks, "\u1d1b\u1d07\u0274\u1d05\u026a\uff5c\u2502\u2223\u2758\u2581", "tendi||||_");
        all(looks, "\u2039\u02c2\u1438\u276e\u2770\u2329\u27e8\u3008\ufe64", "<");
        all(looks, "\u00ab\u226a\u300a\u27ea", "<<");
        all(looks, "\u22d8", "<<<");
        all(looks, "\u203a\u02c3\u1433\u276f\u2771\u232a\u27e9\u3009\ufe65", ">");
        all(looks, "\u00bb\u226b\u300b\u27eb", ">>");
        all(looks, "\u27e6\u301a", "[[");
        all(looks, "\u27e7\u301b", "]]");
        return Map.copyOf(looks);
    }

    private static void pairs(Map<Integer, String> looks, String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            looks.put((int) from.charAt(i), to.substring(i, i + 1));
        }
    }

    private static void all(Map<Integer, String> looks, String from, String to) {
        from.chars().forEach(point -> looks.put(point, to));
    }
}
