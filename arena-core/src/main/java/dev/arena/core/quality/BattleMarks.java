package dev.arena.core.quality;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.Verdict;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which battles were planted to find out about a voter, and which study a battle belongs to. */
public interface BattleMarks {
    /** No study and no planted battle. */
    BattleMarks NONE = battle -> Mark.PLAIN;

    /** What a battle is. */
    Mark of(Battle battle);

    /**
     * What a battle is for.
     *
     * @param study null on the open floor
     * @param gold whether a deciding verdict is right; null where no answer is known
     * @param repeats the earlier battle of the same voter that it shows again; null where it does not
     */
    record Mark(
            @Nullable StudyId study,
            @Nullable Predicate<Verdict> gold,
            @Nullable BattleId repeats) {
        /** A battle like any other, on the open floor. */
        public static final Mark PLAIN = new Mark(null, null, null);

        /** Whether its outcome was asked for, and nothing is known about it. */
        boolean isPlain() {
            return gold == null && repeats == null;
        }
    }
}
