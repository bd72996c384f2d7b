package dev.arena.web.api;

import dev.arena.core.model.Media;
import dev.arena.core.store.MediaStore;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends stored files. Headers say no more than what a file is and how long: no name, no hash, no time. */
final class MediaFiles {
    /** Any file; a hash tells who made what, so it is not for whoever may vote. */
    static final String ANY = "/api/media/{file}";

    /** A file opened by itself can do nothing: no script, no request, no form, no origin. */
    static final String CONTENT_SECURITY_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final MediaStore store;

    MediaFiles(MediaStore store) {
        this.store = store;
    }

    /** Any file by its hash; who serves it says to whom. */
    Route any() {
        return Route.get(ANY, this::anyMedia);
    }

    private void anyMedia(Context context) {
        Media media = Optional.of(context.pathParam("file"))
                .filter(hash -> HASH.matcher(hash).matches())
                .flatMap(store::find)
                .orElseThrow(MediaFiles::notFound);
        send(context, media);
    }

    /** Answers with a file, or with the part of it that is asked for. */
    void send(Context context, Media media) {
        context.contentType(media.mediaType())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "private, no-store")
                .header("Accept-Ranges", "bytes");
        String asked = context.header("Range");
        Optional<ByteRange> range = asked == null ? Optional.empty() : ByteRange.parse(asked, media.size());
        ByteRange sent = range.orElseGet(() -> new ByteRange(0, media.size() - 1));
        if (sent.isEmpty()) {
            context.header("Content-Range", "bytes */" + media.size());
            throw ApiException.of(416, "range_not_satisfiable", "The file has " + media.size() + " bytes.");
        }
        if (range.isPresent()) {
            context.status(206).header("Content-Range", sent.contentRange(media.size()));
        }
        // A length that is told must be that of what is sent, so nothing compresses it on the way.
        context.disableCompression().header("Content-Length", Long.toString(sent.length()));
        context.result(new MediaStream(store, media.sha256(), sent));
    }

    static ApiException notFound() {
        ApiError error = Errors.ofStatus(404);
        return ApiException.of(404, error.code(), error.message());
    }
}
