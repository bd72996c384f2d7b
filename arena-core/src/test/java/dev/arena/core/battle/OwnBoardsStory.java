package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.model.Battle;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyState;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.LeakStore.ShownLeak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a voter is told of their own votes alone, in every store. */
abstract class OwnBoardsStory extends StudyStage {
    private static final String TELLING = "reveal: vote";
    private static final List<String> VERDICTS = List.of("first", "second", "tie", "first", "both_bad", "second");

    private OwnBoards boards() {
        return new OwnBoards(store, floor.studies, "test");
    }

    private static VoteRequest say(int number) {
        return new VoteRequest(VERDICTS.get(number % VERDICTS.size()), null, null, null, null);
    }

    /** So many votes of different verdicts; the battles. */
    private List<Battle> vote(JudgeId voter, Study study, int votes) {
        List<Battle> battles = new ArrayList<>();
        for (int number = 0; number < votes; number++) {
            Battle battle = floor.next(voter, study);
            floor.vote(voter, battle, say(number));
            battles.add(battle);
        }
        return battles;
    }

    private static Leaderboard table(OwnBoard own) {
        return Objects.requireNonNull(own.board());
    }

    @Test
    void ownBoard_ofWhoNeverVoted_wantsAllVotes() {
        assertThat(boards().nobody()).isEqualTo(new OwnBoard(0, 20, 0, 20_000, false, null));
        assertThat(boards().nobody().missing()).isEqualTo(20);
        assertThat(boards().of(ann)).isEqualTo(boards().nobody());
    }

    @Test
    void ownBoard_afterTwentyVotes_isTheBoardOfTheseVotesAndNoOthers() {
        floor.fill(30, 3);
        Study study = floor.study("s", TELLING);
        floor.vote(ann, floor.next(ann, study), SKIP);
        VoteReceipt taken = floor.vote(ann, floor.next(ann, study));
        floor.battles.withdraw(ann, taken.reveal().vote());
        vote(ann, study, 19);
        vote(bob, study, 25);

        assertThat(boards().of(ann)).isEqualTo(new OwnBoard(19, 20, 0, 20_000, false, null));
        assertThat(boards().of(ann).missing()).isEqualTo(1);
        vote(ann, study, 1);
        Battle open = floor.next(ann, study);
        OwnBoard own = boards().of(ann);
        Leaderboard everybodys = new LeaderboardService(store, "test")
                .leaderboard(LeaderboardRequest.forDatabase().with(VoteFilter.ALL.withJudge("ann")));

        assertThat(own.counted()).isEqualTo(20);
        assertThat(own.missing()).isZero();
        assertThat(store.votes().findCurrent(open.id(), ann)).as("still open").isEmpty();
        assertThat(table(own).rows()).isEqualTo(everybodys.rows()).hasSize(3);
        assertThat(table(own).effects()).isEqualTo(everybodys.effects());
        assertThat(table(own).ciMethod()).isEqualTo(everybodys.ciMethod());
        assertThat(table(own).provenance().votesSha256())
                .isEqualTo(everybodys.provenance().votesSha256());
        assertThat(table(own).excluded()).containsOnly(Map.entry("invalid", 0L));
    }

    @Test
    void ownBoard_whereNothingIsRevealed_namesNobodyEvenAfterTheClosing() {
        floor.fill(30, 2);
        Study silent = floor.study("s", "");
        Study telling = floor.study("t", TELLING);
        vote(ann, silent, 22);
        floor.vote(ann, floor.next(ann, silent), SKIP);

        OwnBoard hidden = new OwnBoard(0, 20, 22, 20_000, false, null);
        assertThat(boards().of(ann)).isEqualTo(hidden);
        floor.studies.setState("s", StudyState.CLOSED, "");
        assertThat(boards().of(ann)).isEqualTo(hidden);
        vote(ann, telling, 20);
        OwnBoard both = boards().of(ann);
        assertThat(both.hidden()).isEqualTo(22);
        assertThat(both.counted()).isEqualTo(20);
        assertThat(table(both).voteCount()).isEqualTo(20);
    }

