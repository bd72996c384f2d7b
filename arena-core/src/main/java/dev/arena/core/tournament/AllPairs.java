package dev.arena.core.tournament;

import java.util.ArrayList;
import java.util.List;

/** Everyone meets everyone. */
record AllPairs() implements Schedule {
    @Override
    public String description() {
        return "all-pairs";
    }

    @Override
    public List<List<Integer>> matchups(List<String> contestants) {
        List<List<Integer>> matchups = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            for (int j = i + 1; j < contestants.size(); j++) {
                matchups.add(List.of(i, j));
            }
        }
        return matchups;
    }
}
