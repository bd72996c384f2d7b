package dev.arena.core.leak;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain definition of {@link FoldedText}: a text as a reader sees it: folded letters, without the marks of Markdown and the tags and entities of HTML that split words; with
 * the way back to the places in the original.
 */
final class PlainText {
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|(shy|zwj|zwnj|nbsp));");
    static final Pattern TAG =
            Pattern.compile("<(?:!--.{0,200}?-->|/?([a-zA-Z][a-zA-Z0-9]{0,10})(?:\\s[^<>]{0,200})?/?>)");
    private static final Set<String> WITHIN_WORDS = Set.of(
            "b", "i", "em", "strong", "span", "u", "s", "code", "sub", "sup", "font", "mark", "small", "a", "wbr",
            "del", "ins");
    private static final String ESCAPED = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~";

    private final String original;
    private char[] folded;
    private int[] starts;
    private int[] ends;
    private int length;

    PlainText(String original) {
        this.original = original;
        this.folded = new char[original.length() + 16];
        this.starts = new int[folded.length];
        this.ends = new int[folded.length];
        fold();
    }

    private void fold() {
        int at = 0;
        while (at < original.length()) {
            char c = original.charAt(at);
            if (c < 128) {
                at = ascii(c, at);
            } else {
                int quick = Folding.quick(c);
                if (Character.isHighSurrogate(c) || quick < 0) {
                    int codePoint = original.codePointAt(at);
                    int next = at + Character.charCount(codePoint);
                    put(Folding.of(codePoint), at, next);
                    at = next;
                } else {
                    put((char) quick, at, at + 1);
                    at++;
                }
            }
        }
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
        if (length == folded.length) {
            folded = Arrays.copyOf(folded, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
        }
        folded[length] = c;
        starts[length] = start;
        ends[length] = end;
        length++;
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
        return starts[at];
    }

    /** Where the folded character before a place ends in the original. */
    int end(int at) {
        return ends[at - 1];
    }

    String original() {
        return original;
    }
}
