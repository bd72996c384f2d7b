package dev.arena.web.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.StudyId;
import dev.arena.core.people.Invitations;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invitations, to a study or to the whole arena: administrators make and revoke them, analysts may look. */
final class InviteRoutes {
    private static final String ARENA = "/api/admin/invites";
    private static final String STUDY = "/api/admin/studies/{key}/invites";

    private final Invitations invitations;
    private final Access access;
    private final StudyKeys studies;

    InviteRoutes(ApiParts parts, Access access, StudyKeys studies) {
        this.invitations = parts.people().invitations();
        this.access = access;
        this.studies = studies;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ARENA, context -> list(context, null)).onlyAfter(access::requireAnalyst),
                Route.post(ARENA, context -> make(context, null)).onlyAfter(access::requireAdmin),
                Route.get(STUDY, context -> list(context, study(context))).onlyAfter(access::requireAnalyst),
                Route.post(STUDY, context -> make(context, study(context))).onlyAfter(access::requireAdmin),
                Route.post(ARENA + "/{id}/end", this::end).onlyAfter(access::requireAdmin));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Shown(
            String id,
            String role,
            String label,
            long uses,
            @Nullable Integer usesMax,
            @Nullable String createdAt,
            @Nullable String expiresAt,
            boolean ended) {
        static Shown of(Invite invite) {
            Instant expires = invite.draft().expiresAt();
            return new Shown(
                    Long.toString(invite.id().value()),
                    invite.draft().role().word(),
                    invite.draft().label(),
                    invite.used(),
                    invite.draft().usesMax(),
                    invite.draft().createdAt().toString(),
                    expires == null ? null : expires.toString(),
                    invite.endedAt() != null);
        }
    }

    private record Invites(List<Shown> invites) {}

    private record Made(String id, String url) {}

    private record End(String id, boolean ended) {}

    private StudyId study(Context context) {
        return studies.require(context.pathParam("key"));
    }

    private void list(Context context, @Nullable StudyId study) {
        Json.answer(
                context,
                200,
                new Invites(invitations.list(study).stream().map(Shown::of).toList()));
    }

    private void make(Context context, @Nullable StudyId study) {
        Invitations.Wish wish = InviteBody.read(RequestBody.object(context), study);
        Invitations.Made made = invitations.make(wish);
        String url = origin(context) + "/join/" + made.secret();
        Json.answer(context, 201, new Made(Long.toString(made.invite().id().value()), url));
    }

    /** How the asking browser reaches this server; the guard has checked both headers. */
    private static String origin(Context context) {
        String origin = context.header("Origin");
        if (origin != null) {
            return origin;
        }
        boolean https = "https".equals(context.scheme()) || "https".equals(context.header("X-Forwarded-Proto"));
        return (https ? "https://" : "http://") + context.header("Host");
    }

    private void end(Context context) {
        RequestBody.requireNone(context, "This");
        String id = context.pathParam("id");
        InviteId found = id.matches("[1-9][0-9]{0,17}") ? new InviteId(Long.parseLong(id)) : new InviteId(0);
        if (invitations.find(found).isEmpty()) {
            throw new ApiException(
                    404,
                    "unknown_invite",
                    "There is no such invitation. GET " + ARENA + " and those of the studies list them.",
                    Map.of("found", Errors.shorten(id)));
        }
        boolean unused = invitations.end(found);
        Json.answer(context, 200, new End(id, true));
    }
}
