package dev.arena.core.leaderboard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of whole numbers from 0 up. Every byte of the numbers has pages of its own, and a page of zeros takes no room: a
 * column of zeros costs nothing, one of numbers below 256 a byte a row. Full pages may be moved out of the heap.
 */
final class Codes implements ColumnFiles.Column {
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int BYTES = Integer.BYTES;

    private final byte[][][] planes = new byte[BYTES][0][];
    /** The pages that were moved, plane beside plane; null for one of zeros. */
    private @Nullable ByteBuffer[] moved = new ByteBuffer[0];

    private int movedPages;

    /**
     * What this column holds now, for whoever reads while more rows are added.
     *
     * @param changing whether entries that are set may be set anew
     */
    Codes frozen(boolean changing) {
        Codes copy = new Codes();
        for (int k = 0; k < BYTES; k++) {
            copy.planes[k] = planes[k].clone();
            for (int page = 0; changing && page < planes[k].length; page++) {
                copy.planes[k][page] = planes[k][page] == null ? null : planes[k][page].clone();
            }
        }
        copy.moved = moved.clone();
        copy.movedPages = movedPages;
        return copy;
    }

    /** The entry of a row; 0 where none was set. */
    int get(int row) {
        int page = row >>> PAGE_BITS;
        int at = row & (PAGE - 1);
        if (page < movedPages) {
            return movedEntry(page, at);
        }
        int value = 0;
        for (int k = 0; k < BYTES; k++) {
            byte[][] pages = planes[k];
            if (page < pages.length && pages[page] != null) {
                value |= (pages[page][at] & 0xFF) << (8 * k);
            }
        }
        return value;
    }

    private int movedEntry(int page, int at) {
        int value = 0;
        for (int k = 0; k < BYTES; k++) {
            ByteBuffer plane = moved[page * BYTES + k];
            if (plane != null) {
                value |= (plane.get(at) & 0xFF) << (8 * k);
            }
        }
        return value;
    }

    /**
     * Sets the entry of a row.
     *
     * @throws IllegalStateException if its page was moved
     */
    void set(int row, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("a code is 0 or more, not " + value);
        }
        if (row >>> PAGE_BITS < movedPages) {
            throw new IllegalStateException("the page of row " + row + " was moved");
        }
        for (int k = 0; k < BYTES; k++) {
            setByte(k, row, (byte) (value >>> (8 * k)));
        }
    }

    private void setByte(int plane, int row, byte value) {
        int page = row >>> PAGE_BITS;
        byte[][] pages = planes[plane];
        if (page >= pages.length || pages[page] == null) {
            if (value == 0) {
                return;
            }
            pages = page < pages.length ? pages : Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
            pages[page] = new byte[PAGE];
            planes[plane] = pages;
        }
        pages[page][row & (PAGE - 1)] = value;
    }

    private byte @Nullable [] next(int plane) {
        byte[][] pages = planes[plane];
        return movedPages < pages.length ? pages[movedPages] : null;
    }

    @Override
    public int bytesOfNextPage() {
        int bytes = 0;
        for (int k = 0; k < BYTES; k++) {
            bytes += next(k) == null ? 0 : PAGE;
        }
        return bytes;
    }

    @Override
    public void writeNextPage(ByteBuffer out) {
        for (int k = 0; k < BYTES; k++) {
            byte[] page = next(k);
            if (page != null) {
                out.put(page);
            }
        }
    }

    @Override
    public void moveNextPage(ByteBuffer in) {
        if ((movedPages + 1) * BYTES > moved.length) {
            moved = Arrays.copyOf(moved, Math.max(2 * BYTES, moved.length * 2));
        }
        for (int k = 0; k < BYTES; k++) {
            if (next(k) != null) {
                moved[movedPages * BYTES + k] = in.slice(in.position(), PAGE);
                in.position(in.position() + PAGE);
                planes[k][movedPages] = null;
            }
        }
        movedPages++;
    }
}
