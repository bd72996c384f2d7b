package dev.arena.core.store;

import dev.arena.core.model.ResponseId;
import java.util.Set;

/** Finds responses by their words. */
public interface SearchStore {
    /** The responses, of any version, whose turns hold all words; those that are not indexed yet are read one by one. */
    Set<ResponseId> findResponses(SearchWords words);

    /**
     * Puts the words of the next responses into an index, where the store has one.
     *
     * @param most how many at most
     * @return how many were; 0 when there is nothing left to do
     */
    int index(int most);
}
