package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Study;
import dev.arena.core.model.StudyState;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.ratings.wording.Sentence;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the owner of a study is warned of. */
class StudyWarningsTest {
    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(7));
    private final StudyFloor floor = new StudyFloor(store, 7);

    private List<String> warned(Study study, boolean floorIsOpen) {
        List<Sentence> warnings = floor.battles.warnings(study, floorIsOpen);
        return warnings.stream()
                .map(warning -> warning.code() + " " + warning.params())
                .toList();
    }

    @Test
    void warnings_textsThatAreOnTheOpenFloorToo_sayHowManyPrompts() {
        floor.fill(3, 2);
        Study study = floor.study("s", "prompts: {keys: [p0, p2]}");

        assertThat(warned(study, true)).containsExactly("study_floor_names {count=2}");
        assertThat(warned(study, false)).isEmpty();
        assertThat(floor.battles.warnings(study, true).get(0).message())
                .isEqualTo(
                        "The study never reveals names, but the open floor asks 2 of its prompts too and reveals them after each"
                                + " vote: voters may learn there who wrote what. Keep it closed while the study goes on ('arena serve --floor"
                                + " off').");
        floor.battles.refreshCatalog();
        assertThat(warned(study, true)).containsExactly("study_floor_names {count=2}");
    }

    @Test
    void warnings_studyThatRevealsItself_areNone() {
        floor.fill(3, 2);

        assertThat(warned(floor.study("s", "reveal: vote"), true)).isEmpty();
    }

    @Test
    void warnings_fixedMatchups_countTheirPromptsOnly() {
        floor.fill(9, 2);

        assertThat(warned(floor.study("s", "matchups: 4"), true)).containsExactly("study_floor_names {count=4}");
    }

    @Test
    void warnings_anotherStudyWithTheSameTextsThatReveals_isNamedWhileItTakesVotes() {
        floor.fill(3, 2);
        Study study = floor.study("s", "");
        floor.study("teaching", "prompts: {keys: [p1]}\nreveal: vote");
        floor.study("silent", "");

        assertThat(warned(study, false)).containsExactly("study_study_names {study=teaching, count=1}");
        floor.studies.setState("teaching", StudyState.PAUSED, "");
        assertThat(warned(study, false)).hasSize(1);
        floor.studies.setState("teaching", StudyState.CLOSED, "");
        assertThat(warned(study, false)).isEmpty();
    }

    @Test
    void warnings_closedStudy_areNone() {
        floor.fill(3, 2);
        floor.study("s", "");

        assertThat(warned(floor.studies.setState("s", StudyState.CLOSED, ""), true))
                .isEmpty();
    }

    @Test
    void warnings_goldBattleOnAPromptOfTheFloor_countsItToo() {
        floor.fill(2, 2);
        Study study = floor.study(
                "s",
                "prompts: {keys: [p0]}\ngold: {share: 0.2, items: [{prompt: p1, responses: [model-0, model-1], expected: first}]}");

        assertThat(warned(study, true)).contains("study_floor_names {count=2}");
    }

    @Test
    void warnings_studyWithoutAMatchup_sayHowManyResponsesAPromptNeeds() {
        floor.fill(3, 2);

        Study study = floor.study("s", "k: 3\nreveal: vote");

        assertThat(warned(study, true)).containsExactly("study_no_matchups {k=3}");
    }
}
