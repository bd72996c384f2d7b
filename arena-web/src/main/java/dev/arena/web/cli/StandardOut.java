package dev.arena.web.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output that remembers whether data was lost. A reader that went away (a closed pipe) ends quietly; anything else, such as a
 * full disk, is said once on standard error.
 */
final class StandardOut extends FilterOutputStream {
    private boolean closedPipe;
    private boolean lost;

    StandardOut(OutputStream out) {
        super(out);
    }

    /** Whether output could not be written for another reason than that nobody reads it any more. */
    boolean lost() {
        return lost;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (closedPipe || lost) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(IOException problem) {
        String message = String.valueOf(problem.getMessage());
        if (message.contains("Broken pipe")) {
            closedPipe = true;
            return;
        }
        lost = true;
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                .println("arena: standard output cannot be written (" + message + "); the output is incomplete.");
    }
}
