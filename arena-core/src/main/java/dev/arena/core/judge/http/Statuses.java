package dev.arena.core.judge.http;

import org.jspecify.annotations.Nullable;

/** What the end of an attempt means: for this question, and for the endpoint. */
final class Statuses {
    static final int OK = 200;

    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int OVERLOADED = 529;
    private static final int SHOWN = 500;

    private Statuses() {}

    /** Whether asking again can help. */
    static boolean passing(Endpoint.Attempt attempt) {
        if (attempt instanceof Endpoint.Replied replied) {
            int status = replied.status();
            return status == TOO_MANY || status == REQUEST_TIMEOUT || status >= SERVER_ERROR;
        }
        return true;
    }

    /** What it says about the endpoint; an endpoint that finds fault with a question answers. */
    static Gate.Fate.Kind kind(Endpoint.Attempt attempt) {
        if (!passing(attempt)) {
            return Gate.Fate.Kind.ANSWERED;
        }
        if (attempt instanceof Endpoint.Replied replied) {
            return switch (replied.status()) {
                case REQUEST_TIMEOUT, TOO_MANY, UNAVAILABLE, GATEWAY_TIMEOUT, OVERLOADED -> Gate.Fate.Kind.OVERLOADED;
                default -> Gate.Fate.Kind.TROUBLED;
            };
        }
        return attempt instanceof Endpoint.Late ? Gate.Fate.Kind.OVERLOADED : Gate.Fate.Kind.TROUBLED;
    }

    /** What went wrong, in words and without the key; empty where nothing did. */
    static String problem(Endpoint endpoint, Endpoint.Attempt attempt) {
        if (attempt instanceof Endpoint.Replied replied) {
            if (replied.status() == OK) {
                return "";
            }
            String said = endpoint.withoutKey(Dialect.problem(replied.body()));
            return "HTTP " + replied.status() + ": " + (said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "…");
        }
        if (attempt instanceof Endpoint.Unreachable unreachable) {
            return unreachable.problem();
        }
        return attempt instanceof Endpoint.Late late ? late.problem() : ((Endpoint.Lost) attempt).problem();
    }

    /** What to say where every question would get this answer; null where others may fare better. */
    static @Nullable String hopeless(Endpoint.Attempt attempt) {
        if (!(attempt instanceof Endpoint.Replied replied)) {
            return null;
        }
        int status = replied.status();
        if (status == UNAUTHORISED || status == FORBIDDEN) {
            return " does not authorise us (HTTP " + status
                    + "). Check the key in the variable that api_key_env names.";
        }
        boolean elsewhere = status == NOT_FOUND || (status >= REDIRECT && status < BAD_REQUEST);
        return elsewhere ? " is not there (HTTP " + status + "). Check base_url and model." : null;
    }
}
