package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Verdict;
import dev.arena.core.progress.Progress;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The shipped tournament over the shipped texts. */
class QuickstartTournamentTest {
    private static final Path DATA = Path.of(System.getProperty("arena.root")).resolve("data");

    @Test
    void run_quickstartTournament_putsTheCanaryLast() {
        Arena arena = new Arena().withQuickstart(DATA);
        Plan plan = Planner.plan(
                TournamentReader.read(DATA.resolve("tournament.yaml")),
                arena.store().catalog());
        RunOutcome outcome = arena.runner()
                .run(plan, arena.enter(plan).run(), new Runner.Controls(new StopSignal(), Progress.silent()));
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(plan.lacking()).isZero();
        assertThat(plan.battles().size() / 2 + plan.identical().size()).isEqualTo(48 * 28);
        assertThat(outcome.summary().judges()).hasSize(3).allSatisfy(judge -> {
            assertThat(judge.abstentions()).isEmpty();
            assertThat(judge.position().consistent()).isEqualTo(judge.position().compared());
        });
        List<String> board = byWinRate(arena);
        assertThat(board.get(board.size() - 1)).isEqualTo("canary-constant");
        assertThat(board.get(0)).isEqualTo("quillow");
    }

    private static List<String> byWinRate(Arena arena) {
        Map<String, double[]> points = new TreeMap<>();
        Map<ContestantId, String> names = new TreeMap<>();
        arena.store().catalog().listContestants().forEach(c -> names.put(c.id(), c.name()));
        for (CastVote cast : arena.votes()) {
            Verdict.Ranking ranking = (Verdict.Ranking) cast.vote().verdict();
            for (int seat = 0; seat < 2; seat++) {
                int own = ranking.ranks().get(seat);
                int other = ranking.ranks().get(1 - seat);
                String name =
                        String.valueOf(names.get(cast.battle().seats().get(seat).contestant()));
                double[] sum = points.computeIfAbsent(name, n -> new double[2]);
                sum[0] += own < other ? 1 : own == other ? 0.5 : 0;
                sum[1]++;
            }
        }
        return points.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, double[]> e) -> -e.getValue()[0] / e.getValue()[1])
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
