package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.OwnBoard;
import dev.arena.core.battle.OwnBoards;
import dev.arena.core.battle.OwnData;
import dev.arena.core.battle.OwnDataReader;
import dev.arena.core.battle.OwnVote;
import dev.arena.core.battle.OwnVotes;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.VoteId;
import dev.arena.core.people.Devices;
import dev.arena.core.people.People;
import dev.arena.core.people.PeopleException;
import dev.arena.core.store.ArenaStore;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The visitor: joining, roles, further browsers and own votes. */
final class MeRoutes {
    private static final int PAGE = 50;

    private final Voters voters;
    private final People people;
    private final Access access;
    private final StudyKeys studies;
    private final ArenaStore store;
    private final OwnVotes votes;
    private final OwnBoards boards;
    private final BattleService battles;
    private final OwnDataReader data;
    private final boolean floor;

    MeRoutes(Voters voters, Access access, ApiParts parts, StudyKeys studies) {
        this.voters = voters;
        this.access = access;
        this.people = parts.people();
        this.studies = studies;
        this.store = parts.store();
        this.boards = parts.looking().ownBoards();
        this.votes = new OwnVotes(parts.store(), parts.studies());
        this.battles = parts.battles();
        this.data = new OwnDataReader(parts.store(), parts.studies(), parts.clock());
        this.floor = parts.rules().floor();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/me", this::me),
                Route.post("/api/join", this::join),
                Route.post("/api/me/codes", this::code),
                Route.post("/api/me/claims", this::claim),
                Route.get("/api/me/votes", this::votes),
                Route.get("/api/me/leaderboard", this::leaderboard),
                Route.get("/api/me/data", this::data),
                Route.post("/api/me/roles/end", this::endRoles));
    }

    /** A role and the key of the study where it holds; null for the whole arena. */
    record HeldRole(String role, @Nullable String study) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Me(boolean voter, List<HeldRole> roles, boolean floor, boolean battlesPage) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Code(String code, String expiresAt) {}

    private record Roles(List<HeldRole> roles) {}

    private record Ended(List<HeldRole> ended) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Seat(int position, String modelName) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Cast(
            String vote,
            @Nullable String study,
            String castAt,
            @Nullable String verdict,
            @Nullable List<Integer> ranks,
            boolean withdrawn,
            String prompt,
            List<Seat> responses) {}

    private record Votes(List<Cast> votes, @Nullable String next) {}

    private HeldRole held(RoleGrant grant) {
        return new HeldRole(grant.role().word(), studies.keyOrNull(grant.study()));
    }

    private List<HeldRole> held(List<RoleGrant> grants) {
        // Once, though an invitation and the person who runs the server may both have given it.
        return grants.stream().map(this::held).distinct().toList();
    }

    private void me(Context context) {
        JudgeId visitor = voters.orNobody(context);
        boolean known = !visitor.equals(Voters.NOBODY);
        List<HeldRole> roles = known ? held(people.roles().of(visitor)) : List.of();
        Json.answer(context, 200, new Me(known, roles, floor, access.mayPair(context)));
    }

    private void join(Context context) {
        String secret = onlyText(RequestBody.object(context), "secret");
        people.invitations().requireUsable(secret);
        JudgeId visitor = voters.orStart(context);
        RoleGrant grant = people.invitations().join(secret, visitor);
        if (grant.role().seesNames()) {
            battles.closeOpen(visitor);
        }
        Json.answer(context, 200, held(grant));
    }

    private void code(Context context) {
        RequestBody.requireNone(context, "This");
        JudgeId voter = voters.orNobody(context);
        if (voter.equals(Voters.NOBODY)) {
            throw new PeopleException(PeopleException.Kind.NO_VOTER);
        }
        Devices.Code code = people.devices().newCode(voter);
        Json.answer(context, 201, new Code(code.text(), code.expiresAt().toString()));
    }

    private void claim(Context context) {
        String code = onlyText(RequestBody.object(context), "code");
        JudgeId here = voters.orNobody(context);
        Devices.Claimed claimed = people.devices().claim(code, here.equals(Voters.NOBODY) ? null : here);
        voters.keep(context, claimed.secret());
        Json.answer(context, 200, new Roles(held(people.roles().of(claimed.judge()))));
    }

    private void endRoles(Context context) {
        RequestBody.requireNone(context, "This");
        JudgeId visitor = voters.orNobody(context);
        if (!people.roles().seesNames(visitor)) {
            Json.answer(context, 200, new Ended(List.of()));
            return;
        }
        // Before the role ends: afterwards they take votes again.
        battles.closeOpen(visitor);
        Json.answer(context, 200, new Ended(held(people.roles().giveUpNames(visitor))));
    }

    private void votes(Context context) {
        JudgeId visitor = voters.orNobody(context);
        VoteId before = before(context.queryParam("after"));
        List<OwnVote> found = visitor.equals(Voters.NOBODY) ? List.of() : votes.list(visitor, before, PAGE + 1);
        List<Cast> page = new ArrayList<>();
        for (OwnVote vote : found.subList(0, Math.min(PAGE, found.size()))) {
            page.add(cast(vote));
        }
        String next =
                found.size() > PAGE ? Long.toString(found.get(PAGE - 1).id().value()) : null;
        Json.answer(context, 200, new Votes(page, next));
    }

    private void leaderboard(Context context) {
        JudgeId visitor = voters.orNobody(context);
        OwnBoard own = visitor.equals(Voters.NOBODY) ? boards.nobody() : boards.of(visitor);
        RecordJson.answer(context, 200, OwnBoardJson.of(own, store.catalog().listContestants()));
    }

    /** A file to keep; browsers save it rather than show it. */
    private void data(Context context) {
        JudgeId visitor = voters.orNobody(context);
        OwnData own = visitor.equals(Voters.NOBODY) ? data.nobody() : data.read(visitor);
        context.header("Content-Disposition", "attachment; filename=\"arena-my-data.json\"")
                .contentType(Json.MEDIA_TYPE)
                .result(RecordJson.text(own).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable VoteId before(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return new VoteId(Long.parseLong(after));
        } catch (NumberFormatException e) {
            throw new ApiException(
                    400,
                    "invalid_value",
                    "after is not the 'next' of an earlier answer. Leave it out for the newest votes.",
                    Map.of(
                            "field",
                            "after",
                            "found",
                            Errors.shorten(after),
                            "allowed",
                            "the next of an earlier answer"));
        }
    }

    private Cast cast(OwnVote vote) {
        List<Seat> seats = new ArrayList<>();
        for (String name : vote.names()) {
            seats.add(new Seat(seats.size() + 1, name));
        }
        return new Cast(
                vote.vote(),
                studies.keyOrNull(vote.study()),
                vote.castAt().toString(),
                vote.verdict(),
                vote.ranks(),
                vote.verdict() == null,
                vote.prompt(),
                seats);
    }

    /** The value of the one field that a body has. */
    private static String onlyText(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null || !value.isTextual() || body.size() != 1) {
            throw new ApiException(
                    400,
                    "invalid_value",
                    "Send {\"" + field + "\":\"…\"} and nothing else.",
                    Map.of("field", field, "allowed", "text"));
        }
        return value.textValue();
    }
}
