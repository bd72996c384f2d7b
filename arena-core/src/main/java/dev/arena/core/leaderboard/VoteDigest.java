package dev.arena.core.leaderboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A fingerprint of the votes that a table was made of: the same votes have the same one in any order, joined into counts or not, and in
 * any database.
 *
 * <p>It is the sum modulo 2^256 of the SHA-256 of a line for each vote, in which its models in the order shown, its verdict, weight,
 * judge, prompt and turn stand; a row that stands for {@code n} equal votes adds its line's {@code n} times.
 */
final class VoteDigest {
    private static final byte[] ONE = {'1', '.', '0'};
    private static final byte[] END = {0x1F};
    private static final byte[] NONE = {0x1E};
    static final int LIMBS = 8;
    private static final long LIMB = 0xFFFFFFFFL;

    private final VoteTable table;
    private final MessageDigest sha256;
    private final List<byte[]> verdicts = new ArrayList<>();
    private final List<byte[]> contestants = new ArrayList<>();
    private final byte[][] kinds;
    private byte[] line = new byte[256];
    private int length;
    /** The sum, 32 bits a limb, the lowest first. */
    private final long[] sum = new long[LIMBS];

    /** Of no votes of a table, which may grow. */
    VoteDigest(VoteTable table) {
        this.table = table;
        kinds = VoteTable.kinds().stream().map(kind -> text(kind.word())).toArray(byte[][]::new);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The fingerprint in hex. */
    static String sha256(Selection selection) {
        VoteDigest digest = new VoteDigest(selection.table());
        for (int k = 0; k < selection.size(); k++) {
            digest.add(selection.row(k), 1);
        }
        return digest.hex();
    }

    /**
     * Adds the votes of a row, or takes them out.
     *
     * @param sign 1 or -1
     */
    void add(int row, int sign) {
        length = 0;
        for (int seat : table.lineups.seats(table.lineupOf(row))) {
            put(contestant(seat));
            put(END);
        }
        put(verdict(table.verdictOf(row)));
        put(END);
        put(table.weight(row) == 1 ? ONE : text(Double.toString(table.weight(row))));
        put(table.orderKnown(row) ? END : NONE);
        putName(table.judges, table.judge(row));
        put(kinds[table.kindCode(row)]);
        putName(table.prompts, table.prompt(row));
        if (table.turn(row) != 0) {
            put(text(Integer.toString(table.turn(row))));
        }
        sha256.update(line, 0, length);
        byte[] hash = sha256.digest();
        addTimes(sign < 0 ? negated(hash) : hash, table.count(row));
    }

    /** What is to be added to take a number away, modulo 2^256. */
    private static byte[] negated(byte[] number) {
        byte[] result = new byte[number.length];
        int carry = 1;
        for (int k = number.length - 1; k >= 0; k--) {
            int digit = (~number[k] & 0xFF) + carry;
            result[k] = (byte) digit;
            carry = digit >>> 8;
        }
        return result;
    }

    private byte[] contestant(int code) {
        while (contestants.size() <= code) {
            contestants.add(contestants.isEmpty() ? NONE : table.contestants.bytes(contestants.size()));
        }
        return contestants.get(code);
    }

    private byte[] verdict(int code) {
        while (verdicts.size() <= code) {
            verdicts.add(text(table.verdicts().get(verdicts.size()).toString()));
        }
        return verdicts.get(code);
    }

    /** A name, told apart from none. */
    private void putName(Names names, int code) {
        put(code == 0 ? NONE : names.bytes(code));
        put(END);
    }

    private void put(byte... bytes) {
        if (length + bytes.length > line.length) {
            line = Arrays.copyOf(line, 2 * (length + bytes.length));
        }
        System.arraycopy(bytes, 0, line, length, bytes.length);
        length += bytes.length;
    }

    private void addTimes(byte[] line, long times) {
        addTimes(line, times & LIMB, 0);
        if (times >>> 32 != 0) {
            addTimes(line, times >>> 32, 1);
        }
    }

    private void addTimes(byte[] line, long times, int from) {
        long carry = 0;
        for (int limb = from; limb < LIMBS; limb++) {
            int at = line.length - 4 * (limb - from + 1);
            long digit = ((line[at] & 0xFFL) << 24)
                    | ((line[at + 1] & 0xFFL) << 16)
                    | ((line[at + 2] & 0xFFL) << 8)
                    | (line[at + 3] & 0xFFL);
            // At most (2^32 - 1)^2 + 2 (2^32 - 1) = 2^64 - 1: no bit is lost.
            long total = digit * times + sum[limb] + carry;
            sum[limb] = total & LIMB;
            carry = total >>> 32;
        }
    }

    /** The sum, 32 bits a limb, the lowest first. */
    long[] limbs() {
        return sum.clone();
    }

    /** Goes on from a sum. */
    void set(long[] limbs) {
        System.arraycopy(limbs, 0, sum, 0, LIMBS);
    }

    /** The fingerprint in hex. */
    String hex() {
        StringBuilder text = new StringBuilder();
        for (int limb = LIMBS - 1; limb >= 0; limb--) {
            text.append(HexFormat.of().toHexDigits((int) sum[limb]));
        }
        return text.toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
