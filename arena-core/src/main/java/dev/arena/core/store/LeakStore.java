package dev.arena.core.store;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.ResponseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was found in responses that tells who wrote them. A finding belongs to what was looked for (a spec); so it holds for ever, and
 * a restart need not look again.
 */
public interface LeakStore {
    /**
     * The number of a spec; given now where it is new.
     *
     * @param hash of the spec
     * @param spec what was looked for, as a text
     */
    long putSpec(String hash, String spec);

    /** All that was found under a spec; an empty text where a response was looked at and nothing was found. */
    Map<ResponseId, String> findings(long spec);

    /** Stores findings; those of a response that has some under this spec are left as they are. */
    void putFindings(long spec, Map<ResponseId, String> findings);

    /** Stores what was done about a battle's leaks when it was shown; what is stored for a position already is left as it is. */
    void putShown(BattleId battle, Collection<ShownLeak> leaks);

    /** What was done when that battle was shown, by position. */
    List<ShownLeak> shown(BattleId battle);

    /** Those of some battles that were shown with leaks in them, as they were. */
    Set<BattleId> findFlagged(Collection<BattleId> battles);

    /**
     * Tells the battles that were shown with leaks in them, as they were, by age.
     *
     * @param after the number that this answered last; 0 at first
     * @return the number of the last row, to go on from
     */
    long scanFlagged(long after, Consumer<BattleId> action);

    /**
     * What a voter was shown of a response that tells who wrote it.
     *
     * @param position from 1
     * @param spec what was looked for
     * @param action {@code mask} where the spans were covered, {@code flag} where they were not
     * @param spans how many there were
     */
    record ShownLeak(int position, long spec, String action, int spans) {
        /** The action of a battle whose votes are left out of ratings. */
        public static final String FLAG = "flag";
    }
}
