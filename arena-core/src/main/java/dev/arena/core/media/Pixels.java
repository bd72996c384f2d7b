package dev.arena.core.media;

import java.util.Locale;

/** How large a picture may be: a file of a thousand bytes can ask a browser for as many gigabytes. */
final class Pixels {
    /** Width times height; some 12,200 by 8,200. */
    static final long MOST = 100_000_000;

    private Pixels() {}

    /**
     * Looks at a picture's size.
     *
     * @throws MediaProblem where it has no pixel, or too many
     */
    static void require(MediaType type, long width, long height) {
        if (width < 1 || height < 1) {
            throw MediaProblem.damaged(type, "it is " + width + " by " + height + " pixels large");
        }
        if (width > MOST || height > MOST || width * height > MOST) {
            throw new MediaProblem(
                    "a picture of " + width + " by " + height + " pixels",
                    String.format(Locale.ROOT, "at most %,d pixels", MOST),
                    "Make it smaller.");
        }
    }
}
