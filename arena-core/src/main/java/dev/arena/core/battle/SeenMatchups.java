package dev.arena.core.battle;

import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The matchups of one index that one voter has been shown. Not safe for use by several threads. */
public final class SeenMatchups {
    private final CandidateIndex index;
    private final Map<Integer, TreeSet<Long>> numbers = new HashMap<>();
    private final TreeSet<Long> exhausted = new TreeSet<>();
    private final @Nullable SeenMatchups further;
    private long size;

    /** Nothing seen yet. */
    public SeenMatchups(CandidateIndex index) {
        this(index, null);
    }

    private SeenMatchups(CandidateIndex index, @Nullable SeenMatchups further) {
        this.index = index;
        this.further = further;
    }

    /** These and others of the same index, as they are at the moment of asking; not to be added to. */
    SeenMatchups and(SeenMatchups others) {
        SeenMatchups both = new SeenMatchups(index, others);
        both.numbers.putAll(numbers);
        both.exhausted.addAll(exhausted);
        both.exhausted.addAll(others.exhausted);
        both.size = size + others.size;
        for (Map.Entry<Integer, TreeSet<Long>> own : numbers.entrySet()) {
            int position = own.getKey();
            int covered = both.ofPrompt(position).size();
            both.size -= own.getValue().size() + others.ofPrompt(position).size() - covered;
            if (covered == index.space(position).size()) {
                both.exhausted.add((long) position);
            }
        }
        others.numbers.keySet().forEach(position -> both.numbers.computeIfAbsent(position, p -> new TreeSet<>()));
        return both;
    }

    /** Takes a mark away again. */
    void remove(PromptId prompt, Collection<ResponseId> matchup) {
        int position = index.position(prompt);
        TreeSet<Long> ofPrompt = numbers.get(position);
        if (position < 0 || ofPrompt == null) {
            return;
        }
        OptionalLong number = index.space(position).number(matchup);
        if (number.isPresent() && ofPrompt.remove(number.getAsLong())) {
            size--;
            exhausted.remove((long) position);
        }
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
        SortedSet<Long> others = further == null ? new TreeSet<>() : further.ofPrompt(position);
        if (seen == null || others.isEmpty()) {
            return seen == null ? others : seen;
        }
        TreeSet<Long> both = new TreeSet<>(seen);
        both.addAll(others);
        return both;
    }
}
