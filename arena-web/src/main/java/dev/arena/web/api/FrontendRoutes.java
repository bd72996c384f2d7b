package dev.arena.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The browser UI: files packed into the jar. Only the addresses that a server names answer with the page itself. */
final class FrontendRoutes {
    private static final String FOLDER = "/public/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    /** Brotli among the encodings of a request, unless its weight is nought. */
    private static final Pattern BROTLI =
            Pattern.compile("(?i)(?:^|,)\\s*br\\s*(?:$|,|;\\s*q=(?!0(?:\\.0*)?\\s*(?:$|,)))");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "json", "application/json",
            "txt", "text/plain; charset=utf-8",
            "webmanifest", "application/manifest+json");

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    /** Routes of the files, and of the page at these addresses. */
    List<Route> routes(List<String> pages) {
        List<Route> routes = new ArrayList<>();
        for (String page : pages) {
            routes.add(Route.get(page, this::page));
        }
        routes.add(Route.get("/assets/{file}", this::asset));
        routes.add(Route.get("/{file}", context -> file(context, context.pathParam("file"))));
        return routes;
    }

    /** Whoever asks with a browser for a page that there is none of is told so by the page, in their own language. */
    void registerMissing(RoutesConfig routes) {
        routes.error(404, this::missing);
    }

    private void missing(Context context) {
        String path = context.path();
        boolean reads =
                context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
        boolean ours = path.equals("/api") || path.startsWith("/api/") || path.startsWith("/assets/");
        String accept = context.header("Accept");
        if (reads
                && !ours
                && accept != null
                && accept.contains("text/html")
                && find("index.html").isPresent()) {
            page(context);
        }
    }

    private void page(Context context) {
        file(context, "index.html");
    }

    /** Names of assets hold a hash of their content, so they never change. */
    private void asset(Context context) {
        file(context, "assets/" + requireName(context.pathParam("file")));
        context.header("Cache-Control", "public, max-age=31536000, immutable");
    }

    private void file(Context context, String path) {
        String name = requireName(path.substring(path.lastIndexOf('/') + 1));
        String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        Optional<byte[]> bytes = type == null ? Optional.empty() : find(path);
        if (type == null || bytes.isEmpty()) {
            throw notFound();
        }
        context.header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding")
                .contentType(type);
        Optional<byte[]> packed = takesBrotli(context) ? find(path + ".br") : Optional.empty();
        if (packed.isPresent()) {
            context.disableCompression().header("Content-Encoding", "br").result(packed.get());
        } else {
            context.result(bytes.get());
        }
    }

    /** Whether whoever asks can read what the build has packed; everything else is packed on its way. */
    private static boolean takesBrotli(Context context) {
        String accepted = context.header("Accept-Encoding");
        return accepted != null && BROTLI.matcher(accepted).find();
    }

    private static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw notFound();
        }
        return name;
    }

    private static ApiException notFound() {
        ApiError error = Errors.ofStatus(404);
        return ApiException.of(404, error.code(), error.message());
    }

    private Optional<byte[]> find(String path) {
        byte[] known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream input = FrontendRoutes.class.getResourceAsStream(FOLDER + path)) {
            if (input == null) {
                return Optional.empty();
            }
            byte[] bytes = input.readAllBytes();
            read.put(path, bytes);
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
