package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.battle.BattleService;
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

    private static final String END_ROLES = "end_roles";

    private final Invitations invitations;
    private final BattleService battles;
    private final Voters voters;
    private final Access access;
    private final StudyKeys studies;

    InviteRoutes(Voters voters, Access access, ApiParts parts, StudyKeys studies) {
        this.invitations = parts.people().invitations();
        this.battles = parts.battles();
        this.voters = voters;
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
            boolean ended,
            long roles) {
        static Shown of(Invite invite, long roles) {
            Instant expires = invite.draft().expiresAt();
            return new Shown(
                    Long.toString(invite.id().value()),
                    invite.draft().role().word(),
                    invite.draft().label(),
                    invite.used(),
                    invite.draft().usesMax(),
                    invite.draft().createdAt().toString(),
                    expires == null ? null : expires.toString(),
                    invite.endedAt() != null,
                    roles);
        }
    }

    private record Invites(List<Shown> invites) {}

    private record Made(String id, String url) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record End(String id, boolean ended, int rolesEnded) {}

    private StudyId study(Context context) {
        return studies.require(context.pathParam("key"));
    }

    private void list(Context context, @Nullable StudyId study) {
        Map<InviteId, Long> roles = invitations.countRoles(study);
        Json.answer(
                context,
                200,
                new Invites(invitations.list(study).stream()
                        .map(invite -> Shown.of(invite, roles.getOrDefault(invite.id(), 0L)))
                        .toList()));
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
        boolean withRoles = wantsRolesEnded(context);
        String id = context.pathParam("id");
        InviteId found = id.matches("[1-9][0-9]{0,17}") ? new InviteId(Long.parseLong(id)) : new InviteId(0);
        if (invitations.find(found).isEmpty()) {
            throw new ApiException(
                    404,
                    "unknown_invite",
                    "There is no such invitation. GET " + ARENA + " and those of the studies list them.",
                    Map.of("found", Errors.shorten(id)));
        }
        Json.answer(context, 200, new End(id, true, withRoles ? endWithRoles(context, found) : end(found)));
    }

    private int end(InviteId invite) {
        boolean unused = invitations.end(invite);
        return 0;
    }

    private int endWithRoles(Context context, InviteId invite) {
        return invitations
                .endWithRoles(invite, voters.orNobody(context), battles::closeOpen)
                .size();
    }

    private static boolean wantsRolesEnded(Context context) {
        if (RequestBody.isEmpty(context)) {
            return false;
        }
        JsonNode body = RequestBody.object(context);
        BodyFields.requireOnly(body, List.of(END_ROLES), "The end of an invitation has no field of that name.");
        JsonNode value = body.path(END_ROLES);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw BodyFields.wrong(END_ROLES, value, "true or false");
        }
        return value.asBoolean(false);
    }
}
