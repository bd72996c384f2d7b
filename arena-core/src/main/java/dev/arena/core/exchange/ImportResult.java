package dev.arena.core.exchange;

import dev.arena.core.store.CatalogChange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import did, or in a dry run would do.
 *
 * @param files in the order in which they were stored
 * @param catalog contestants, prompts and responses
 * @param newVotes rows of votes that were stored; in a dry run, all that were read
 * @param knownVotes rows of votes that were stored before; 0 in a dry run, which does not look
 * @param rejected rows set aside
 * @param missing for each contestant of the files that lacks responses to prompts which others of them answered: how many
 */
public record ImportResult(
        List<ReadReport> files,
        CatalogChange catalog,
        long newVotes,
        long knownVotes,
        long rejected,
        Map<String, Long> missing,
        List<Notice> notices) {
    public ImportResult {
        files = List.copyOf(files);
        missing = Collections.unmodifiableMap(new TreeMap<>(missing));
        notices = List.copyOf(notices);
    }

    /** Whether anything was stored. */
    public boolean changed() {
        return newVotes > 0
                || catalog.newContestants() > 0
                || catalog.newPrompts() > 0
                || catalog.updatedPrompts() > 0
                || catalog.newResponses() > 0
                || catalog.newVersions() > 0;
    }
}
