package dev.arena.web.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that another site makes a browser send: a foreign {@code Origin} on anything but reading, and a {@code Host}
 * name that is not this server's (DNS rebinding). Addresses in numbers cannot be rebound, so they always pass.
 */
public final class RequestGuard {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Set<String> hosts = new TreeSet<>();

    /**
     * A guard.
     *
     * @param host what the server listens on
     * @param allowed further names that people reach it by, such as a proxy's
     */
    public RequestGuard(String host, Collection<String> allowed) {
        hosts.add("localhost");
        hosts.add(host.toLowerCase(Locale.ROOT));
        for (String name : allowed) {
            hosts.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Lets a request pass.
     *
     * @throws ApiException 403 where it is refused
     */
    public void check(Context context) {
        String host = context.header("Host");
        if (host == null) {
            throw ApiException.of(400, "missing_host", "A request needs a Host header.");
        }
        String name = withoutPort(host);
        if (!isNumeric(name) && !hosts.contains(name)) {
            throw new ApiException(
                    403,
                    "unknown_host",
                    "This server does not go by that name. Start it with --allow-host NAME to add one.",
                    Map.of("found", Errors.shorten(name), "allowed", hosts));
        }
        if (!READING.contains(context.method())) {
            checkOrigin(context.header("Origin"), host.toLowerCase(Locale.ROOT));
        }
    }

    private void checkOrigin(@Nullable String origin, String host) {
        if (origin == null) {
            return;
        }
        String authority = authority(origin);
        if (!authority.equals(host) && !(hosts.contains(withoutPort(authority)) && !isLoopback(authority))) {
            throw new ApiException(
                    403,
                    "foreign_origin",
                    "Another site may not send this request.",
                    Map.of("found", Errors.shorten(origin)));
        }
    }

    /** A name on this machine says nothing about the server behind the port, so there the port must be the same too. */
    private static boolean isLoopback(String authority) {
        String name = withoutPort(authority);
        return name.equals("localhost") || isNumeric(name);
    }

    private static String authority(String origin) {
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    }

    private static boolean isNumeric(String name) {
        return name.startsWith("[") || IPV4.matcher(name).matches();
    }
}
