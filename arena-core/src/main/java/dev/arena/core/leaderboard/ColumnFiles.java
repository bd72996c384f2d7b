package dev.arena.core.leaderboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Full pages of a table's columns, moved from the heap into files that are mapped into memory: what a server keeps of each vote does not
 * grow its heap, and the system may drop it from memory and read it again.
 *
 * <p>A file is removed from its folder as soon as it is open, so nothing is left behind whatever becomes of the process; its room on the
 * disk is free again when the table is no longer used. Where the disk does not take it, pages stay in the heap from then on.
 */
final class ColumnFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnFiles.class);

    private final Path folder;
    private final Opener opener;
    private boolean refused;

    /** A column whose full pages can be moved, in their order. */
    interface Column {
        /** Rows of a page. */
        int PAGE_BITS = 16;

        /** How many bytes the next page to be moved takes. */
        int bytesOfNextPage();

        /** Writes the next page to be moved. */
        void writeNextPage(ByteBuffer out);

        /** Takes the next page from where it was written, and lets go of the one in the heap. It cannot be changed any more. */
        void moveNextPage(ByteBuffer in);
    }

    /** Opens a new file, which is to be removed with its closing. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    ColumnFiles(Path folder) {
        this(folder, ColumnFiles::open);
    }

    ColumnFiles(Path folder, Opener opener) {
        this.folder = folder;
        this.opener = opener;
    }

    /** Moves the next page of each column. */
    void move(List<? extends Column> columns) {
        if (refused) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(
                        columns.stream().mapToInt(Column::bytesOfNextPage).sum())
                .order(ByteOrder.nativeOrder());
        columns.forEach(column -> column.writeNextPage(bytes));
        try {
            ByteBuffer written = write(bytes.flip());
            columns.forEach(column -> column.moveNextPage(written));
        } catch (IOException e) {
            refused = true;
            LOG.warn(
                    "what is kept of votes stays in the heap from now on: {} does not take it ({})",
                    folder,
                    e.toString());
        }
    }

    private ByteBuffer write(ByteBuffer bytes) throws IOException {
        try (FileChannel channel = newFile()) {
            int size = bytes.remaining();
            // written and not only mapped, so that a full disk is an error here and not a fault in whoever reads later
            while (bytes.hasRemaining()) {
                int unused = channel.write(bytes);
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.nativeOrder());
        }
    }

    private FileChannel newFile() throws IOException {
        Path file = Files.createTempFile(folder, ".arena-columns-", ".tmp");
        try {
            return opener.open(file);
        } catch (IOException | RuntimeException e) {
            // only an open file removes itself
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
