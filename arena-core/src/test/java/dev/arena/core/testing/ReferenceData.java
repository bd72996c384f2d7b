package dev.arena.core.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Public data that is too large or not free to ship, beside the repository in {@code ../shared/data} or in the folder named by
 * {@code ARENA_DATA}. Tests that need it carry the tag {@code reference} and {@code @EnabledIf} of {@link #present()}.
 */
public final class ReferenceData {
    /** For {@code @EnabledIf}. */
    public static final String PRESENT = "dev.arena.core.testing.ReferenceData#present";

    private ReferenceData() {}

    /** Whether the folder is there. */
    public static boolean present() {
        return Files.isDirectory(folder());
    }

    /** A file of it. */
    public static Path file(String path) {
        return folder().resolve(path);
    }

    private static Path folder() {
        String given = System.getenv("ARENA_DATA");
        if (given != null) {
            return Path.of(given);
        }
        return Path.of(System.getProperty("arena.root", "..")).resolve("../shared/data");
    }
}
