package dev.arena.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The place of a battle in a study.
 *
 * @param version the settings that held when it was opened; they hold for it to the end, guidelines and questions included
 * @param source for {@link StudyPart#GOLD} what is expected, as {@link GoldAnswer} writes it; for {@link StudyPart#REPEAT} the id
 *     of the battle that it repeats; null for {@link StudyPart#PLAIN}
 */
public record BattleStudy(
        StudyVersionId version, StudyPart part, @Nullable String source) {
    public BattleStudy {
        if ((part == StudyPart.PLAIN) != (source == null)) {
            throw new IllegalArgumentException("a battle has a source where it is gold or a repeat, found " + part);
        }
    }
}
