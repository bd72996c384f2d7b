package dev.arena.core.tournament;

import dev.arena.core.model.Seat;
import dev.arena.ratings.pairing.ComparisonGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The matchups of a run so far: who met whom, how often and on which prompts. */
final class Played {
    private final Entries entries;
    private final Map<Integer, List<int[]>> onPrompt = new HashMap<>();
    private final int[] battles;
    private final int[][] meetings;
    private final int[] rests;
    private final ComparisonGraph graph;
    private int rounds;
    private long matchups;

    Played(Entries entries) {
        this.entries = entries;
        int contestants = entries.contestants().size();
        battles = new int[contestants];
        meetings = new int[contestants][contestants];
        rests = new int[contestants];
        graph = new ComparisonGraph(contestants);
    }

    /** The same once more, so that a plan can be tried on it. */
    Played copy() {
        Played copy = new Played(entries);
        onPrompt.forEach((prompt, sets) -> sets.forEach(set -> copy.add(prompt, set)));
        for (int i = 0; i < rests.length; i++) {
            copy.rests[i] = rests[i];
            copy.meetings[i] = meetings[i].clone();
        }
        copy.rounds = rounds;
        return copy;
    }

    /** Counts a matchup; contestants sorted. */
    void add(int prompt, int[] contestants) {
        onPrompt.computeIfAbsent(prompt, p -> new ArrayList<>()).add(contestants);
        for (int contestant : contestants) {
            battles[contestant]++;
        }
        graph.link(contestants);
        matchups++;
    }

    /** Counts a whole round. */
    void add(Round round) {
        Set<List<Integer>> matchupsOfRound = new LinkedHashSet<>();
        round.battles().forEach(battle -> matchupsOfRound.add(placesOf(battle)));
        round.identical().forEach(battle -> matchupsOfRound.add(placesOf(battle)));
        Set<List<Integer>> sets = new LinkedHashSet<>();
        for (List<Integer> matchup : matchupsOfRound) {
            List<Integer> set = matchup.subList(1, matchup.size());
            sets.add(set);
            add(matchup.get(0), set.stream().mapToInt(Integer::intValue).toArray());
        }
        boolean[] plays = new boolean[rests.length];
        for (List<Integer> set : sets) {
            for (int one : set) {
                plays[one] = true;
                for (int other : set) {
                    meetings[one][other] += one == other ? 0 : 1;
                }
            }
        }
        for (int i = 0; i < rests.length; i++) {
            rests[i] += plays[i] ? 0 : 1;
        }
        rounds++;
    }

    /** The place of the prompt, then those of the contestants, sorted. */
    private List<Integer> placesOf(PlannedBattle battle) {
        List<Integer> places = new ArrayList<>();
        for (Seat seat : battle.seats()) {
            places.add(entries.place(seat.contestant()));
        }
        places.sort(null);
        places.add(0, entries.place(battle.prompt()));
        return places;
    }

    int rounds() {
        return rounds;
    }

    long matchups() {
        return matchups;
    }

    /** The sets of contestants that met on a prompt. */
    List<int[]> on(int prompt) {
        return onPrompt.getOrDefault(prompt, List.of());
    }

    boolean met(int prompt, int[] contestants) {
        return on(prompt).stream().anyMatch(set -> Arrays.equals(set, contestants));
    }

    /** In how many matchups a contestant was. */
    int battles(int contestant) {
        return battles[contestant];
    }

    /** In how many rounds two contestants met, by contestant and contestant. */
    int[][] meetings() {
        return meetings;
    }

    /** In how many rounds a contestant was in no battle. */
    int[] rests() {
        return rests;
    }

    /** Whom battles link. */
    ComparisonGraph graph() {
        return graph;
    }
}
