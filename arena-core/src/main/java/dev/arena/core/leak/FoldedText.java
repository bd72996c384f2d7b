package dev.arena.core.leak;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a reader sees it: folded letters, without the marks of Markdown and the tags and entities of HTML that split words; with
 * the way back to the places in the original.
 */
final class FoldedText {
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|(shy|zwj|zwnj|nbsp));");
    static final Pattern TAG =
            Pattern.compile("<(?:!--.{0,200}?-->|/?([a-zA-Z][a-zA-Z0-9]{0,10})(?:\\s[^<>]{0,200})?/?>)");
    private static final Set<String> WITHIN_WORDS = Set.of(
            "b", "i", "em", "strong", "span", "u", "s", "code", "sub", "sup", "font", "mark", "small", "a", "wbr",
            "del", "ins");
    private static final String ESCAPED = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~";

    /** What an ASCII character becomes where it stands for itself; 0 for those that are looked at more closely. */
    private static final char[] PLAIN = plain();

    private static final int ROOM = 16;

    private final String original;
    private final char[] raw;
    private char[] folded;
    private int length;
    /** Filled when somebody asks where something is, which in most texts nobody does. */
    private int[] starts = new int[0];

    private int[] ends = starts;
    private boolean located;

    FoldedText(String original) {
        this.original = original;
        this.raw = original.toCharArray();
        this.folded = new char[raw.length + ROOM];
        fold();
    }

    private static char[] plain() {
        char[] plain = new char[128];
        for (char c = ' '; c < 127; c++) {
            plain[c] = "*~`\\<&".indexOf(c) >= 0 ? 0 : Character.toLowerCase(c);
        }
        plain['\t'] = ' ';
        plain['\r'] = ' ';
        plain['\n'] = '\n';
        return plain;
    }

    private void fold() {
        int at = 0;
        while (at < raw.length) {
            int behind = plain(at);
            if (behind < raw.length) {
                char c = raw[behind];
                behind = c < PLAIN.length ? ascii(c, behind) : other(c, behind);
            }
            at = behind;
        }
    }

    /** Takes what stands for itself; gives the place behind it. */
    private int plain(int from) {
        char[] to = folded;
        int at = from;
        int next = length;
        while (at < raw.length) {
            char c = raw[at];
            char plain = c < PLAIN.length ? PLAIN[c] : 0;
            if (plain == 0) {
                break;
            }
            to[next++] = plain;
            at++;
        }
        if (located) {
            for (int place = from; place < at; place++) {
                starts[length + place - from] = place;
                ends[length + place - from] = place + 1;
            }
        }
        length = next;
        return at;
    }

    private int other(char c, int at) {
        int quick = Folding.quick(c);
        if (Character.isHighSurrogate(c) || quick < 0) {
            int codePoint = original.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            put(Folding.of(codePoint), at, next);
            return next;
        }
        put((char) quick, at, at + 1);
        return at + 1;
    }

    /** The place behind what was taken. */
    private int ascii(char c, int at) {
        switch (c) {
            case '*', '~', '`' -> {
                return at + 1;
            }
            case '\\' -> {
                if (at + 1 < original.length() && ESCAPED.indexOf(original.charAt(at + 1)) >= 0) {
                    return at + 1;
                }
            }
            case '<' -> {
                return tag(at);
            }
            case '&' -> {
                return entity(at);
            }
            default -> {}
        }
        char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '\t' || c == '\r' ? ' ' : c;
        if (lower >= ' ' || lower == '\n') {
            put(lower, at, at + 1);
        }
        return at + 1;
    }

    private int tag(int at) {
        char next = at + 1 < raw.length ? raw[at + 1] : ' ';
        if (next != '/' && next != '!' && Tokens.kind(Character.toLowerCase(next)) != 1) {
            put('<', at, at + 1);
            return at + 1;
        }
        Matcher matcher = TAG.matcher(original).region(at, Math.min(original.length(), at + 230));
        if (!matcher.lookingAt()) {
            put('<', at, at + 1);
            return at + 1;
        }
        String name = matcher.group(1);
        if (name != null && !WITHIN_WORDS.contains(name.toLowerCase(Locale.ROOT))) {
            put(' ', at, matcher.end());
        }
        return matcher.end();
    }

    private int entity(int at) {
        Matcher matcher = ENTITY.matcher(original).region(at, Math.min(original.length(), at + 12));
        if (!matcher.lookingAt()) {
            put('&', at, at + 1);
            return at + 1;
        }
        if ("nbsp".equals(matcher.group(3))) {
            put(' ', at, matcher.end());
        } else if (matcher.group(3) == null) {
            int codePoint = matcher.group(1) != null
                    ? Integer.parseInt(matcher.group(1))
                    : Integer.parseInt(matcher.group(2), 16);
            if (Character.isValidCodePoint(codePoint)) {
                put(Folding.of(codePoint), at, matcher.end());
            }
        }
        return matcher.end();
    }

    private void put(String text, int start, int end) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i), start, end);
        }
    }

    private void put(char c, int start, int end) {
        if (c == Folding.NOTHING) {
            return;
        }
        if (length + raw.length - start >= folded.length) {
            // What is still to come has its place, unless it becomes longer too.
            folded = Arrays.copyOf(folded, length + raw.length - start + raw.length / 2 + ROOM);
        }
        folded[length] = c;
        if (located) {
            starts[length] = start;
            ends[length] = end;
        }
        length++;
    }

    private void locate() {
        starts = new int[length];
        ends = new int[length];
        located = true;
        length = 0;
        fold();
    }

    int length() {
        return length;
    }

    char charAt(int at) {
        return folded[at];
    }

    /** A part of the folded text. */
    String part(int from, int to) {
        int start = Math.max(0, from);
        return new String(folded, start, Math.max(0, Math.min(length, to) - start));
    }

    /** The characters themselves; not to be changed, and only the first {@link #length} count. */
    char[] chars() {
        return folded;
    }

    /** Where the folded character at a place begins in the original. */
    int start(int at) {
        if (!located) {
            locate();
        }
        return starts[at];
    }

    /** Where the folded character before a place ends in the original. */
    int end(int at) {
        if (!located) {
            locate();
        }
        return ends[at - 1];
    }

    String original() {
        return original;
    }
}
