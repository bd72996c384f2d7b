package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.Battle;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.VoteId;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.UsageException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the settings of a study ask for, in every store. */
abstract class StudySettingsStory extends StudyFindingsStory {
    @Test
    void guidelines_changedBetweenBattleAndVote_holdForTheNextBattle() {
        floor.fill(4, 2);
        String asked = "guidelines: Be fair.\nquestions: [{id: why, text: Why, type: choice,"
                + " options: [{value: facts}, {value: style}], required: true}]";
        Study study = floor.study("s", asked);
        Battle before = floor.next(ann, study);
        floor.studies.revise("s", StudyFloor.settings("s", "guidelines: Be fairer.\nmatchups: 3"));
        Study revised = floor.studies.get("s");

        assertThat(revised.version().number()).isEqualTo(2);
        assertThat(revised.version().guidelinesVersion()).isEqualTo(2);
        ShownBattle shown = floor.battles.next(ann, revised).orElseThrow();
        assertThat(shown.token()).isEqualTo(before.token());
        assertThat(Objects.requireNonNull(shown.study()).guidelinesVersion()).isEqualTo(1);
        assertThatThrownBy(() -> floor.vote(ann, before))
                .isInstanceOf(InputException.class)
                .hasMessage("field 'answers.why' is missing; allowed: one of facts, style."
                        + " This question needs an answer.");
        floor.vote(ann, before, answering(Map.of("why", List.of("style"))));
        Battle after = floor.next(ann, revised);
        assertThatThrownBy(() -> floor.vote(ann, after, answering(Map.of("why", List.of("style")))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("allowed: no answers, since nothing is asked");
        floor.vote(ann, after);

        assertThat(version(before)).isEqualTo(study.version().id().value());
        assertThat(version(after)).isEqualTo(revised.version().id().value());
        floor.studies.revise("s", StudyFloor.settings("s", "guidelines: Be fairer.\nmatchups: 2"));
        assertThat(floor.studies.get("s").version().number()).isEqualTo(3);
        assertThat(floor.studies.get("s").version().guidelinesVersion()).isEqualTo(2);
    }

    private static long version(Battle battle) {
        return Objects.requireNonNull(battle.draft().origin().study()).version().value();
    }

    private static VoteRequest answering(Map<String, List<String>> answers) {
        return new VoteRequest("first", null, null, null, null, new TreeMap<>(answers), Set.of());
    }

    @Test
    void answers_areStoredWithTheirVote_andAreOfItsRequest() {
        floor.fill(4, 2);
        Study study = floor.study(
                "s",
                "questions: [{id: tags, text: T, type: choices, options: [{value: a}, {value: b}, {value: c}]},"
                        + " {id: sure, text: S, type: scale}, {id: note, text: N, type: text}]");
        Battle battle = floor.next(ann, study);
        VoteRequest request =
                answering(Map.of("tags", List.of("c", "a"), "sure", List.of("4"), "note", List.of("Ünïcode 🦉")));
        VoteReceipt first = floor.battles.vote(ann, battle.token(), "k", request);
        VoteReceipt again = floor.battles.vote(ann, battle.token(), "k", request);

        assertThat(again.stored()).isFalse();
        assertThat(again.reveal()).isEqualTo(first.reveal());
        VoteId vote =
                store.votes().findVote(first.reveal().vote()).orElseThrow().id();
        assertThat(store.studies().findAnswers(vote))
                .contains("{\"tags\":[\"a\",\"c\"],\"sure\":\"4\",\"note\":\"Ünïcode 🦉\"}");
        assertRefused(
                () -> floor.battles.vote(ann, battle.token(), "k", answering(Map.of("sure", List.of("4")))),
                BattleException.Kind.KEY_REUSED);
        Battle next = floor.next(ann, study);
        for (Map<String, List<String>> wrong : List.of(
                Map.of("sure", List.of("6")),
                Map.of("sure", List.of("1", "2")),
                Map.of("tags", List.of("a", "a")),
                Map.of("tags", List.of("d")),
                Map.of("who", List.of("a")))) {
            assertThatThrownBy(() -> floor.vote(ann, next, answering(wrong))).isInstanceOf(InputException.class);
        }
        assertThat(floor.studies.progress("s").votes()).isEqualTo(1);
    }

    @Test
    void vote_whereNothingIsRevealed_namesNobody() {
        floor.fill(4, 2);
        Study silent = floor.study("s", "");
        Study telling = floor.study("t", "reveal: vote");

        assertThat(floor.vote(ann, floor.next(ann, silent)).reveal().seats()).isEmpty();
        assertThat(floor.vote(ann, floor.next(ann, telling)).reveal().seats()).hasSize(2);
    }

    @Test
    void vote_beforeTheReadingTime_isRefusedAndCanBeSentAgain() {
        floor.fill(2, 2);
        Study study = floor.study("s", "min_reading_ms: 5000");
        Battle battle = floor.next(ann, study);
        floor.pass(Duration.ofMillis(4999));
        assertRefused(() -> floor.vote(ann, battle), BattleException.Kind.TOO_EARLY);
        floor.pass(Duration.ofMillis(1));
        assertThat(floor.vote(ann, battle).stored()).isTrue();
    }

    @Test
    void margin_isTakenWhereItIsAsked() {
        floor.fill(4, 2);
        Study plain = floor.study("s", "");
        Study graded = floor.study("t", "margin: true");
        VoteRequest much = new VoteRequest("first", null, 2, null, null);
        Battle battle = floor.next(ann, plain);

        assertThatThrownBy(() -> floor.vote(ann, battle, much))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "field 'margin' is '2'; allowed: no margin, since this study does not ask for one");
        assertThat(floor.vote(ann, floor.next(ann, graded), much).stored()).isTrue();
    }

    @Test
    void settings_chooseWhoMeets() {
        floor.fill(5, 6);
        Study study = floor.study(
                "s", "k: 3\nprompts: {keys: [p1, p3]}\ncontestants: [model-0, model-2, model-4, model-5]\nmatchups: 5");
        Set<String> matchups = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            Battle battle = floor.next(ann, study);
            assertThat(battle.seats()).hasSize(3);
            matchups.add(battle.draft().matchupKey());
            floor.vote(ann, battle, new VoteRequest(null, List.of(1, 3, 1), null, null, null));
        }
        assertThat(matchups).hasSize(5);
        assertThat(floor.battles.next(ann, study)).isEmpty();
        assertThat(floor.battles.matchupCount(study)).isEqualTo(5);
        Set<String> bobs = new HashSet<>();
        floor.restart();
        for (int i = 0; i < 5; i++) {
            Battle battle = floor.next(bob, study);
            bobs.add(battle.draft().matchupKey());
            floor.vote(bob, battle, SKIP);
        }
        assertThat(bobs).as("drawn once for all").isEqualTo(matchups);
    }

