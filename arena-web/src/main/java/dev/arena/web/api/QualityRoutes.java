package dev.arena.web.api;

import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport;
import dev.arena.core.quality.QualityRules;
import dev.arena.core.quality.QualitySensitivity;
import dev.arena.core.quality.QualityService;
import dev.arena.core.quality.Signal;
import dev.arena.core.store.ArenaStore;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the checks say about voters, for analysts; decisions on their votes, by administrators. */
final class QualityRoutes {
    private static final List<String> PARAMETERS = List.of("sensitivity", "study");

    private final ArenaStore store;
    private final QualityService quality;
    private final Desk desk;
    private final InstantSource clock;

    /**
     * What these routes need of the others.
     *
     * @param onDecision told after each stored decision
     */
    record Desk(Voters voters, Access access, StudyKeys studies, Runnable onDecision) {}

    QualityRoutes(ApiParts parts, Desk desk) {
        this.store = parts.store();
        this.clock = parts.clock();
        this.quality = parts.quality();
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/admin/quality", this::report).onlyAfter(desk.access()::requireAnalyst),
                Route.post("/api/admin/decisions", this::decide).onlyAfter(desk.access()::requireAdmin));
    }

    private void report(Context context) {
        Query.requireOnly(context, PARAMETERS);
        String key = context.queryParam("study");
        StudyId study = key == null || key.isEmpty() ? null : desk.studies().require(key);
        boolean sensitivity = Query.truth(context, "sensitivity");
        List<QualityAnswers.Change> changes = sensitivity
                ? QualitySensitivity.of(store, "").stream()
                        .map(QualityAnswers.Change::of)
                        .toList()
                : null;
        Json.answer(context, 200, QualityAnswers.Report.of(quality.report(study), desk.studies(), changes));
    }

    private void decide(Context context) {
        DecisionBody body = DecisionBody.read(RequestBody.object(context));
        Judge voter = voter(body.voter());
        StudyId study = body.study() == null ? null : desk.studies().require(body.study());
        String by = store.judges().getJudge(desk.voters().orNobody(context)).name();
        VoterDecision decision = new VoterDecision(
                voter.id(),
                study,
                body.action(),
                body.weight(),
                body.reason(),
                evidence(voter, study),
                by,
                clock.instant());
        quality.decide(List.of(decision));
        desk.onDecision().run();
        Json.answer(context, 201, QualityAnswers.Decision.of(voter.name(), decision, desk.studies()));
    }

    private Judge voter(String name) {
        return store.judges().listJudges().stream()
                .filter(judge -> judge.kind() == JudgeKind.HUMAN && judge.name().equals(name))
                .max(Comparator.comparing(Judge::id))
                .orElseThrow(() -> new ApiException(
                        404,
                        "unknown_voter",
                        "There is no voter of that name. GET /api/admin/quality lists them.",
                        Map.of("found", Errors.shorten(name))));
    }

    /** What the checks said of the voter when the decision was made. */
    private String evidence(Judge voter, @Nullable StudyId study) {
        return quality.report(study).voters().stream()
                .filter(report -> report.judge().id().equals(voter.id()))
                .map(QualityReport.VoterReport::signals)
                .flatMap(List::stream)
                .filter(signal -> signal.state() == Signal.State.SUSPECT)
                .map(QualityRules::evidence)
                .collect(Collectors.joining(",", "{\"suspect\":[", "]}"));
    }
}
