package dev.arena.core.tournament;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that is known from the start, in parts where a stop rule looks at the verdicts in between. A part ends with a whole
 * matchup; its battles are those of the plan, so nothing of the parts is stored.
 */
final class WholeCourse implements Course {
    private final List<PlannedBattle> battles;
    private final List<PlannedBattle> identical;
    private final int part;
    private int taken;
    private int rounds;

    WholeCourse(List<PlannedBattle> battles, List<PlannedBattle> identical, @Nullable StopRule stop) {
        this.battles = battles;
        this.identical = identical;
        this.part = stop == null ? Math.max(1, battles.size()) : stop.every(battles.size());
    }

    @Override
    public Optional<Round> next(Standings soFar) {
        if (rounds > 0 && taken == battles.size()) {
            return Optional.empty();
        }
        int end = Math.min(battles.size(), taken + part);
        while (end < battles.size() && !endsMatchup(end - 1)) {
            end++;
        }
        return Optional.of(new Round(0, battles.subList(taken, end), rounds == 0 ? identical : List.of()));
    }

    private boolean endsMatchup(int index) {
        return !(battles instanceof PlannedBattles columns) || columns.endsMatchup(index);
    }

    @Override
    public void take(Round round) {
        taken += round.battles().size();
        rounds++;
    }

    @Override
    public String ending() {
        return "every planned battle took place";
    }
}
