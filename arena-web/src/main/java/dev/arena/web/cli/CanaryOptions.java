package dev.arena.web.cli;

import dev.arena.core.canary.CanaryContestants;
import dev.arena.core.canary.CanaryGate;
import dev.arena.core.config.Nearest;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.Selection.Facet;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.CanaryException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
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

    /** The canaries of a database that nobody has to name; none where only people voted. */
    Map<String, String> of(ArenaStore store, VotePool pool, VoteFilter filter) {
        Set<String> kinds = new TreeSet<>(pool.select(filter).values(Facet.JUDGE_KIND));
        kinds.remove(JudgeKind.HUMAN.word());
        return kinds.isEmpty() ? Map.of() : CanaryContestants.of(store.catalog());
    }

    /**
     * The tables, as they may be given out.
     *
     * @param found canaries that nobody had to name
     * @throws CanaryException if a canary wins and nobody wants the table all the same
     * @throws UsageException if a canary is named that no table holds
     */
    List<Leaderboard> guarded(List<Leaderboard> boards, Map<String, String> found) {
        Map<String, String> canaries = new TreeMap<>(found);
        named.forEach(name -> canaries.put(name, "named by --canary"));
        requireKnown(boards);
        CanaryGate gate = new CanaryGate(canaries);
        List<Leaderboard> guarded = new ArrayList<>();
        Set<String> findings = new TreeSet<>();
        for (Leaderboard board : boards) {
            List<String> ofBoard = gate.findings(board);
            findings.addAll(ofBoard);
            guarded.add(board.withWarnings(ofBoard.stream()
                    .map(text ->
                            new Leaderboard.Warning("canary_won", text + ". Do not trust the judges of this table."))
                    .toList()));
        }
        if (!findings.isEmpty() && !despite) {
            throw new CanaryException(String.join("; ", findings)
                    + ". No table was written, since its judges cannot be trusted: leave them out (--judge,"
                    + " --judge-kind), or say --despite-canaries to write it with a warning.");
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
