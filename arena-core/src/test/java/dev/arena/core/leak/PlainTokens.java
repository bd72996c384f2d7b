package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The plain definition of {@link Tokens}: the words and numbers of a folded text: runs of Latin letters, of digits, and of other letters, and each ideograph by itself. So
 * {@code gpt-4o}, {@code GPT 4o} and {@code gpt4o} have the same three.
 */
final class PlainTokens {
    private final PlainText text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    PlainTokens(PlainText text) {
        this.text = text;
        char[] chars = text.chars();
        int at = 0;
        while (at < text.length()) {
            int kind = kind(chars[at]);
            int from = at;
            do {
                at++;
            } while (at < text.length() && kind != 0 && kind != 4 && kind(chars[at]) == kind);
            if (kind != 0) {
                add(from, at);
            }
        }
    }

    private void add(int from, int to) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = from;
        ends[size] = to;
        size++;
    }

    /** 0 for what is no letter or digit, 1 for Latin letters, 2 for digits, 3 for other letters, 4 for those that are words. */
    static int kind(char c) {
        if (c >= 'a' && c <= 'z') {
            return 1;
        }
        if (c >= '0' && c <= '9') {
            return 2;
        }
        if (c < 128 || !Character.isLetter(c)) {
            return 0;
        }
        return Character.isIdeographic(c) ? 4 : 3;
    }

    int size() {
        return size;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /** Whether two tokens that follow each other can be parts of one name: nothing, a space or a mark between them. */
    boolean joins(int token) {
        int gap = starts[token + 1] - ends[token];
        if (gap > 3) {
            return false;
        }
        for (int at = ends[token]; at < starts[token + 1]; at++) {
            if (" -_./:'+&".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The tokens of a name. */
    static List<String> of(String name) {
        PlainText folded = new PlainText(name);
        PlainTokens tokens = new PlainTokens(folded);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(folded.part(tokens.start(i), tokens.end(i)));
        }
        return words;
    }
}
