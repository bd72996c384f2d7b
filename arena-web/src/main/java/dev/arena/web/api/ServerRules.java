package dev.arena.web.api;

import dev.arena.core.battle.MatchmakerSettings;
import dev.arena.core.model.StudySettings;

/**
 * What the person who runs a server decides about it.
 *
 * @param floor whether anyone may vote without a study
 * @param limits how much at once
 * @param matchmaker how the battles without a study are drawn
 * @param autoQuality whether rules decide on the votes of suspect voters
 * @param k how many responses meet in a battle without a study
 */
public record ServerRules(boolean floor, Limits limits, MatchmakerSettings matchmaker, boolean autoQuality, int k) {
    private static final long MEGABYTE = 1024L * 1024;

    /** Largest import where nothing else is said, in megabytes. */
    public static final int IMPORT_LIMIT_MB = 256;

    /** Event streams of a kind where nothing else is said. */
    public static final int EVENT_STREAMS = 4096;

    public static final ServerRules STANDARD = of(true, IMPORT_LIMIT_MB);

    /**
     * How much at once.
     *
     * @param importBytes largest file that can be imported over HTTP
     * @param eventStreams open event streams of a kind: those of leaderboards, and those of runs
     */
    public record Limits(long importBytes, int eventStreams) {}

    /** Rules with the limit in megabytes. */
    public static ServerRules of(boolean floor, int importLimitMb) {
        Limits limits = new Limits(importLimitMb * MEGABYTE, EVENT_STREAMS);
        return new ServerRules(floor, limits, MatchmakerSettings.EVEN, false, StudySettings.MIN_K);
    }

    /** The same with another bound for event streams. */
    public ServerRules withEventStreams(int most) {
        return new ServerRules(floor, new Limits(limits.importBytes(), most), matchmaker, autoQuality, k);
    }

    /** The same with another matchmaker. */
    public ServerRules with(MatchmakerSettings other) {
        return new ServerRules(floor, limits, other, autoQuality, k);
    }

    /** The same with or without decisions by rules. */
    public ServerRules withAutoQuality(boolean other) {
        return new ServerRules(floor, limits, matchmaker, other, k);
    }

    /** The same with other battles. */
    public ServerRules withK(int other) {
        return new ServerRules(floor, limits, matchmaker, autoQuality, other);
    }
}
