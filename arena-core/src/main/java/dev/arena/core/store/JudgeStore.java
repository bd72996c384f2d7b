package dev.arena.core.store;

import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import java.util.List;
import java.util.Optional;

/** Judges, people among them. */
public interface JudgeStore {
    /** The judge of that kind, name and version; made when new. */
    Judge put(JudgeDraft draft);

    /** The judge of that kind, name and version. */
    Optional<Judge> find(JudgeDraft draft);

    /**
     * A judge.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    Judge getJudge(JudgeId id);

    /** All judges, by id. */
    List<Judge> listJudges();

    /** All judges but people, by id. */
    default List<Judge> listOthers() {
        return listJudges().stream()
                .filter(judge -> judge.kind() != JudgeKind.HUMAN)
                .toList();
    }
}
