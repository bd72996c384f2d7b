package dev.arena.core.leaderboard;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Pieces of a table of votes as bytes: the names, verdicts and lineups that are new since the piece before, then the rows column by
 * column, compressed. A column that holds only its default takes a byte.
 */
final class VotePieces {
    /** Another number where anything is written otherwise. */
    static final int FORMAT = 1;

    private VotePieces() {}

    /**
     * What stands beside the rows of a piece.
     *
     * @param catalog fingerprint of what rows take from the catalog
     * @param replaced pairs of a row that was superseded and the row that did it
     * @param own pairs of a row that is left out whether or not it is superseded, and why, as a code
     * @param digest the fingerprint of all rated votes through this piece
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Beside(String catalog, List<int[]> replaced, List<int[]> own, long[] digest) {}

    /** How many of each kind of names were written already. */
    static final class Written {
        private final int[] names = new int[8];
        private int verdicts;
        private int lineups;
    }

    private static List<Names> names(VoteTable table) {
        return List.of(
                table.contestants,
                table.judges,
                table.prompts,
                table.categories,
                table.languages,
                table.runs,
                table.exclusions,
                table.studies);
    }

    /** The rows from one up to another, and all that is named since the piece before. */
    static byte[] encode(VoteTable table, Written written, int from, int to, Beside beside) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED), 1 << 16))) {
            out.writeUTF(beside.catalog());
            writeNames(out, table, written);
            for (; written.verdicts < table.verdicts().size(); written.verdicts++) {
                out.writeBoolean(true);
                write(out, table.verdicts().get(written.verdicts));
            }
            out.writeBoolean(false);
            for (; written.lineups < table.lineups.size(); written.lineups++) {
                int[] seats = table.lineups.seats(written.lineups);
                out.writeInt(seats.length);
                for (int seat : seats) {
                    out.writeInt(seat);
                }
            }
            out.writeInt(0);
            writeRows(out, table, from, to);
            writeBeside(out, beside);
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes every byte", e);
        }
        return bytes.toByteArray();
    }

    /** All that a table names is in pieces already. */
    static void countAsWritten(VoteTable table, Written written) {
        List<Names> all = names(table);
        for (int k = 0; k < all.size(); k++) {
            written.names[k] = all.get(k).size();
        }
        written.verdicts = table.verdicts().size();
        written.lineups = table.lineups.size();
    }

    private static void writeNames(DataOutputStream out, VoteTable table, Written written) throws IOException {
        List<Names> all = names(table);
        for (int k = 0; k < all.size(); k++) {
            out.writeInt(all.get(k).size() - written.names[k]);
            while (written.names[k] < all.get(k).size()) {
                byte[] name = all.get(k).bytes(++written.names[k]);
                out.writeInt(name.length);
                out.write(name);
            }
        }
    }

    private static void writeRows(DataOutputStream out, VoteTable table, int from, int to) throws IOException {
        out.writeInt(from);
        out.writeInt(to);
        for (int column = 0; column < VoteTable.CODES; column++) {
            Codes codes = table.codes(column);
            boolean used = column != VoteTable.EXCLUSION && isUsed(codes, from, to);
            out.writeBoolean(used);
            for (int row = from; used && row < to; row++) {
                out.writeInt(codes.get(row));
            }
        }
        for (int column = 0; column < VoteTable.LONGS; column++) {
            Longs longs = table.longs(column);
            boolean used = false;
            for (int row = from; row < to; row++) {
                used |= longs.get(row) != VoteTable.usual(column);
            }
            out.writeBoolean(used);
            for (int row = from; used && row < to; row++) {
                out.writeLong(longs.get(row));
            }
        }
    }

    private static boolean isUsed(Codes codes, int from, int to) {
        for (int row = from; row < to; row++) {
            if (codes.get(row) != 0) {
                return true;
            }
        }
        return false;
    }

    private static void writeBeside(DataOutputStream out, Beside beside) throws IOException {
        writePairs(out, beside.replaced());
        writePairs(out, beside.own());
        for (long limb : beside.digest()) {
            out.writeLong(limb);
        }
    }

    private static void writePairs(DataOutputStream out, List<int[]> pairs) throws IOException {
        out.writeInt(pairs.size());
        for (int[] pair : pairs) {
            out.writeInt(pair[0]);
            out.writeInt(pair[1]);
        }
    }

    private static List<int[]> pairs(DataInputStream in) throws IOException {
        List<int[]> pairs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            pairs.add(new int[] {in.readInt(), in.readInt()});
        }
        return pairs;
    }

    private static void write(DataOutputStream out, Verdict verdict) throws IOException {
        if (verdict instanceof Verdict.Ranking ranking) {
            out.writeByte('r');
            out.writeInt(ranking.margin() == null ? 0 : ranking.margin());
            out.writeInt(ranking.ranks().size());
            for (int rank : ranking.ranks()) {
                out.writeInt(rank);
            }
        } else if (verdict instanceof Verdict.Preference preference) {
            out.writeByte('p');
            out.writeDouble(preference.first());
        } else if (verdict instanceof Verdict.Abstention abstention) {
            out.writeByte('a');
            out.writeUTF(abstention.reason().name());
            out.writeBoolean(abstention.detail() != null);
            if (abstention.detail() != null) {
                writeLong(out, abstention.detail());
            }
        } else {
            out.writeByte('b');
        }
    }

    /** A text of any length. */
    private static void writeLong(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static Verdict verdict(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        if (kind == 'r') {
            int margin = in.readInt();
            List<Integer> ranks = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                ranks.add(in.readInt());
            }
            return new Verdict.Ranking(ranks, margin == 0 ? null : (Integer) margin);
        }
        if (kind == 'p') {
            return new Verdict.Preference(in.readDouble());
        }
        if (kind == 'a') {
            AbstentionReason reason = AbstentionReason.valueOf(in.readUTF());
            return Verdict.abstain(reason, in.readBoolean() ? text(in) : null);
        }
        return Verdict.bothBad();
    }

    private static String text(DataInputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int left = in.readInt(); left > 0; left--) {
            text.append(in.readChar());
        }
        return text.toString();
    }

    /**
     * Reads a piece: names, verdicts and lineups into the table, where those of the pieces before must stand already.
     *
     * @return the rows, which are not in the table yet
     * @throws IOException where the bytes are no piece that follows
     */
    static Rows decode(byte[] piece, VoteTable table) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(piece)))) {
            String catalog = in.readUTF();
            for (Names names : names(table)) {
                for (int left = in.readInt(); left > 0; left--) {
                    byte[] name = in.readNBytes(in.readInt());
                    int unused = names.code(name, 0, name.length);
                }
            }
            while (in.readBoolean()) {
                int unused = table.verdict(verdict(in));
            }
            for (int k = in.readInt(); k > 0; k = in.readInt()) {
                int[] seats = new int[k];
                for (int seat = 0; seat < k; seat++) {
                    seats[seat] = in.readInt();
                }
                int unused = table.lineups.lineup(seats);
            }
            return rows(in, catalog);
        }
    }

    private static Rows rows(DataInputStream in, String catalog) throws IOException {
        int from = in.readInt();
        int size = in.readInt() - from;
        int[][] codes = new int[VoteTable.CODES][];
        for (int column = 0; column < VoteTable.CODES; column++) {
            codes[column] = new int[in.readBoolean() ? size : 0];
            byte[] raw = in.readNBytes(codes[column].length * Integer.BYTES);
            ByteBuffer.wrap(raw).asIntBuffer().get(codes[column]);
        }
        long[][] longs = new long[VoteTable.LONGS][];
        for (int column = 0; column < VoteTable.LONGS; column++) {
            longs[column] = new long[in.readBoolean() ? size : 0];
            byte[] raw = in.readNBytes(longs[column].length * Long.BYTES);
            ByteBuffer.wrap(raw).asLongBuffer().get(longs[column]);
        }
        List<int[]> replaced = pairs(in);
        List<int[]> own = pairs(in);
        long[] digest = new long[VoteDigest.LIMBS];
        for (int k = 0; k < digest.length; k++) {
            digest[k] = in.readLong();
        }
        return new Rows(from, size, codes, longs, new Beside(catalog, replaced, own, digest));
    }

    /** The rows of a piece, and what stands beside them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(int from, int size, int[][] codes, long[][] longs, Beside beside) {
        /** Puts a row, counted from the first of the piece, into {@code vote}. */
        void read(int at, CodedVote vote) {
            for (int column = 0; column < codes.length; column++) {
                vote.codes[column] = codes[column].length == 0 ? 0 : codes[column][at];
            }
            for (int column = 0; column < longs.length; column++) {
                vote.longs[column] = longs[column].length == 0 ? VoteTable.usual(column) : longs[column][at];
            }
        }
    }
}