    @Test
    void ownBoard_ofASkippedBattle_doesNotNameWhoWasInIt() {
        floor.fill(30, 3);
        Study met = floor.study("s", TELLING + "\ncontestants: [model-0, model-1]");
        Study skipped = floor.study("t", TELLING + "\ncontestants: [model-1, model-2]");
        vote(ann, met, 20);
        floor.vote(ann, floor.next(ann, skipped), SKIP);

        assertThat(table(boards().of(ann)).rows())
                .extracting(LeaderboardRow::modelName)
                .containsExactlyInAnyOrder("model-0", "model-1");
    }

    /** Names are told by the settings under which a battle was opened, as after its vote. */
    @Test
    void ownBoard_ofAStudyThatTellsFromNowOn_keepsEarlierBattlesToItself() {
        floor.fill(40, 2);
        Study study = floor.study("s", "");
        vote(ann, study, 3);
        floor.studies.revise("s", StudyFloor.settings("s", TELLING));
        vote(ann, floor.studies.get("s"), 20);

        OwnBoard own = boards().of(ann);
        assertThat(own.hidden()).isEqualTo(3);
        assertThat(table(own).voteCount()).isEqualTo(20);
    }

    @Test
    void ownBoard_ofAStudyWithPlantedBattles_countsAllItsVotesAlike() {
        floor.fill(60, 3);
        floor.addCanary(20);
        Study study = floor.study("s", "gold: {share: 0.3, canaries: true}\nrepeats: {share: 0.2, after: 3}");
        List<Battle> shown = vote(ann, study, 30);

        assertThat(shown).as("seed 2026").anyMatch(battle -> part(battle) != StudyPart.PLAIN);
        assertThat(boards().of(ann)).isEqualTo(new OwnBoard(0, 20, 30, 20_000, false, null));
    }

    @Test
    void ownBoard_leavesOutWhatEveryBoardLeavesOut() {
        floor.fill(40, 2);
        Study study = floor.study("s", TELLING);
        List<Battle> shown = vote(ann, study, 24);
        Battle stale = shown.get(0);
        CatalogBatch.Origin file = new CatalogBatch.Origin("test.jsonl", 1);
        String prompt = store.catalog()
                .getPrompt(Objects.requireNonNull(stale.draft().prompt()))
                .key();
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(),
                        List.of(new CatalogBatch.NewPrompt(file, "new", PromptText.of("New?"))),
                        List.of(new CatalogBatch.NewResponse(file, prompt, "model-1", ResponseText.of("Better")))));
        long spec = store.leaks().putSpec("a".repeat(64), "names");
        store.leaks().putShown(shown.get(1).id(), List.of(new ShownLeak(1, spec, ShownLeak.FLAG, 1)));
        store.leaks().putShown(shown.get(2).id(), List.of(new ShownLeak(1, spec, "mask", 1)));

        OwnBoard own = boards().of(ann);
        assertThat(own.counted()).isEqualTo(22);
        assertThat(table(own).excluded()).containsEntry("stale_response", 1L).containsEntry("identity_leak", 1L);
        assertThat(table(own).rows().stream().mapToLong(OwnBoardsStory::votes)).containsExactly(22L, 22L);
    }

    private static long votes(LeaderboardRow row) {
        return row.counts().votes();
    }

    @Test
    void ownBoard_ofVeryManyVotes_ratesTheNewestAndSaysSo() {
        floor.fill(40, 2);
        Study study = floor.study("s", TELLING);
        vote(ann, study, 25);

        OwnBoard cut = new OwnBoards(store, floor.studies, "test", 24).of(ann);
        assertThat(cut.cut()).isTrue();
        assertThat(cut.counted()).isEqualTo(24);
        assertThat(new OwnBoards(store, floor.studies, "test", 25).of(ann).cut())
                .isFalse();
    }
}
