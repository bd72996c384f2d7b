package dev.arena.core.battle;

import dev.arena.core.model.PromptId;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings.RevealRule;
import dev.arena.core.model.StudyState;
import dev.arena.core.study.StudyPhrase;
import dev.arena.core.study.StudyService;
import dev.arena.ratings.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What should make the owner of a study worry: settings without effect, and other places that name who wrote the same responses. */
record StudyWarnings(StudyService studies, Function<Study, Set<PromptId>> prompts, ToLongFunction<Study> matchups) {
    /**
     * The warnings.
     *
     * @param floor what the open floor asks; null where it is closed
     * @return none of a study that is over
     */
    List<Sentence> of(Study study, @Nullable CandidateIndex floor) {
        if (study.state() == StudyState.CLOSED) {
            return List.of();
        }
        List<Sentence> warnings = new ArrayList<>(studies.warnings(study));
        if (matchups.applyAsLong(study) == 0) {
            warnings.add(StudyPhrase.NO_MATCHUPS.say("k", study.settings().k()));
        }
        if (study.settings().reveal() == RevealRule.NEVER) {
            Set<PromptId> asked = prompts.apply(study);
            long onFloor = floor == null ? 0 : shared(asked, floor.prompts());
            if (onFloor > 0) {
                warnings.add(StudyPhrase.FLOOR_NAMES.say("count", onFloor));
            }
            for (Study other : studies.list()) {
                long inOther = reveals(other) ? shared(asked, prompts.apply(other)) : 0;
                if (inOther > 0) {
                    warnings.add(StudyPhrase.STUDY_NAMES.say("study", other.key(), "count", inOther));
                }
            }
        }
        return warnings;
    }

    private static boolean reveals(Study study) {
        return study.state().takesVotes() && study.settings().reveal() == RevealRule.VOTE;
    }

    private static long shared(Set<PromptId> asked, Set<PromptId> elsewhere) {
        return asked.stream().filter(elsewhere::contains).count();
    }
}
