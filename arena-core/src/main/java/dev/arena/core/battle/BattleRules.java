package dev.arena.core.battle;

import dev.arena.core.model.StudySettings;
import dev.arena.core.study.StudyMembers;
import dev.arena.core.study.StudyService;

/**
 * What battles are drawn by.
 *
 * @param matchmaker of the open floor
 * @param k how many responses meet in a battle of the open floor
 * @param studies the studies in which battles are drawn too
 * @param members who was invited to them
 * @param matchmakers of studies
 */
public record BattleRules(
        Matchmaker matchmaker, int k, StudyService studies, StudyMembers members, StudyMatchmakers matchmakers) {
    public BattleRules {
        if (k < StudySettings.MIN_K || k > StudySettings.MAX_K) {
            throw new IllegalArgumentException(
                    "a battle has " + StudySettings.MIN_K + " to " + StudySettings.MAX_K + " responses, found " + k);
        }
    }
}
