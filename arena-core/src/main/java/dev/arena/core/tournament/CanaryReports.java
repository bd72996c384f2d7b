package dev.arena.core.tournament;

import dev.arena.core.canary.Canary;
import dev.arena.core.canary.CanaryKind;
import dev.arena.core.canary.CanaryReport;
import dev.arena.core.canary.CanarySettings;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Probe;
import dev.arena.core.model.Run;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the judges of a run made of its canaries. */
public final class CanaryReports {
    private CanaryReports() {}

    /** A report for each judge that was put to the test, by judge. */
    public static List<CanaryReport> of(ArenaStore store, Run run) {
        Map<JudgeId, Map<String, Probe>> newest = new TreeMap<>();
        store.calls()
                .scanProbes(
                        run.id(),
                        probe -> newest.computeIfAbsent(probe.question().judge(), id -> new TreeMap<>())
                                .put(probe.question().key(), probe));
        List<CanaryReport> reports = new ArrayList<>();
        double tolerance = newest.isEmpty() ? 0 : tolerance(run);
        newest.forEach((judge, probes) ->
                reports.add(CanaryReport.of(store.judges().getJudge(judge).name(), tolerance, count(probes))));
        return reports;
    }

    private static Map<CanaryKind, Map<Canary.Result, Long>> count(Map<String, Probe> probes) {
        Map<CanaryKind, Map<Canary.Result, Long>> results = new EnumMap<>(CanaryKind.class);
        for (Probe probe : probes.values()) {
            kind(probe.question().type()).ifPresent(kind -> {
                int planted = Canary.plantedWhere(probe.question().expected());
                results.computeIfAbsent(kind, word -> new EnumMap<>(Canary.Result.class))
                        .merge(Canary.result(planted, probe.answer().verdict()), 1L, Long::sum);
            });
        }
        return results;
    }

    private static Optional<CanaryKind> kind(String word) {
        return Arrays.stream(CanaryKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }

    /** What the run's own file tolerates; the default where this version cannot read it any more. */
    private static double tolerance(Run run) {
        try {
            CanarySettings settings = TournamentReader.read(run).canaries();
            return settings.prompts() == 0 ? CanarySettings.DEFAULT_TOLERANCE : settings.tolerance();
        } catch (UsageException e) {
            return CanarySettings.DEFAULT_TOLERANCE;
        }
    }
}
