package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leak.LeakCounts;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Study;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the open floor and studies do about responses that tell who wrote them. */
class LeaksInBattlesTest {
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);

    /** Seed 8. */
    private final ArenaStore store = new InMemoryArenaStore(new Random(8));

    private final StudyFloor floor = new StudyFloor(store, 8);
    private JudgeId voter;

    /** Three responses to one prompt, one of which tells. */
    @BeforeEach
    void fill() {
        List<CatalogBatch.NewResponse> answers = new ArrayList<>();
        for (String text : List.of("I am Claude.", "I am fine.", "I am well, says the bluebird.")) {
            answers.add(new CatalogBatch.NewResponse(FILE, "p", "model-" + answers.size(), ResponseText.of(text)));
        }
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(),
                        List.of(new CatalogBatch.NewPrompt(FILE, "p", PromptText.of("How are you?"))),
                        answers));
        voter = floor.voter("ann");
    }

    /** All that the voter is shown in a study. */
    private List<String> shown(Study study) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < floor.battles.matchupCount(study); i++) {
            ShownBattle battle = floor.battles.next(voter, study).orElseThrow();
            battle.responses().forEach(text -> shown.add(text.turns().get(0)));
            floor.vote(voter, store.battles().findByToken(battle.token()).orElseThrow());
        }
        return shown;
    }

    private Leaderboard board() {
        return new LeaderboardService(store, "test").leaderboard(LeaderboardRequest.forDatabase());
    }

    @Test
    void floor_always_masks() {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ShownBattle battle = floor.battles.next(voter).orElseThrow();
            battle.responses().forEach(text -> shown.add(text.turns().get(0)));
            floor.vote(voter, store.battles().findByToken(battle.token()).orElseThrow());
        }

        assertThat(shown).hasSize(6).contains("I am ▮▮▮▮.").doesNotContain("I am Claude.");
        assertThat(floor.battles.leaks()).isEqualTo(new LeakCounts(1, 0, 0, 0, 0));
        assertThat(board().excluded()).doesNotContainKey("identity_leak");
    }

    @Test
    void study_underMaskWithWords_coversThemToo() {
        Study study = floor.study("s", "leaks: {action: mask, words: [bluebird]}");

        assertThat(shown(study))
                .contains("I am ▮▮▮▮.", "I am well, says the ▮▮▮▮.")
                .doesNotContain("I am Claude.");
        assertThat(floor.battles.leaks(study)).isEqualTo(new LeakCounts(2, 0, 0, 0, 0));
    }

    @Test
    void study_underReplace_drawsTheOthersOnly() {
        Study study = floor.study("s", "leaks: {action: replace}");

        assertThat(floor.battles.matchupCount(study)).isEqualTo(1);
        assertThat(shown(study)).containsExactlyInAnyOrder("I am fine.", "I am well, says the bluebird.");
        assertThat(floor.battles.leaks(study)).isEqualTo(new LeakCounts(0, 1, 0, 0, 0));
    }

    @Test
    void study_underFlag_showsAllAndLeavesTheVotesOut() {
        LeaderboardService boards = new LeaderboardService(store, "test");
        assertThat(boards.leaderboard(LeaderboardRequest.forDatabase()).excluded())
                .doesNotContainKey("identity_leak");
        Study study = floor.study("s", "leaks: {action: flag}");

        assertThat(shown(study)).contains("I am Claude.");
        assertThat(boards.leaderboard(LeaderboardRequest.forDatabase()).excluded())
                .containsEntry("identity_leak", 2L);
        assertThat(board().excluded()).containsEntry("identity_leak", 2L);
        assertThat(board().voteCount()).isEqualTo(1);
    }

    @Test
    void study_underOff_showsAllAndCountsAll() {
        Study study = floor.study("s", "leaks: {action: off}");

        assertThat(shown(study)).contains("I am Claude.");
        assertThat(board().excluded()).doesNotContainKey("identity_leak");
        assertThat(board().voteCount()).isEqualTo(3);
    }

    @Test
    void study_ofSomeContestantsAndGold_countsTheResponsesThatItShows() {
        Study two = floor.study("two", "contestants: [model-1, model-2]\nleaks: {action: mask, words: [bluebird]}");
        Study replaced = floor.study("rest", "contestants: [model-1, model-2]\nleaks: {action: replace}");
        Study gold = floor.study(
                "gold",
                "contestants: [model-1, model-2]\ngold: {share: 0.5, items: [{prompt: p, responses: [model-0, model-1], expected: second}]}");

        assertThat(floor.battles.leaks(two)).isEqualTo(new LeakCounts(1, 0, 0, 0, 0));
        assertThat(floor.battles.leaks(replaced)).isEqualTo(new LeakCounts(0, 0, 0, 0, 0));
        assertThat(floor.battles.leaks(gold)).isEqualTo(new LeakCounts(1, 0, 0, 0, 0));
    }
}
