package dev.arena.core.store;

/** What a batch changed; unchanged rows are counted, not written. */
public record CatalogChange(
        int newContestants,
        int newPrompts,
        int updatedPrompts,
        int unchangedPrompts,
        int newResponses,
        int newVersions,
        int unchangedResponses) {
    public static final CatalogChange NONE = new CatalogChange(0, 0, 0, 0, 0, 0, 0);

    /** The sum, for batches of one import. */
    public CatalogChange plus(CatalogChange other) {
        return new CatalogChange(
                newContestants + other.newContestants,
                newPrompts + other.newPrompts,
                updatedPrompts + other.updatedPrompts,
                unchangedPrompts + other.unchangedPrompts,
                newResponses + other.newResponses,
                newVersions + other.newVersions,
                unchangedResponses + other.unchangedResponses);
    }
}
