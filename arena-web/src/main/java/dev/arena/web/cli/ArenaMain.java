package dev.arena.web.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the jar starts. */
public final class ArenaMain {
    private ArenaMain() {}

    /** Runs one command line and leaves with its exit code. */
    public static void main(String[] arguments) {
        StandardOut standardOut = new StandardOut(new FileOutputStream(FileDescriptor.out));
        Console console = new Console(
                System.in,
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(standardOut, StandardCharsets.UTF_8))),
                writer(FileDescriptor.err),
                System.getenv(),
                // The launcher looks at standard error itself: from Java 22 on, System.console() says nothing about it.
                "1".equals(System.getenv("ARENA_TERMINAL")));
        int code = new ArenaCli(console).run(arguments);
        System.exit(standardOut.lost() && code == 0 ? ExitCode.UNEXPECTED.code() : code);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }
}
