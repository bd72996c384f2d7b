package dev.arena.core.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of files that a voter can be shown. */
public enum MediaType {
    PNG(Kind.IMAGE, "image/png", "png"),
    JPEG(Kind.IMAGE, "image/jpeg image/jpg", "jpg jpeg"),
    WEBP(Kind.IMAGE, "image/webp", "webp"),
    GIF(Kind.IMAGE, "image/gif", "gif"),
    SVG(Kind.IMAGE, "image/svg+xml", "svg"),
    MP3(Kind.AUDIO, "audio/mpeg audio/mp3", "mp3"),
    WAV(Kind.AUDIO, "audio/wav audio/x-wav audio/wave audio/vnd.wave", "wav"),
    OGG(Kind.AUDIO, "audio/ogg application/ogg audio/opus", "ogg oga opus"),
    M4A(Kind.AUDIO, "audio/mp4 audio/x-m4a audio/m4a", "m4a"),
    MP4(Kind.VIDEO, "video/mp4", "mp4 m4v"),
    WEBM(Kind.VIDEO, "video/webm audio/webm", "webm");

    private final Kind kind;
    /** Separated by spaces, the first is served. */
    private final String names;

    private final String endings;

    /** How a page shows it. */
    public enum Kind {
        IMAGE,
        AUDIO,
        VIDEO;

        /** The word used in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    MediaType(Kind kind, String names, String endings) {
        this.kind = kind;
        this.names = names;
        this.endings = endings;
    }

    private static List<String> words(String separated) {
        return List.of(separated.split(" ", -1));
    }

    /** How a page shows it. */
    public Kind kind() {
        return kind;
    }

    /** The media type that it is served under. */
    public String mediaType() {
        return words(names).get(0);
    }

    /** The type of that name, such as {@code image/png}, by any of its names. */
    public static Optional<MediaType> ofName(String mediaType) {
        String bare = mediaType.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(type -> words(type.names).contains(bare))
                .findFirst();
    }

    /** The type that files of that name usually have. */
    public static Optional<MediaType> ofEnding(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(type -> words(type.endings).contains(ending))
                .findFirst();
    }

    /** All types, for messages. */
    public static String all() {
        return Stream.of(values()).map(MediaType::mediaType).collect(Collectors.joining(", "));
    }
}
