package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyState;
import dev.arena.core.study.StudyService;
import dev.arena.core.study.StudySettingsReader;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Studies for those who run them: administrators make and change them, analysts look. */
final class StudyAdminRoutes {
    private static final String STUDIES = "/api/admin/studies";
    private static final String STUDY = STUDIES + "/{key}";
    private static final String NO_FIELD = "This takes no field of that name.";

    private final StudyService studies;
    private final StudyAnswers answers;
    private final Access access;

    StudyAdminRoutes(ApiParts parts, Access access) {
        this.studies = parts.studies();
        this.answers = new StudyAnswers(parts);
        this.access = access;
    }

    List<Route> routes() {
        return List.of(
                Route.get(STUDIES, this::list).onlyAfter(access::requireAnalyst),
                Route.post(STUDIES, this::create).onlyAfter(access::requireAdmin),
                Route.get(STUDY, this::one).onlyAfter(access::requireAnalyst),
                Route.post(STUDY + "/versions", this::revise).onlyAfter(access::requireAdmin),
                Route.post(STUDY + "/state", this::changeState).onlyAfter(access::requireAdmin));
    }

    private record Studies(List<StudyAnswers.Head> studies) {}

    private void list(Context context) {
        Json.answer(
                context,
                200,
                new Studies(studies.list().stream().map(answers::head).toList()));
    }

    private void one(Context context) {
        Json.answer(context, 200, answers.detail(studies.get(context.pathParam("key"))));
    }

    private void create(Context context) {
        Study made = studies.create(settings(RequestBody.object(context)));
        Json.answer(context, 201, answers.detail(made));
    }

    private void revise(Context context) {
        String key = studies.get(context.pathParam("key")).key();
        Study revised = studies.revise(key, settings(RequestBody.object(context)));
        Json.answer(context, 200, answers.detail(revised));
    }

    private void changeState(Context context) {
        String key = studies.get(context.pathParam("key")).key();
        JsonNode body = RequestBody.object(context);
        BodyFields.requireOnly(body, List.of("state", "reason"), NO_FIELD);
        Study changed = studies.setState(key, state(body.get("state")), reason(body.get("reason")));
        Json.answer(context, 200, answers.detail(changed));
    }

    private static StudySettings settings(JsonNode body) {
        BodyFields.requireOnly(body, List.of("settings"), NO_FIELD);
        JsonNode settings = body.get("settings");
        if (settings == null || !settings.isObject()) {
            throw BodyFields.wrong("settings", settings, "an object as in docs/studies.md");
        }
        return StudySettingsReader.readJson("settings", settings.toString());
    }

    private static StudyState state(@Nullable JsonNode value) {
        String word = value == null ? "" : value.asText();
        return Arrays.stream(StudyState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> BodyFields.wrong(
                        "state",
                        value,
                        Arrays.stream(StudyState.values()).map(StudyState::word).collect(Collectors.joining(", "))));
    }

    private static String reason(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw BodyFields.wrong("reason", value, "text of up to " + StudyService.LONGEST_REASON + " characters");
        }
        return value.textValue();
    }
}
