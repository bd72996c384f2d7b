package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words and numbers of a folded text: runs of Latin letters, of digits, of Katakana and of other letters, and each letter
 * by itself in scripts that put no space between words. So
 * {@code gpt-4o}, {@code GPT 4o} and {@code gpt4o} have the same three.
 */
final class Tokens {
    /** The kind of letters that are words by themselves, of scripts without spaces. */
    static final int UNSPACED = 4;

    private static final String BETWEEN_WORDS = " -_./:'+&";
    private static final int LONGEST_LINK = 200;
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
            kinds[c] = (byte) (Character.isLetter((char) c) ? letter((char) c) : 0);
        }
        Arrays.fill(kinds, 'a', 'z' + 1, (byte) 1);
        Arrays.fill(kinds, '0', '9' + 1, (byte) 2);
        return kinds;
    }

    private static int letter(char c) {
        if (c == 'ー') {
            return 5;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, THAI, LAO, KHMER, MYANMAR -> UNSPACED;
            case KATAKANA -> 5;
            default -> Character.isIdeographic(c) ? UNSPACED : 3;
        };
    }

    /** 0 for what is no letter or digit, 1 for Latin letters, 2 for digits, 3 for other letters, 4 for those that are words, 5 for Katakana. */
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

    /** Whether a token is one letter of a script that has words. */
    boolean isLetter(int token) {
        int kind = kind(text.charAt(starts[token]));
        return ends[token] - starts[token] == 1 && (kind == 1 || kind == 3);
    }

    /** Whether two tokens that follow each other can be parts of one name: nothing, a space, a mark or the end of a line between them. */
    boolean joins(int token) {
        int gap = starts[token + 1] - ends[token];
        if (gap > 3) {
            return false;
        }
        boolean broken = false;
        for (int at = ends[token]; at < starts[token + 1]; at++) {
            if (text.charAt(at) == '\n' && !broken && !isListed(token + 1)) {
                broken = true;
            } else if (BETWEEN_WORDS.indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a token is the number of a list's line, such as 4 in {@code 4. Four}. */
    private boolean isListed(int token) {
        int behind = ends[token];
        return kind(text.charAt(starts[token])) == 2
                && behind < text.length()
                && (text.charAt(behind) == '.' || text.charAt(behind) == ')');
    }

    /** The token with which a name may go on, also behind the address of a link; -1 where there is none. */
    int next(int token) {
        if (token + 1 >= size) {
            return -1;
        }
        return joins(token) ? token + 1 : behindLink(token);
    }

    private int behindLink(int token) {
        int from = ends[token] + 2;
        if (from > text.length() || text.charAt(from - 2) != ']' || text.charAt(from - 1) != '(') {
            return -1;
        }
        int close = from;
        while (close < text.length() && close - from <= LONGEST_LINK && ") \n".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        if (close >= text.length() || text.charAt(close) != ')') {
            return -1;
        }
        int next = token + 1;
        while (next < size && starts[next] < close) {
            next++;
        }
        boolean near = next < size && starts[next] - close <= 2;
        return near && (starts[next] == close + 1 || BETWEEN_WORDS.indexOf(text.charAt(close + 1)) >= 0) ? next : -1;
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
