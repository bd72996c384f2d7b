package dev.arena.core.board;

import dev.arena.core.leak.LeakCounts;
import java.util.Optional;
import java.util.Set;

/** Where a table learns how many responses tell who wrote them. */
@FunctionalInterface
public interface LeakSource {
    /**
     * The counts of the open floor, or of studies together.
     *
     * @param studies keys; none for the open floor
     * @return empty where nobody votes in these places
     */
    Optional<LeakCounts> counts(Set<String> studies);
}
