package dev.arena.web.api;

/**
 * What the person who runs a server decides about it.
 *
 * @param floor whether anyone may vote without a study
 * @param importLimitBytes largest file that can be imported over HTTP
 */
public record ServerRules(boolean floor, long importLimitBytes) {
    private static final long MEGABYTE = 1024L * 1024;

    /** Largest import where nothing else is said, in megabytes. */
    public static final int IMPORT_LIMIT_MB = 256;

    public static final ServerRules STANDARD = new ServerRules(true, IMPORT_LIMIT_MB * MEGABYTE);

    /** Rules with the limit in megabytes. */
    public static ServerRules of(boolean floor, int importLimitMb) {
        return new ServerRules(floor, importLimitMb * MEGABYTE);
    }
}
