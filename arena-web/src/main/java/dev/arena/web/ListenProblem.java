package dev.arena.web;

import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why a server cannot listen, and what to do. */
final class ListenProblem {
    private ListenProblem() {}

    /** The problem in one sentence; what is no problem of listening comes back as it is. */
    static RuntimeException of(ServerOptions options, RuntimeException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            String text = sentence(options, cause);
            if (text != null) {
                return new ServerException(text, problem);
            }
        }
        return problem;
    }

    private static @Nullable String sentence(ServerOptions options, Throwable cause) {
        String place = "port " + options.port() + " on " + options.host();
        if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return notHere(options);
        }
        if (!(cause instanceof BindException)) {
            return null;
        }
        String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("permission")) {
            return place + " may not be used by this user. Choose a port from 1024 up with --port.";
        }
        if (reason.contains("assign")) {
            return notHere(options);
        }
        return place + " is in use by another program. End that program, or choose another port with --port.";
    }

    private static String notHere(ServerOptions options) {
        return "--host " + options.host()
                + " is not an address of this machine. Use 127.0.0.1 for this machine only, or"
                + " 0.0.0.0 for all its addresses.";
    }
}
