package dev.arena.web.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.VotingProgress;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyState;
import dev.arena.core.people.Roles;
import dev.arena.core.study.StudyGate;
import dev.arena.core.study.StudyService;
import dev.arena.core.study.StudySettingsJson;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Studies as voters see them. Asking about one never starts a voter. */
final class StudyRoutes {
    private static final String NOT_BLIND = "not_blind";
    private static final String DONE = "done";

    private final StudyService studies;
    private final BattleService battles;
    private final Voters voters;
    private final Roles roles;
    private final StudyGate gate;

    StudyRoutes(ApiParts parts, Voters voters) {
        this.studies = parts.studies();
        this.battles = parts.battles();
        this.voters = voters;
        this.roles = parts.people().roles();
        this.gate = battles.gate();
    }

    List<Route> routes() {
        return List.of(Route.get("/api/studies", this::list), Route.get("/api/studies/{key}", this::one));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Entry(
            String key,
            String name,
            String state,
            String mayVote,
            long voted,
            @Nullable Integer wanted) {}

    private record Studies(List<Entry> studies) {}

    private record Guidelines(int version, String text) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Whole(
            String key,
            String name,
            String state,
            String mayVote,
            long voted,
            @Nullable Integer wanted,
            int k,
            @Nullable String language,
            Guidelines guidelines,
            List<Map<String, @Nullable Object>> questions,
            VotingProgress progress,
            String reveal,
            PublicLeaks leaks) {}

    private void list(Context context) {
        JudgeId visitor = voters.orNobody(context);
        List<Entry> entries = studies.list().stream()
                .filter(study -> study.state() != StudyState.DRAFT && gate.isMember(visitor, study))
                .map(study -> entry(visitor, study))
                .toList();
        Json.answer(context, 200, new Studies(entries));
    }

    private Entry entry(JudgeId visitor, Study study) {
        return new Entry(
                study.key(),
                study.settings().name(),
                study.state().word(),
                mayVote(visitor, study),
                studies.counts(study.id()).voted(visitor),
                study.settings().voters().quota());
    }

    private String mayVote(JudgeId visitor, Study study) {
        if (roles.seesNames(visitor)) {
            return NOT_BLIND;
        }
        StudyGate.Standing standing = gate.standing(visitor, study);
        boolean done = standing == StudyGate.Standing.YES && !battles.hasNext(visitor, study);
        return done ? DONE : standing.word();
    }

    private void one(Context context) {
        JudgeId visitor = voters.orNobody(context);
        Study study = studies.get(context.pathParam("key"));
        // Refuses a draft, which voters cannot see.
        gate.standing(visitor, study);
        Entry entry = entry(visitor, study);
        StudySettings settings = study.settings();
        Whole whole = new Whole(
                entry.key(),
                entry.name(),
                entry.state(),
                entry.mayVote(),
                entry.voted(),
                entry.wanted(),
                settings.k(),
                settings.language(),
                new Guidelines(study.version().guidelinesVersion(), settings.guidelines()),
                settings.questions().stream().map(StudySettingsJson::question).toList(),
                battles.progress(visitor, study),
                settings.reveal().word(),
                PublicLeaks.of(battles.leaks(study)));
        Json.answer(context, 200, whole);
    }
}
