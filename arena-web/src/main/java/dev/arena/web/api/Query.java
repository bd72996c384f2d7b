package dev.arena.web.api;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What every reader of parameters of an address refuses in the same words. */
final class Query {
    private Query() {}

    /**
     * Refuses a parameter of any other name.
     *
     * @throws ApiException 400 {@code invalid_value}
     */
    static void requireOnly(Context context, Collection<String> allowed) {
        for (String name : new TreeSet<>(context.queryParamMap().keySet())) {
            if (!allowed.contains(name)) {
                throw invalid("parameter", name, allowed);
            }
        }
    }

    /**
     * Whether a parameter is {@code true}; one that is not given is not.
     *
     * @throws ApiException 400 {@code invalid_value} where it is neither {@code true} nor {@code false}
     */
    static boolean truth(Context context, String name) {
        String value = context.queryParam(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw invalid(name, value, List.of("true", "false"));
        }
        return "true".equals(value);
    }

    /** 400 {@code invalid_value}: what was found, and what is allowed. */
    static ApiException invalid(String field, String found, Collection<String> allowed) {
        String list = String.join(", ", allowed);
        String shown = Errors.shorten(found);
        return new ApiException(
                400,
                "invalid_value",
                field + " '" + shown + "' is not allowed; allowed: " + (list.isEmpty() ? "nothing yet" : list) + ".",
                Map.of("field", field, "found", shown, "allowed", list));
    }
}
