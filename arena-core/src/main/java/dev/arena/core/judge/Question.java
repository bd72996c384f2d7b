package dev.arena.core.judge;

import org.jspecify.annotations.Nullable;

/**
 * A case in words.
 *
 * @param system what the judge is told about its task, or null
 * @param user the case itself
 */
public record Question(@Nullable String system, String user) {
    /** Everything that would be sent, for people. */
    public String shown() {
        return (system == null ? "" : "[system]\n" + system + "\n\n") + "[user]\n" + user;
    }
}
