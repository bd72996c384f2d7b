package dev.arena.core.judge;

import dev.arena.core.config.Section;
import java.nio.file.Path;

/** One value of {@code type} in a tournament's list of judges; adding a type is one class and one line in its registry. */
public interface JudgeType {
    /** The word in the file. */
    String name();

    /**
     * Reads the keys of this type; the caller reads those that all types share and refuses what nobody asked for.
     *
     * @param name the judge's name
     * @throws dev.arena.core.problem.UsageException for a missing key or a wrong value
     */
    JudgeSetup read(String name, Section section, TemplateSource templates);

    /** Finds the template that a judge names. */
    interface TemplateSource {
        /**
         * A preset, one of the file's own, or one in a file beside the tournament.
         *
         * @throws dev.arena.core.problem.UsageException if there is none, or it cannot be used
         */
        JudgeTemplate find(Section judge, String key, String fallback);

        /** A file that a judge names: beside the tournament, or where the program runs where the tournament is no file. */
        default Path file(String name) {
            return Path.of(name);
        }
    }
}
