package dev.arena.core.media;

/**
 * How large files may be.
 *
 * @param imageBytes the most bytes of an image or a sound
 * @param videoBytes the most bytes of a video
 */
public record MediaLimits(long imageBytes, long videoBytes) {
    private static final long MEGABYTE = 1L << 20;

    public MediaLimits {
        if (imageBytes < 1 || videoBytes < 1) {
            throw new IllegalArgumentException("limits must be above 0, found " + imageBytes + " and " + videoBytes);
        }
    }

    /** 32 MB for an image or a sound, 256 MB for a video. */
    public static MediaLimits standard() {
        return ofMegabytes(32, 256);
    }

    /** Limits in megabytes of 1024 · 1024 bytes. */
    public static MediaLimits ofMegabytes(long image, long video) {
        return new MediaLimits(image * MEGABYTE, video * MEGABYTE);
    }

    long of(MediaType type) {
        return type.kind() == MediaType.Kind.VIDEO ? videoBytes : imageBytes;
    }
}
