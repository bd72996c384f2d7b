package dev.arena.web.api;

import dev.arena.core.battle.MatchmakerType;
import dev.arena.core.model.StudySettings;

/**
 * What the person who runs a server decides about it.
 *
 * @param floor whether anyone may vote without a study
 * @param importLimitBytes largest file that can be imported over HTTP
 * @param matchmaker what draws the battles without a study
 * @param autoQuality whether rules decide on the votes of suspect voters
 * @param k how many responses meet in a battle without a study
 */
public record ServerRules(boolean floor, long importLimitBytes, MatchmakerType matchmaker, boolean autoQuality, int k) {
    private static final long MEGABYTE = 1024L * 1024;

    /** Largest import where nothing else is said, in megabytes. */
    public static final int IMPORT_LIMIT_MB = 256;

    public static final ServerRules STANDARD = of(true, IMPORT_LIMIT_MB);

    /** Rules with the limit in megabytes. */
    public static ServerRules of(boolean floor, int importLimitMb) {
        return new ServerRules(floor, importLimitMb * MEGABYTE, MatchmakerType.UNIFORM, false, StudySettings.MIN_K);
    }

    /** The same with another matchmaker. */
    public ServerRules with(MatchmakerType other) {
        return new ServerRules(floor, importLimitBytes, other, autoQuality, k);
    }

    /** The same with or without decisions by rules. */
    public ServerRules withAutoQuality(boolean other) {
        return new ServerRules(floor, importLimitBytes, matchmaker, other, k);
    }

    /** The same with other battles. */
    public ServerRules withK(int other) {
        return new ServerRules(floor, importLimitBytes, matchmaker, autoQuality, other);
    }
}
