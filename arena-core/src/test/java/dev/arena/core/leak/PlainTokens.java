package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain definition of {@link Tokens}: the words and numbers of a folded text: runs of Latin letters, of digits, and of other letters, and each ideograph by itself. So
 * {@code gpt-4o}, {@code GPT 4o} and {@code gpt4o} have the same three.
 */
final class PlainTokens {
    private static final Pattern LINK = Pattern.compile("\\]\\([^) \n]{0,200}\\)[ _./:'+&-]?(?=[\\p{L}\\p{N}])");

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
        if (c == 'ー' || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA) {
            return 5;
        }
        boolean unspaced = Character.toString(c)
                .matches("[\\p{IsHan}\\p{IsHiragana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");
        return unspaced || Character.isIdeographic(c) ? 4 : 3;
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
            boolean breaks = text.charAt(at) == '\n';
            if ((breaks && (broken || isListed(token + 1))) || (!breaks && " -_./:'+&".indexOf(text.charAt(at)) < 0)) {
                return false;
            }
            broken |= breaks;
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
        Matcher link = LINK.matcher(text.part(ends[token], text.length()));
        if (joins(token) || !link.lookingAt()) {
            return joins(token) ? token + 1 : -1;
        }
        for (int next = token + 1; next < size; next++) {
            if (starts[next] == ends[token] + link.end()) {
                return next;
            }
        }
        return -1;
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
