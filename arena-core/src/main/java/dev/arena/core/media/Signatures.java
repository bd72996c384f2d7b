package dev.arena.core.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the type of a file by its first bytes. */
final class Signatures {
    private static final int BEGINNING = 4096;
    private static final Pattern SVG_START = Pattern.compile(
            "^\\uFEFF?\\s*(<\\?xml[^>]*\\?>)?\\s*(<!--.*?-->\\s*|<!DOCTYPE[^>\\[]*(\\[[^\\]]*])?>\\s*)*<(\\w+:)?svg[\\s>/]",
            Pattern.DOTALL);

    private Signatures() {}

    /** The type; empty where the bytes are of none of those that can be shown. */
    static Optional<MediaType> find(FileBytes file) throws IOException {
        if (file.has(0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of(MediaType.PNG);
        }
        if (file.has(0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(MediaType.JPEG);
        }
        if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
            return Optional.of(MediaType.GIF);
        }
        if (file.has(0, "RIFF")) {
            return file.has(8, "WEBP")
                    ? Optional.of(MediaType.WEBP)
                    : file.has(8, "WAVE") ? Optional.of(MediaType.WAV) : Optional.empty();
        }
        if (file.has(0, "OggS")) {
            return Optional.of(MediaType.OGG);
        }
        if (file.has(0, "\u001AE\u00DF\u00A3")) {
            return Optional.of(MediaType.WEBM);
        }
        if (file.has(4, "ftyp")) {
            return Optional.of(file.has(8, "M4A ") || file.has(8, "M4B ") ? MediaType.M4A : MediaType.MP4);
        }
        if (Mp3Cleaner.begins(file)) {
            return Optional.of(MediaType.MP3);
        }
        return isSvg(file) ? Optional.of(MediaType.SVG) : Optional.empty();
    }

    private static boolean isSvg(FileBytes file) throws IOException {
        byte[] start = file.bytes(0, (int) Math.min(BEGINNING, file.size()));
        return SVG_START.matcher(new String(start, StandardCharsets.UTF_8)).find();
    }
}
