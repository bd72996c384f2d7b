package dev.arena.web.api;

import dev.arena.core.canary.Canary;
import dev.arena.core.canary.CanaryKind;
import dev.arena.core.canary.CanaryReport;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Probe;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.RunId;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.RunView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the judges of a run made of the canaries, for its page. */
record CanaryLines(ArenaStore store) {
    /** The share of its questions that a canary may win; what a tournament file allows where it says nothing. */
    private static final double TOLERANCE = 0.05;

    /** One judge and one kind of canary. */
    record Line(
            String judge,
            String kind,
            String description,
            long won,
            long tied,
            long lost,
            long abstained,
            String status) {}

    /** The last answer to a planted question holds. */
    private record Asked(JudgeId judge, String key) {}

    /** The lines of a run, by judge; none where nothing was planted. */
    List<Line> of(RunView run) {
        Map<Asked, Probe> answers = new HashMap<>();
        store.calls()
                .scanProbes(
                        new RunId(run.id()),
                        probe -> answers.put(
                                new Asked(
                                        probe.question().judge(),
                                        probe.question().key()),
                                probe));
        Map<JudgeId, Map<CanaryKind, Map<Canary.Result, Long>>> results = new TreeMap<>();
        answers.forEach((asked, probe) -> kind(probe)
                .ifPresent(kind -> results.computeIfAbsent(asked.judge(), judge -> new EnumMap<>(CanaryKind.class))
                        .computeIfAbsent(kind, of -> new EnumMap<>(Canary.Result.class))
                        .merge(result(kind, probe), 1L, Long::sum)));
        List<Line> lines = new ArrayList<>();
        results.forEach((judge, kinds) -> lines.addAll(lines(store.judges().getJudge(judge), kinds)));
        return lines;
    }

    private static Optional<CanaryKind> kind(Probe probe) {
        return Arrays.stream(CanaryKind.values())
                .filter(kind -> kind.word().equals(probe.question().type()))
                .findFirst();
    }

    /** The key of a canary ends with the place of the planted response, from 1. */
    private static Canary.Result result(CanaryKind kind, Probe probe) {
        String key = probe.question().key();
        int planted = Integer.parseInt(key, key.lastIndexOf('/') + 1, key.length(), 10) - 1;
        return new Canary(kind, key, PromptText.of(""), List.of(), planted, "")
                .result(probe.answer().verdict());
    }

    private static List<Line> lines(Judge judge, Map<CanaryKind, Map<Canary.Result, Long>> kinds) {
        return CanaryReport.of(judge.name(), TOLERANCE, kinds).lines().stream()
                .map(line -> new Line(
                        judge.name(),
                        line.kind().word(),
                        line.kind().description(),
                        line.won(),
                        line.tied(),
                        line.lost(),
                        line.abstained(),
                        line.status().word()))
                .toList();
    }
}
