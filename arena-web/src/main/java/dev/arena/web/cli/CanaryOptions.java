package dev.arena.web.cli;

import dev.arena.core.canary.CanaryContestants;
import dev.arena.core.canary.CanaryGate;
import dev.arena.core.config.Nearest;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.Selection;
import dev.arena.core.leaderboard.Selection.Facet;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Run;
import dev.arena.core.problem.CanaryException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.CanaryReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Which contestants must lose, and what happens to a table in which one does not. */
final class CanaryOptions {
    @Option(
            names = "--canary",
            paramLabel = "MODEL",
            description =
                    "A contestant that must lose: no table is written in which it wins. Repeatable. In a database,"
                            + " contestants are canaries too whose facts say so, or who give one answer to every prompt.")
    List<String> named = new ArrayList<>();

    @Option(names = "--despite-canaries", description = "Write the table although a canary wins; it carries a warning.")
    boolean despite;

    /**
     * What a database says of canaries.
     *
     * @param contestants that must lose, and why
     * @param judges what judges of the table made of planted questions, a sentence for each that failed
     */
    record Found(Map<String, String> contestants, List<String> judges) {
        /** Nothing is known. */
        static final Found NOTHING = new Found(Map.of(), List.of());
    }

    /** What a database says of canaries, for a table of these votes; nothing where only people voted. */
    Found of(ArenaStore store, VotePool pool, VoteFilter filter) {
        Selection votes = pool.select(filter);
        Set<String> kinds = new TreeSet<>(votes.values(Facet.JUDGE_KIND));
        kinds.remove(JudgeKind.HUMAN.word());
        if (kinds.isEmpty()) {
            return Found.NOTHING;
        }
        List<String> failed = new ArrayList<>();
        for (Run run : store.runs().listRuns()) {
            if (filter.runs().isEmpty() || filter.runs().contains(run.id().value())) {
                CanaryReports.of(store, run).stream()
                        .filter(report -> votes.values(Facet.JUDGE).contains(report.judge()))
                        .forEach(report -> CanaryLines.failure(report, run).ifPresent(failed::add));
            }
        }
        return new Found(CanaryContestants.of(store.catalog()), failed);
    }

    /**
     * The tables, as they may be given out.
     *
     * @throws CanaryException if a canary wins and nobody wants the table all the same
     * @throws UsageException if a canary is named that no table holds
     */
    List<Leaderboard> guarded(List<Leaderboard> boards, Found found) {
        Map<String, String> canaries = new TreeMap<>(found.contestants());
        named.forEach(name -> canaries.put(name, "named by --canary"));
        requireKnown(boards);
        CanaryGate gate = new CanaryGate(canaries);
        List<Leaderboard> guarded = new ArrayList<>();
        Set<String> findings = new TreeSet<>(found.judges());
        for (Leaderboard board : boards) {
            List<String> ofBoard = new ArrayList<>(gate.findings(board));
            findings.addAll(ofBoard);
            ofBoard.addAll(found.judges());
            guarded.add(board.withWarnings(ofBoard.stream()
                    .map(text ->
                            new Leaderboard.Warning("canary_won", text + ". Do not trust the judges of this table."))
                    .toList()));
        }
        if (!findings.isEmpty() && !despite) {
            throw new CanaryException(String.join("; ", findings)
                    + ". No table was written, since its judges cannot be trusted: leave them out (--judge, --judge-kind), or"
                    + " say --despite-canaries to write it with a warning.");
        }
        return guarded;
    }

    private void requireKnown(List<Leaderboard> boards) {
        Set<String> models = new TreeSet<>();
        boards.forEach(
                board -> board.rows().stream().map(LeaderboardRow::modelName).forEach(models::add));
        for (String name : named) {
            if (!models.contains(name)) {
                throw new UsageException(
                        "--canary names '" + name + "', which is in no table. " + Nearest.hint(name, models));
            }
        }
    }
}