    @Test
    void open_ofAStudyThatNamesWhatIsNotThere_saysWhatIs() {
        floor.fill(2, 2);
        floor.studies.create(StudyFloor.settings("s", "contestants: [model-0, model-7]"));
        floor.studies.create(StudyFloor.settings("t", "prompts: {category: [news]}"));

        assertThatThrownBy(() -> floor.studies.setState("s", StudyState.OPEN, ""))
                .hasMessage("study s: field 'contestants' is 'model-7'; allowed: model-0, model-1."
                        + " Did you mean 'model-0'?");
        assertThatThrownBy(() -> floor.studies.setState("t", StudyState.OPEN, ""))
                .hasMessage("study t: field 'prompts.category' is 'news'; allowed: what the database holds, which is"
                        + " nothing yet. Import it first, or revise the study.");
        assertThat(floor.studies.get("s").state()).isEqualTo(StudyState.DRAFT);
    }

    @Test
    void revise_ofAnOpenStudyToWhatIsNotThere_isRefusedAndChangesNothing() {
        floor.fill(2, 2);
        Study study = floor.study("s", "contestants: [model-0, model-1]");

        assertThatThrownBy(() -> floor.studies.revise("s", StudyFloor.settings("s", "contestants: [model-0, model-7]")))
                .isInstanceOf(UsageException.class)
                .hasMessage("study s: field 'contestants' is 'model-7'; allowed: model-0, model-1."
                        + " Did you mean 'model-0'?");
        assertThat(floor.studies.get("s")).isEqualTo(study);

        // a draft may name what is imported later, and so may a study that pauses: both are looked at when they open
        floor.studies.setState("s", StudyState.PAUSED, "");
        floor.studies.revise("s", StudyFloor.settings("s", "contestants: [model-0, model-7]"));
        assertThatThrownBy(() -> floor.studies.setState("s", StudyState.OPEN, ""))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void ownVotes_ofAVoterWhoLetATimePass_listOnlyWhatTheVoterSaid() {
        floor.fill(6, 2);
        Study study = floor.study("s", "reservation: PT10M\nreveal: vote");
        Battle first = floor.next(ann, study);
        floor.vote(ann, first);
        Battle late = floor.next(ann, study);
        floor.pass(Duration.ofMinutes(11));
        Battle skipped = floor.next(ann, study);
        floor.vote(ann, skipped, SKIP);
        Battle last = floor.next(ann, study);
        floor.vote(ann, last);
        OwnVotes own = new OwnVotes(store, floor.studies);

        List<OwnVote> all = own.list(ann, null, 50);

        assertThat(store.votes().findCurrent(late.id(), ann)).isPresent();
        assertThat(all).extracting(OwnVote::verdict).containsExactly("first", "skip", "first");
        assertThat(all.get(0).names()).hasSize(2);
        assertThat(all.get(1).names()).isEmpty();
        assertThat(own.list(ann, null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(own.list(ann, all.get(1).id(), 2)).isEqualTo(all.subList(2, 3));
        assertThat(own.list(ann, all.get(2).id(), 2)).isEmpty();
    }
}
