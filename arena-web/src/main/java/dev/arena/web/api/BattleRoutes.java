package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.ShownBattle;
import dev.arena.core.battle.VoteReceipt;
import dev.arena.core.battle.VoteRequest;
import dev.arena.core.battle.VotingProgress;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings.Who;
import dev.arena.core.model.StudyState;
import dev.arena.core.study.StudyService;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Battles and votes of one voter. */
final class BattleRoutes {
    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final BattleService battles;
    private final StudyService studies;
    private final Voters voters;
    private final Access access;
    private final boolean floor;
    private final Runnable onVote;

    /**
     * The routes.
     *
     * @param onVote told after each stored vote or withdrawal
     */
    BattleRoutes(ApiParts parts, Voters voters, Access access, Runnable onVote) {
        this.battles = parts.battles();
        this.studies = parts.studies();
        this.floor = parts.rules().floor();
        this.voters = voters;
        this.access = access;
        this.onVote = onVote;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/battles/next", this::next),
                Route.post("/api/battles/{token}/votes", this::vote),
                Route.post("/api/votes/{vote}/withdrawal", this::withdraw));
    }

    private void next(Context context) {
        String key = context.queryParam("study");
        if (key != null && !key.isEmpty()) {
            nextInStudy(context, studies.get(key));
            return;
        }
        requireFloor();
        Optional<JudgeId> voter = voters.known(context);
        voter.ifPresent(access::requireBlind);
        // Who comes for the first time holds no role.
        ShownBattle shown = voter.map(battles::next)
                .orElseGet(() -> battles.first(voters.start(context)))
                .orElseThrow(() -> ApiException.of(
                        404,
                        "no_battles",
                        "There is no battle left for you. 'arena import' adds prompts and responses."));
        Json.answer(context, 200, Answers.BattleAnswer.of(shown));
    }

    /** Whoever comes to a study of invited voters, or to one that gives no battles now, is no voter yet, and is not made one. */
    private void nextInStudy(Context context, Study study) {
        boolean open =
                study.state() == StudyState.OPEN && study.settings().voters().who() == Who.ANYONE;
        JudgeId voter = open ? voters.orStart(context) : voters.orNobody(context);
        access.requireBlind(voter);
        ShownBattle shown = battles.next(voter, study)
                .orElseThrow(() -> ApiException.of(
                        404,
                        "no_battles",
                        "This study has no battle left for you just now. Thank you for your votes."));
        Json.answer(context, 200, Answers.BattleAnswer.of(shown));
    }

    /** Where nobody may vote without a study, responses may stand beside names for everybody. */
    private void requireFloor() {
        if (!floor) {
            throw ApiException.of(
                    403,
                    "floor_closed",
                    "This arena is for invited voters only. Open the invitation that you were sent.");
        }
    }

    private void vote(Context context) {
        JudgeId voter = voters.orNobody(context);
        access.requireBlind(voter);
        String token = context.pathParam("token");
        if (battles.requireOwn(voter, token)) {
            requireFloor();
        }
        VoteRequest request = VoteBody.read(RequestBody.object(context));
        VoteReceipt receipt = battles.vote(voter, token, key(context), request);
        if (receipt.stored()) {
            onVote.run();
        }
        Json.answer(context, receipt.stored() ? 201 : 200, Answers.VoteAnswer.of(receipt.reveal()));
    }

    private static String key(Context context) {
        String key = context.header(KEY_HEADER);
        if (key == null) {
            throw ApiException.of(
                    400,
                    "missing_idempotency_key",
                    "Send an Idempotency-Key header: a value of your own, new for each vote, the same when you repeat it.");
        }
        if (!KEY.matcher(key).matches()) {
            throw ApiException.of(
                    400, "invalid_idempotency_key", "An Idempotency-Key is 1 to 255 visible ASCII characters.");
        }
        return key;
    }

    private void withdraw(Context context) {
        JudgeId voter = voters.orNobody(context);
        RequestBody.requireNone(context, "A withdrawal");
        String vote = context.pathParam("vote");
        VotingProgress progress = battles.withdraw(voter, vote);
        onVote.run();
        Json.answer(context, 200, new Answers.WithdrawalAnswer(vote, true, progress));
    }
}
