package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Characters that no expression tells apart, as groups by number. Those beyond 16 bits are letters, numbers or neither. */
final class CharGroups {
    /** Stands for half a character: ask for the code point. */
    static final int SURROGATE = 0;

    private static final int LETTERS = 1;
    private static final int NUMBERS = 2;
    private static final int OTHERS = 3;
    private static final int LETTER_PAIRS = 4;
    private static final int NUMBER_PAIRS = 5;
    private static final int MOST = 255;

    /** The groups of characters of which no expression speaks. */
    private static final byte[] PLAIN = plain();

    private final byte[] ofChars = PLAIN.clone();
    private final List<Character> examples = new ArrayList<>(List.of('\uD800'));
    private final List<Expression.Letters> letters;
    private final boolean backward;
    private final boolean[][] contained;

    /**
     * Groups for expressions.
     *
     * @param letters the sets that they use
     * @param backward whether texts are read so
     */
    CharGroups(List<Expression.Letters> letters, boolean backward) {
        this.letters = letters;
        this.backward = backward;
        BitSet listed = new BitSet();
        letters.forEach(set -> set.chars().chars().forEach(listed::set));
        for (int kind : new int[] {LETTERS, NUMBERS, OTHERS, LETTERS, NUMBERS}) {
            int c = 0;
            while (PLAIN[c] != kind || listed.get(c)) {
                c++;
            }
            add((char) c);
        }
        Map<String, Integer> known = new TreeMap<>();
        listed.stream().forEach(c -> ofChars[c] = (byte) group((char) c, known));
        contained = contained();
    }

    private static byte[] plain() {
        byte[] plain = new byte[1 << 16];
        for (int c = 0; c < plain.length; c++) {
            plain[c] = (byte) (Character.isSurrogate((char) c) ? SURROGATE : kind(c));
        }
        return plain;
    }

    private static int kind(int codePoint) {
        return Expression.Letters.isLetter(codePoint)
                ? LETTERS
                : Expression.Letters.isNumber(codePoint) ? NUMBERS : OTHERS;
    }

    private int group(char c, Map<String, Integer> known) {
        StringBuilder signature = new StringBuilder().append(kind(c));
        letters.forEach(set -> signature.append(set.contains(c) ? '1' : '0'));
        return known.computeIfAbsent(signature.toString(), unused -> add(c));
    }

    private int add(char example) {
        examples.add(example);
        if (examples.size() > MOST) {
            throw new IllegalStateException("introductions.txt tells too many characters apart");
        }
        return examples.size() - 1;
    }

    private boolean[][] contained() {
        boolean[][] table = new boolean[letters.size()][count()];
        for (int set = 0; set < table.length; set++) {
            for (int group = 1; group < table[set].length; group++) {
                table[set][group] = letters.get(set).contains(examples.get(group));
            }
        }
        return table;
    }

    int count() {
        return examples.size();
    }

    /** The group of a character. */
    int of(char c) {
        return ofChars[c] & 0xFF;
    }

    /** The group of a code point; half of one is no letter and no number. */
    int of(int codePoint) {
        int kind = kind(codePoint);
        return kind == LETTERS ? LETTER_PAIRS : kind == NUMBERS ? NUMBER_PAIRS : OTHERS;
    }

    /** Whether a set of letters has the characters of a group. */
    boolean contains(int set, int group) {
        return contained[set][group];
    }

    private boolean isWord(int group) {
        return kind(examples.get(group)) != OTHERS;
    }

    /** Whether a group's characters are of a word where they are read next. */
    boolean isWordAhead(int group) {
        return isWord(group) && !(backward && isPair(group));
    }

    /** The same where they were read last. */
    boolean isWordBehind(int group) {
        return isWord(group) && (backward || !isPair(group));
    }

    /** What stands to the left is looked at by halves, as {@link java.util.regex.Pattern} does, and half a letter is none. */
    private boolean isPair(int group) {
        return group == LETTER_PAIRS || group == NUMBER_PAIRS;
    }
}
