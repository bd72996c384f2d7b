package dev.arena.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.function.Consumer;

/**
 * One route.
 *
 * @param path with parameters in braces, as in the API document
 */
public record Route(HandlerType method, String path, Handler handler) {
    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }

    /** The same for those only whom a check lets pass. */
    Route onlyAfter(Consumer<Context> check) {
        return new Route(method, path, context -> {
            check.accept(context);
            handler.handle(context);
        });
    }
}
