package dev.arena.web.api;

import dev.arena.core.store.ArenaStore;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** For those who run the server and for programs: health, metrics, the API document. */
final class ServiceRoutes {
    private static final String DOCUMENT = "openapi.json";

    private final ArenaStore store;
    private final Metrics metrics;

    ServiceRoutes(ArenaStore store, Metrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/healthz", this::health),
                Route.get("/metrics", this::metrics),
                Route.get("/openapi.json", this::document));
    }

    private record Health(String status, String store, long revision) {}

    private void health(Context context) {
        store.requireWritable();
        Json.answer(context, 200, new Health("ok", "writable", store.revision()));
    }

    private void metrics(Context context) {
        context.contentType(Metrics.MEDIA_TYPE).result(metrics.text());
    }

    private void document(Context context) {
        try (InputStream input = ServiceRoutes.class.getResourceAsStream(DOCUMENT)) {
            if (input == null) {
                throw new IllegalStateException(DOCUMENT + " is missing from the build");
            }
            context.contentType(Json.MEDIA_TYPE).result(input.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
