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

    private static final int MOST = 255;
    /** Letters, numbers and others of which no expression speaks, and the same beyond 16 bits but for others. */
    private static final int KINDS = 5;

    private static final byte[] KIND_OF = kinds();

    private final byte[] ofChars = new byte[1 << 16];
    private final List<Character> examples = new ArrayList<>(List.of('\uD800'));
    private final int[] plain = {-1, -1, -1, -1, -1};
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
        Map<String, Integer> known = new TreeMap<>();
        BitSet listed = new BitSet();
        letters.forEach(set -> set.chars().chars().forEach(listed::set));
        for (int c = 0; c < ofChars.length; c++) {
            if (!Character.isSurrogate((char) c)) {
                ofChars[c] = (byte) (listed.get(c) ? group((char) c, known) : plain((char) c, known));
            }
        }
        for (int kind = 0; kind < 2; kind++) {
            plain[KINDS - 2 + kind] = add(examples.get(plain[kind]));
        }
        contained = contained();
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[1 << 16];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = (byte) (Expression.Letters.isLetter(c) ? 0 : Expression.Letters.isNumber(c) ? 1 : 2);
        }
        return kinds;
    }

    /** 0 for letters, 1 for numbers, 2 for others. */
    private static int kind(int codePoint) {
        if (codePoint < KIND_OF.length) {
            return KIND_OF[codePoint];
        }
        return Expression.Letters.isLetter(codePoint) ? 0 : Expression.Letters.isNumber(codePoint) ? 1 : 2;
    }

    private int plain(char c, Map<String, Integer> known) {
        int kind = kind(c);
        if (plain[kind] < 0) {
            plain[kind] = group(c, known);
        }
        return plain[kind];
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
        return plain[kind < 2 ? KINDS - 2 + kind : kind];
    }

    /** Whether a set of letters has the characters of a group. */
    boolean contains(int set, int group) {
        return contained[set][group];
    }

    private boolean isWord(int group) {
        return kind(examples.get(group)) < 2;
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
        return group == plain[KINDS - 2] || group == plain[KINDS - 1];
    }
}
