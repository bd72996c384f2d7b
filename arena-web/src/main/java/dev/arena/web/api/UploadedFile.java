package dev.arena.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The body of a request as a temporary file; gone when this is closed. */
final class UploadedFile implements AutoCloseable {
    /** Names the process, so that what an ended one left behind can be told from what is in use. */
    static final String PREFIX = "arena-upload-" + ProcessHandle.current().pid() + "-";

    private static final int BUFFER = 65_536;

    private final Path path;

    private UploadedFile(Path path) {
        this.path = path;
    }

    /**
     * Takes the body in.
     *
     * @param limit largest body, in bytes
     * @throws ApiException 413 where it is larger, 400 where it is empty or ends early
     */
    static UploadedFile receive(Context context, long limit) {
        if (context.req().getContentLengthLong() > limit) {
            RefusedBody.discard(context);
            throw tooLarge(limit);
        }
        UploadedFile file = new UploadedFile(temporary());
        try {
            file.copy(context, limit);
            return file;
        } catch (RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    private void copy(Context context, long limit) {
        long size = 0;
        try (InputStream in = context.req().getInputStream();
                OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    RefusedBody.discard(context);
                    throw tooLarge(limit);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw ApiException.of(
                    400,
                    "bad_request",
                    "The file did not arrive whole, or there is no room for it here. Send it again.");
        }
        if (size == 0) {
            throw ApiException.of(400, "empty_file", "The file is empty. Send the file itself as the body.");
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile(PREFIX, ".tmp");
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for temporary files", e);
        }
    }

    private static ApiException tooLarge(long limit) {
        return new ApiException(
                413,
                "body_too_large",
                "The file is larger than this server takes. Import it with 'arena import' while the server is stopped, or"
                        + " start the server with a larger --import-limit.",
                Map.of("limit_bytes", limit));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
