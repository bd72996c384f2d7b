package dev.arena.core.media;

import java.io.IOException;

/** Frees files of one type of what could name their maker. */
interface Cleaner {
    /**
     * The file without its metadata.
     *
     * @throws MediaProblem where the file is damaged, or metadata could be where this cannot remove it
     * @throws FileBytes.EndException where the file ends too early
     */
    CleanBytes clean(FileBytes file) throws IOException;

    /** The cleaner of a type. */
    static Cleaner of(MediaType type) {
        return switch (type) {
            case PNG -> new PngCleaner();
            case JPEG -> new JpegCleaner();
            case WEBP, WAV -> new RiffCleaner(type);
            case GIF -> new GifCleaner();
            case SVG -> new SvgCleaner();
            case MP3 -> new Mp3Cleaner();
            case OGG -> new OggCleaner();
            case M4A, MP4 -> new Mp4Cleaner(type);
            case WEBM -> new WebmCleaner();
        };
    }
}
