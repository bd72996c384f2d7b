package dev.arena.core.leaderboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where votes came from.
 *
 * @param name {@code database}, or the names of the files
 * @param revision of the store; null for files
 * @param version of the program
 * @param contestants names that are listed even where no vote names them
 */
public record RatingSource(String name, @Nullable Long revision, String version, List<String> contestants) {
    public RatingSource {
        contestants = List.copyOf(contestants);
    }
}
