package dev.arena.core.leak;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names without a letter or digit, such as ★★: they have no words, and are looked for as they are written. */
final class Signs {
    private Signs() {}

    /** Those of some names that a reader sees and that have no words. */
    static SortedSet<String> of(Collection<String> names) {
        SortedSet<String> signs = new TreeSet<>();
        for (String name : names) {
            FoldedText folded = new FoldedText(name);
            String sign = folded.part(0, folded.length()).strip();
            if (!sign.isEmpty() && Tokens.of(name).isEmpty()) {
                signs.add(sign);
            }
        }
        return signs;
    }

    /** Whether a sign is of ordinary punctuation, which says nothing where it stands in a sentence. */
    static boolean isPunctuation(String sign) {
        return sign.codePoints().allMatch(c -> c < 128 || Character.isWhitespace(c) || isMark(c));
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The next place of a sign that is no part of a longer row of it, from a place on; -1 where there is none. */
    static int next(String text, String sign, int from) {
        for (int at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) {
            int end = at + sign.length();
            boolean more = (at > 0 && text.codePointBefore(at) == sign.codePointAt(0))
                    || (end < text.length() && text.codePointAt(end) == sign.codePointBefore(sign.length()));
            if (!more) {
                return at;
            }
        }
        return -1;
    }
}
