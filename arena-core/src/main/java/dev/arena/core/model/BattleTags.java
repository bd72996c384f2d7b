package dev.arena.core.model;

import org.jspecify.annotations.Nullable;

/**
 * What a file of battles says of a battle beyond its prompt; where null, the prompt's own category and language hold.
 *
 * @param turn the turn that was judged, from 1; null when the whole conversation was
 * @param orderKnown whether the seats are in the order that was shown; only a file may not say
 */
public record BattleTags(
        @Nullable Integer turn,
        @Nullable String category,
        @Nullable String language,
        boolean orderKnown) {
    public static final BattleTags NONE = new BattleTags(null, null, null, true);
}
