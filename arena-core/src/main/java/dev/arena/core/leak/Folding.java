package dev.arena.core.leak;

import java.text.Normalizer;

/**
 * Letters as a reader sees them: NFKC, without case and accents, look-alikes of other scripts as the Latin letters that they pass for;
 * what has no width is gone.
 */
final class Folding {
    /** Stands for a character of no width. */
    static final char NOTHING = '\0';
    /** Stands for a character that becomes several. */
    private static final char SEVERAL = '\uFFFF';

    private static final int TRADE_MARK = 0x2122;
    private static final int SERVICE_MARK = 0x2120;

    private static final String LOOKALIKES = "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwәeӏlԍg"
            + "αaβbεeιiκkνvοoρpτtυuχxωw"
            + "ıiłløoæaœoðdþpßsđdħhŋnſs"
            + "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz"
            + "ɑaɡgɩiꞁlǀlՏsօoսuիhզqոnЬb";

    private static final char[] TABLE = table();

    private Folding() {}

    private static char[] table() {
        char[] table = new char[1 << 16];
        for (int c = 0; c < table.length; c++) {
            String folded = slow(c);
            table[c] = folded.isEmpty() ? NOTHING : folded.length() == 1 ? folded.charAt(0) : SEVERAL;
        }
        return table;
    }

    /** Appends the folded form of a code point. */
    static String of(int codePoint) {
        if (codePoint < TABLE.length && TABLE[codePoint] != SEVERAL) {
            return TABLE[codePoint] == NOTHING ? "" : String.valueOf(TABLE[codePoint]);
        }
        return slow(codePoint);
    }

    /** The folded form of a character; {@link #NOTHING} where it has none, and -1 where it becomes several. */
    static int quick(char c) {
        char folded = TABLE[c];
        return folded == SEVERAL ? -1 : folded;
    }

    private static String slow(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return " ";
        }
        if (codePoint == TRADE_MARK || codePoint == SERVICE_MARK) {
            return " ";
        }
        String whole = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder();
        whole.codePoints().forEach(part -> append(part, folded));
        return folded.toString();
    }

    private static void append(int codePoint, StringBuilder folded) {
        int type = Character.getType(codePoint);
        boolean invisible = type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0x2800;
        if (invisible || (type == Character.CONTROL && codePoint != '\n' && codePoint != '\t' && codePoint != '\r')) {
            return;
        }
        int lower = Character.toLowerCase(Character.toUpperCase(codePoint));
        int found = lookalike(lower);
        folded.appendCodePoint(found < 0 ? plain(lower) : found);
    }

    private static int lookalike(int lower) {
        for (int i = 0; i < LOOKALIKES.length(); i += 2) {
            if (LOOKALIKES.charAt(i) == lower) {
                return LOOKALIKES.charAt(i + 1);
            }
        }
        return -1;
    }

    /** One kind of apostrophe, dash and space. */
    private static int plain(int c) {
        if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '´') {
            return '\'';
        }
        if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) {
            return '-';
        }
        return c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c)) ? ' ' : c;
    }
}
