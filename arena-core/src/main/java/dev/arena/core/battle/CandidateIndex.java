package dev.arena.core.battle;

import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What battles can be made of: the current responses to every prompt whose text is known. Immutable; made anew when the catalog
 * changes. A prompt takes part when at least one matchup of K responses with different texts exists.
 */
public final class CandidateIndex {
    private final int k;
    private final List<PromptId> prompts;
    private final List<MatchupSpace> spaces;
    private final Map<PromptId, Integer> positions;
    private final List<List<ResponseHead>> identical;
    private final long size;

    private CandidateIndex(int k, Map<PromptId, List<ResponseHead>> responses) {
        this.k = k;
        this.prompts = new ArrayList<>();
        this.spaces = new ArrayList<>();
        this.positions = new HashMap<>();
        this.identical = new ArrayList<>();
        long total = 0;
        for (Map.Entry<PromptId, List<ResponseHead>> entry : responses.entrySet()) {
            MatchupSpace space = new MatchupSpace(entry.getValue(), k);
            identical.addAll(space.identical());
            if (space.size() > 0) {
                positions.put(entry.getKey(), prompts.size());
                prompts.add(entry.getKey());
                spaces.add(space);
                // of many large battles there are more than a number can count; enough for anybody to vote on
                total = total > Long.MAX_VALUE - space.size() ? Long.MAX_VALUE : total + space.size();
            }
        }
        this.size = total;
    }

    /**
     * Reads the catalog.
     *
     * @param k how many responses meet in a battle, at least 2
     */
    public static CandidateIndex read(CatalogStore catalog, int k) {
        return read(catalog, k, Set.of());
    }

    /**
     * Reads the catalog without some of its responses.
     *
     * @param withheld what no battle is to be made of
     */
    static CandidateIndex read(CatalogStore catalog, int k, Set<ResponseId> withheld) {
        if (k < 2) {
            throw new IllegalArgumentException("a battle needs at least two responses, found " + k);
        }
        Map<PromptId, List<ResponseHead>> responses = new TreeMap<>();
        for (Prompt prompt : catalog.listPrompts()) {
            if (!prompt.text().turns().isEmpty()) {
                responses.put(prompt.id(), new ArrayList<>());
            }
        }
        for (ResponseHead head : catalog.listCurrentResponses()) {
            List<ResponseHead> known = responses.get(head.prompt());
            if (known != null && !withheld.contains(head.id())) {
                known.add(head);
            }
        }
        return new CandidateIndex(k, responses);
    }

    /** An index of given responses to given prompts. */
    static CandidateIndex of(int k, SortedMap<PromptId, List<ResponseHead>> responses) {
        return new CandidateIndex(k, responses);
    }

    /** How many responses meet in a battle. */
    public int k() {
        return k;
    }

    /** How many matchups there are over all prompts. */
    public long size() {
        return size;
    }

    /** How many prompts have a matchup. */
    public int promptCount() {
        return prompts.size();
    }

    PromptId prompt(int position) {
        return prompts.get(position);
    }

    MatchupSpace space(int position) {
        return spaces.get(position);
    }

    /** The place of a prompt in this index, or -1 where it has no matchup. */
    int position(PromptId prompt) {
        return positions.getOrDefault(prompt, -1);
    }

    /** The prompts that have a matchup. */
    Set<PromptId> prompts() {
        return Collections.unmodifiableSet(positions.keySet());
    }

    /** Groups of byte-identical responses to one prompt. */
    List<List<ResponseHead>> identical() {
        return identical;
    }
}
