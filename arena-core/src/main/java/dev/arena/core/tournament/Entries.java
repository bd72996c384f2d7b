package dev.arena.core.tournament;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who answered which prompt, as columns: prompts and contestants by their places in the lists of a plan. For each prompt the contestants
 * with a response stand next to each other, sorted.
 */
final class Entries {
    private final List<Prompt> prompts;
    private final List<Contestant> contestants;
    private final Map<PromptId, Integer> promptPlaces = new HashMap<>();
    private final Map<ContestantId, Integer> contestantPlaces = new HashMap<>();
    private final int[] start;
    private final int[] place;
    private final long[] response;
    /** The first entry of the same prompt with the same bytes. */
    private final int[] sameAs;

    private final int[] everyone;
    private final CatalogDigest digest;

    Entries(List<Prompt> prompts, List<Contestant> contestants, List<ResponseHead> heads) {
        this.prompts = List.copyOf(prompts);
        this.contestants = List.copyOf(contestants);
        prompts.forEach(prompt -> promptPlaces.put(prompt.id(), promptPlaces.size()));
        contestants.forEach(contestant -> contestantPlaces.put(contestant.id(), contestantPlaces.size()));
        start = starts(heads);
        int size = start[prompts.size()];
        place = new int[size];
        response = new long[size];
        sameAs = new int[size];
        everyone = new int[contestants.size()];
        Arrays.setAll(everyone, i -> i);
        ResponseHead[] sorted = sorted(heads, size);
        for (int p = 0; p < prompts.size(); p++) {
            fill(p, sorted);
        }
        digest = new CatalogDigest(this.prompts, this.contestants, start, place, sorted);
    }

    private boolean takesPart(ResponseHead head) {
        return promptPlaces.containsKey(head.prompt()) && contestantPlaces.containsKey(head.contestant());
    }

    private int[] starts(List<ResponseHead> heads) {
        int[] starts = new int[prompts.size() + 1];
        for (ResponseHead head : heads) {
            if (takesPart(head)) {
                starts[place(head.prompt()) + 1]++;
            }
        }
        for (int p = 0; p < prompts.size(); p++) {
            starts[p + 1] += starts[p];
        }
        return starts;
    }

    private ResponseHead[] sorted(List<ResponseHead> heads, int size) {
        ResponseHead[] sorted = new ResponseHead[size];
        int[] next = Arrays.copyOf(start, prompts.size());
        for (ResponseHead head : heads) {
            if (takesPart(head)) {
                sorted[next[place(head.prompt())]++] = head;
            }
        }
        for (int p = 0; p < prompts.size(); p++) {
            Arrays.sort(
                    sorted,
                    start[p],
                    start[p + 1],
                    (one, other) -> Integer.compare(place(one.contestant()), place(other.contestant())));
        }
        return sorted;
    }

    private void fill(int prompt, ResponseHead[] sorted) {
        Map<String, Integer> firstWith = new HashMap<>();
        for (int e = start[prompt]; e < start[prompt + 1]; e++) {
            place[e] = place(sorted[e].contestant());
            response[e] = sorted[e].id().value();
            Integer first = firstWith.putIfAbsent(sorted[e].sha256(), e);
            sameAs[e] = first == null ? e : first;
        }
    }

    List<Prompt> prompts() {
        return prompts;
    }

    List<Contestant> contestants() {
        return contestants;
    }

    /** Depends on contestants, prompts and responses and on nothing else. */
    String hash(String settings) {
        return digest.with(settings);
    }

    int place(PromptId prompt) {
        return promptPlaces.getOrDefault(prompt, -1);
    }

    int place(ContestantId contestant) {
        return contestantPlaces.getOrDefault(contestant, -1);
    }

    /** The places of all contestants. */
    int[] everyone() {
        return everyone;
    }

    /** How many contestants answered a prompt. */
    int present(int prompt) {
        return start[prompt + 1] - start[prompt];
    }

    /** The i-th contestant with a response to a prompt. */
    int presentAt(int prompt, int i) {
        return place[start[prompt] + i];
    }

    /** Those with a response to a prompt, sorted. */
    int[] presentOn(int prompt) {
        return Arrays.copyOfRange(place, start[prompt], start[prompt + 1]);
    }

    boolean has(int prompt, int contestant) {
        return entry(prompt, contestant) >= 0;
    }

    /** Whether all of these contestants gave the same bytes. */
    boolean identical(int prompt, int[] places) {
        int first = sameAs[entry(prompt, places[0])];
        for (int contestant : places) {
            if (sameAs[entry(prompt, contestant)] != first) {
                return false;
            }
        }
        return true;
    }

    /** The seats of these contestants, in that order. */
    List<Seat> seats(int prompt, int[] places) {
        List<Seat> seats = new ArrayList<>(places.length);
        for (int contestant : places) {
            long id = response[entry(prompt, contestant)];
            seats.add(new Seat(contestants.get(contestant).id(), new ResponseId(id)));
        }
        return List.copyOf(seats);
    }

    private int entry(int prompt, int contestant) {
        return Arrays.binarySearch(place, start[prompt], start[prompt + 1], contestant);
    }
}
