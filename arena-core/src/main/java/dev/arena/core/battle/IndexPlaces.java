package dev.arena.core.battle;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseHead;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where each contestant of an index has responses. Immutable; worked out once an index. */
final class IndexPlaces {
    private final CandidateIndex index;
    private final List<ContestantId> contestants;
    private final int[][] contestantsOfPrompt;

    IndexPlaces(CandidateIndex index) {
        this.index = index;
        TreeSet<ContestantId> all = new TreeSet<>();
        for (int position = 0; position < index.promptCount(); position++) {
            index.space(position).heads().stream().map(ResponseHead::contestant).forEach(all::add);
        }
        contestants = List.copyOf(all);
        Map<ContestantId, Integer> numbers = new HashMap<>();
        contestants.forEach(contestant -> numbers.put(contestant, numbers.size()));
        contestantsOfPrompt = new int[index.promptCount()][];
        for (int position = 0; position < contestantsOfPrompt.length; position++) {
            contestantsOfPrompt[position] = index.space(position).heads().stream()
                    .mapToInt(head -> numbers.getOrDefault(head.contestant(), -1))
                    .toArray();
        }
    }

    CandidateIndex index() {
        return index;
    }

    /** All contestants with a response that can be drawn, sorted by id. */
    List<ContestantId> contestants() {
        return contestants;
    }

    /** The contestants of a prompt's responses by place, by number; not to be changed. */
    int[] ofPrompt(int position) {
        return contestantsOfPrompt[position];
    }

    /** Positions of the prompts to which one of some contestants has a response, ascending. */
    int[] promptsOf(BitSet some) {
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; position < contestantsOfPrompt.length && !some.isEmpty(); position++) {
            if (!placesOf(position, some).isEmpty()) {
                positions.add(position);
            }
        }
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The places at which one of some contestants has its response to a prompt. */
    BitSet placesOf(int position, BitSet some) {
        BitSet places = new BitSet();
        int[] ofPrompt = contestantsOfPrompt[position];
        for (int place = 0; place < ofPrompt.length; place++) {
            if (some.get(ofPrompt[place])) {
                places.set(place);
            }
        }
        return places;
    }
}
