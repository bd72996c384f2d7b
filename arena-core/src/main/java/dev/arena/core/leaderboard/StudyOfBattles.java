package dev.arena.core.leaderboard;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.store.StudyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which study a battle belongs to; studies are looked up when a version is met that is not known yet. Safe for use by many threads. */
public final class StudyOfBattles {
    private final StudyStore studies;
    private final Map<StudyVersionId, StudyId> byVersion = new ConcurrentHashMap<>();
    private final Map<StudyId, String> keys = new ConcurrentHashMap<>();

    /** The studies of a store. */
    public StudyOfBattles(StudyStore studies) {
        this.studies = studies;
    }

    /** The study; null on the open floor and for battles of schedules and files. */
    public @Nullable StudyId of(Battle battle) {
        BattleStudy study = battle.draft().origin().study();
        if (study == null) {
            return null;
        }
        StudyId known = byVersion.get(study.version());
        if (known == null) {
            studies.list().forEach(stored -> {
                keys.put(stored.id(), stored.key());
                stored.versions().forEach(version -> byVersion.put(version.id(), stored.id()));
            });
            known = byVersion.get(study.version());
        }
        return known;
    }

    /** The key of the study; empty on the open floor and for battles of schedules and files. */
    public Optional<String> key(Battle battle) {
        StudyId study = of(battle);
        return study == null ? Optional.empty() : Optional.ofNullable(keys.get(study));
    }
}
