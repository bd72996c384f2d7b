package dev.arena.core.quality;

import dev.arena.core.leaderboard.StudyOfBattles;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.StudyPart;
import dev.arena.core.store.StudyStore;

/** Marks as they are stored with battles of studies. */
public final class StoredMarks implements BattleMarks {
    private final StudyOfBattles studies;

    /** The marks of a store. */
    public StoredMarks(StudyStore studies) {
        this.studies = new StudyOfBattles(studies);
    }

    @Override
    public Mark of(Battle battle) {
        BattleStudy study = battle.draft().origin().study();
        if (study == null) {
            return Mark.PLAIN;
        }
        String source = study.source();
        if (source == null) {
            return new Mark(studies.of(battle), null, null);
        }
        return study.part() == StudyPart.GOLD
                ? new Mark(studies.of(battle), GoldAnswer.parse(source)::agrees, null)
                : new Mark(studies.of(battle), null, new BattleId(Long.parseLong(source)));
    }
}
