package dev.arena.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** What becomes of a body that is too large. */
final class RefusedBody {
    /** So much is taken in and thrown away: a sender that is cut off may never see why. */
    private static final long MOST_DISCARDED = 64L << 20;

    private static final int BUFFER = 65_536;

    private RefusedBody() {}

    /** Takes in what is left of a body and throws it away. */
    static void discard(Context context) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = context.req().getInputStream();
            long left = MOST_DISCARDED;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = in.read(buffer);
            }
        } catch (IOException e) {
            // the sender has gone, and hears nothing either way
        }
    }
}
