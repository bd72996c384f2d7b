package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words and numbers of a folded text: runs of Latin letters, of digits, and of other letters, and each ideograph by itself. So
 * {@code gpt-4o}, {@code GPT 4o} and {@code gpt4o} have the same three.
 */
final class Tokens {
    private static final byte[] KINDS = kinds();

    private final FoldedText text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    Tokens(FoldedText text) {
        this.text = text;
        char[] chars = text.chars();
        int length = text.length();
        int at = 0;
        while (at < length) {
            int kind = kind(chars[at]);
            int from = at;
            do {
                at++;
            } while (at < length && kind != 0 && kind != 4 && kind(chars[at]) == kind);
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

    private static byte[] kinds() {
        byte[] kinds = new byte[1 << 16];
        for (int c = 128; c < kinds.length; c++) {
            kinds[c] = (byte) (!Character.isLetter((char) c) ? 0 : Character.isIdeographic(c) ? 4 : 3);
        }
        Arrays.fill(kinds, 'a', 'z' + 1, (byte) 1);
        Arrays.fill(kinds, '0', '9' + 1, (byte) 2);
        return kinds;
    }

    /** 0 for what is no letter or digit, 1 for Latin letters, 2 for digits, 3 for other letters, 4 for those that are words. */
    static int kind(char c) {
        return KINDS[c];
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
        FoldedText folded = new FoldedText(name);
        Tokens tokens = new Tokens(folded);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(folded.part(tokens.start(i), tokens.end(i)));
        }
        return words;
    }
}
