package dev.arena.web.api;

import dev.arena.core.battle.BattleException;
import dev.arena.core.leak.LeakFinderException;
import dev.arena.core.people.PeopleException;
import dev.arena.core.problem.ArenaException;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.problem.StoreException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.study.StudyException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every way a request can fail into the one error shape. */
public final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final int SHOWN = 120;

    private Errors() {}

    /** Handles every exception of every route. */
    public static void register(RoutesConfig routes) {
        routes.exception(ApiException.class, (e, context) -> answer(context, e.error()));
        routes.exception(HttpResponseException.class, (e, context) -> answer(context, ofStatus(e.getStatus())));
        routes.exception(BattleException.class, (e, context) -> answer(context, ofBattle(e)));
        routes.exception(StudyException.class, (e, context) -> answer(context, ofStudy(e)));
        routes.exception(UsageException.class, (e, context) -> answer(context, ofUsage(e)));
        routes.exception(PeopleException.class, (e, context) -> answer(context, ofPeople(e)));
        routes.exception(InputException.class, (e, context) -> answer(context, ofInput(e.problem())));
        routes.exception(StoreException.class, (e, context) -> answer(context, ofStore(e)));
        routes.exception(
                LeakFinderException.class,
                (e, context) ->
                        answer(context, new ApiError(503, "not_checked", String.valueOf(e.getMessage()), Map.of())));
        routes.exception(ArenaException.class, (e, context) -> answer(context, ofArena(e)));
        routes.exception(Exception.class, (e, context) -> answer(context, unexpected(e)));
    }

    /** Answers where the virtual machine itself gave up: no memory, a stack too deep. */
    public static void answer(HttpServletResponse response, Error problem) {
        ApiError error = unexpected(problem);
        response.setStatus(error.status());
        response.setContentType(Json.MEDIA_TYPE);
        SecurityHeaders.ALL.forEach(response::setHeader);
        try {
            response.getOutputStream().write(error.bytes());
        } catch (IOException e) {
            LOG.debug("the client has gone", e);
        }
    }

    private static void answer(Context context, ApiError error) {
        context.status(error.status()).contentType(Json.MEDIA_TYPE).result(error.bytes());
    }

    /** The error for a status that the server itself gives, without a route having been asked. */
    public static ApiError ofStatus(int status) {
        return switch (status) {
            case 404 ->
                new ApiError(
                        404, "not_found", "There is nothing at this address. /openapi.json lists what is.", Map.of());
            case 405 ->
                new ApiError(
                        405,
                        "method_not_allowed",
                        "This address does not take this method. See /openapi.json.",
                        Map.of());
            case 413 -> new ApiError(413, "body_too_large", "The body is larger than 65536 bytes.", Map.of());
            case 414 -> new ApiError(414, "address_too_long", "The address is too long.", Map.of());
            case 431 -> new ApiError(431, "headers_too_large", "The headers are too large.", Map.of());
            case 503 -> new ApiError(503, "unavailable", "The server is stopping or overloaded. Try again.", Map.of());
            default ->
                status < 500
                        ? new ApiError(status, "bad_request", "The request cannot be read.", Map.of())
                        : new ApiError(
                                status,
                                "internal",
                                "Something went wrong in the server. It was logged there.",
                                Map.of());
        };
    }

    private static ApiError ofBattle(BattleException problem) {
        int status = switch (problem.kind()) {
            case UNKNOWN_BATTLE, UNKNOWN_VOTE -> 404;
            case OTHER_VOTERS_BATTLE, OTHER_VOTERS_VOTE -> 403;
            case ALREADY_VOTED, NOTHING_TO_WITHDRAW, TOO_EARLY -> 409;
            case RESERVATION_EXPIRED, NAMES_SEEN -> 410;
            case KEY_REUSED -> 422;
        };
        return new ApiError(
                status, problem.kind().name().toLowerCase(Locale.ROOT), String.valueOf(problem.getMessage()), Map.of());
    }

    private static ApiError ofStudy(StudyException problem) {
        int status = switch (problem.kind()) {
            case UNKNOWN_STUDY -> 404;
            case NOT_INVITED -> 403;
            case KEY_TAKEN, STATE_NOT_ALLOWED, STUDY_PAUSED, STUDY_CLOSED -> 409;
            case QUOTA_REACHED -> 429;
        };
        return new ApiError(
                status,
                problem.kind().name().toLowerCase(Locale.ROOT),
                String.valueOf(problem.getMessage()),
                problem.details());
    }

    /** Settings that cannot be used name their field; other sentences stand alone. */
    private static ApiError ofUsage(UsageException problem) {
        return problem.problem().map(Errors::ofInput).orElseGet(() -> ofArena(problem));
    }

    private static ApiError ofPeople(PeopleException problem) {
        int status = switch (problem.kind()) {
            case UNKNOWN_INVITE, UNKNOWN_CODE -> 404;
            case INVITE_ENDED, INVITE_EXPIRED, INVITE_USED_UP -> 410;
            case HAS_VOTES, HAS_ROLES, NO_VOTER, OWN_ROLE -> 409;
            case TOO_MANY_ATTEMPTS -> 429;
        };
        return new ApiError(
                status, problem.kind().name().toLowerCase(Locale.ROOT), String.valueOf(problem.getMessage()), Map.of());
    }

    private static ApiError ofInput(InputProblem problem) {
        Map<String, Object> details = new TreeMap<>();
        details.put("allowed", problem.allowed());
        String field = problem.field();
        if (field != null) {
            details.put("field", field);
        }
        String found = problem.found();
        if (found != null) {
            details.put("found", shorten(found));
        }
        return new ApiError(400, "invalid_value", problem.message(), details);
    }

    static String shorten(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    private static ApiError ofStore(StoreException problem) {
        LOG.error("the database does not answer: {}", problem.getMessage());
        String message = "The database cannot be used just now, so nothing was stored. Try again with the same key.";
        return new ApiError(503, "store_unavailable", message, Map.of());
    }

    private static ApiError ofArena(ArenaException problem) {
        return new ApiError(400, "bad_request", String.valueOf(problem.getMessage()), Map.of());
    }

    private static ApiError unexpected(Throwable problem) {
        // The message of an exception may quote a prompt or a name; where it happened never does.
        LOG.error("unexpected {}", trace(problem));
        return ofStatus(500);
    }

    private static String trace(Throwable problem) {
        StringBuilder text = new StringBuilder(problem.getClass().getName());
        for (StackTraceElement element : problem.getStackTrace()) {
            text.append("\n\tat ").append(element);
        }
        Throwable cause = problem.getCause();
        return cause == null
                ? text.toString()
                : text.append("\ncaused by ").append(trace(cause)).toString();
    }
}
