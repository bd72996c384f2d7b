package dev.arena.core.tournament;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Everyone meets one contestant.
 *
 * @param settings where the baseline was named, for messages
 */
record Baseline(String baseline, Section settings) implements Schedule {
    @Override
    public String description() {
        return "baseline " + baseline;
    }

    @Override
    public List<List<Integer>> matchups(List<String> contestants) {
        int place = contestants.indexOf(baseline);
        if (place < 0) {
            String allowed = "one of the contestants " + String.join(", ", contestants);
            throw settings.bad("baseline", baseline, allowed, Nearest.hint(baseline, contestants));
        }
        List<List<Integer>> matchups = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            if (i != place) {
                matchups.add(List.of(place, i));
            }
        }
        return matchups;
    }
}
