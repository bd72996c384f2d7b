package dev.arena.core.battle;

import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** The matchups of one index that one voter has been shown. Not safe for use by several threads. */
public final class SeenMatchups {
    private final CandidateIndex index;
    private final Map<Integer, TreeSet<Long>> numbers = new HashMap<>();
    private final TreeSet<Long> exhausted = new TreeSet<>();
    private long size;

    /** Nothing seen yet. */
    public SeenMatchups(CandidateIndex index) {
        this.index = index;
    }

    CandidateIndex index() {
        return index;
    }

    /**
     * Marks a matchup as seen; one that the index does not hold (a response has a newer version by now) is ignored.
     *
     * @return whether the index holds it and it was not marked before
     */
    public boolean add(PromptId prompt, Collection<ResponseId> matchup) {
        int position = index.position(prompt);
        if (position < 0) {
            return false;
        }
        MatchupSpace space = index.space(position);
        OptionalLong number = space.number(matchup);
        if (number.isEmpty()) {
            return false;
        }
        TreeSet<Long> ofPrompt = numbers.computeIfAbsent(position, p -> new TreeSet<>());
        if (!ofPrompt.add(number.getAsLong())) {
            return false;
        }
        size++;
        if (ofPrompt.size() == space.size()) {
            exhausted.add((long) position);
        }
        return true;
    }

    /** How many matchups of the index were seen. */
    public long size() {
        return size;
    }

    /** Positions of the prompts without an unseen matchup, ascending. */
    SortedSet<Long> exhausted() {
        return exhausted;
    }

    /** Positions of the prompts of which a matchup was seen, ascending. */
    SortedSet<Integer> prompts() {
        return new TreeSet<>(numbers.keySet());
    }

    /** Numbers of the seen matchups of a prompt, ascending. */
    SortedSet<Long> ofPrompt(int position) {
        TreeSet<Long> seen = numbers.get(position);
        return seen == null ? new TreeSet<>() : seen;
    }
}
