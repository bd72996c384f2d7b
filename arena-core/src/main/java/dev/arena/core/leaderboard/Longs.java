package dev.arena.core.leaderboard;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of longs, or of the bits of doubles. A page that holds only the default takes no room. Full pages may be moved out of
 * the heap, several small ones as one large one.
 */
final class Longs implements ColumnFiles.Column {
    private static final int SMALL_BITS = 12;
    private static final int PAGE = 1 << SMALL_BITS;
    private static final int PARTS = 1 << (PAGE_BITS - SMALL_BITS);

    private final long defaultValue;
    private long[][] pages = new long[0][];
    /** The small pages that were moved; null for one that holds only the default. */
    private @Nullable LongBuffer[] moved = new LongBuffer[0];

    private int movedPages;

    Longs(long defaultValue) {
        this.defaultValue = defaultValue;
    }

    /**
     * What this column holds now, for whoever reads while more rows are added.
     *
     * @param changing whether entries that are set may be set anew
     */
    Longs frozen(boolean changing) {
        Longs copy = new Longs(defaultValue);
        copy.pages = pages.clone();
        for (int page = 0; changing && page < pages.length; page++) {
            copy.pages[page] = pages[page] == null ? null : pages[page].clone();
        }
        copy.moved = moved.clone();
        copy.movedPages = movedPages;
        return copy;
    }

    /** The entry of a row; the default where none was set. */
    long get(int row) {
        int page = row >>> SMALL_BITS;
        if (page < movedPages) {
            LongBuffer values = moved[page];
            return values == null ? defaultValue : values.get(row & (PAGE - 1));
        }
        return page < pages.length && pages[page] != null ? pages[page][row & (PAGE - 1)] : defaultValue;
    }

    /**
     * Sets the entry of a row.
     *
     * @throws IllegalStateException if its page was moved
     */
    void set(int row, long value) {
        int page = row >>> SMALL_BITS;
        if (page < movedPages) {
            throw new IllegalStateException("the page of row " + row + " was moved");
        }
        if (page >= pages.length || pages[page] == null) {
            if (value == defaultValue) {
                return;
            }
            pages = page < pages.length ? pages : Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
            pages[page] = new long[PAGE];
            Arrays.fill(pages[page], defaultValue);
        }
        pages[page][row & (PAGE - 1)] = value;
    }

    /** The entry as a double. */
    double number(int row) {
        return Double.longBitsToDouble(get(row));
    }

    /** Sets the entry to the bits of a double. */
    void setNumber(int row, double value) {
        set(row, Double.doubleToLongBits(value));
    }

    private long @Nullable [] next(int part) {
        int page = movedPages + part;
        return page < pages.length ? pages[page] : null;
    }

    @Override
    public int bytesOfNextPage() {
        int bytes = 0;
        for (int part = 0; part < PARTS; part++) {
            bytes += next(part) == null ? 0 : PAGE * Long.BYTES;
        }
        return bytes;
    }

    @Override
    public void writeNextPage(ByteBuffer out) {
        for (int part = 0; part < PARTS; part++) {
            long[] page = next(part);
            if (page != null) {
                out.asLongBuffer().put(page);
                out.position(out.position() + PAGE * Long.BYTES);
            }
        }
    }

    @Override
    public void moveNextPage(ByteBuffer in) {
        if (movedPages + PARTS > moved.length) {
            moved = Arrays.copyOf(moved, Math.max(2 * PARTS, moved.length * 2));
        }
        for (int part = 0; part < PARTS; part++) {
            if (next(part) != null) {
                int at = in.position();
                // a slice forgets the order of bytes
                moved[movedPages + part] =
                        in.slice(at, PAGE * Long.BYTES).order(in.order()).asLongBuffer();
                in.position(at + PAGE * Long.BYTES);
                pages[movedPages + part] = null;
            }
        }
        movedPages += PARTS;
    }
}
