package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.VoteStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A sampler that nearly always draws the easy prompt, on which a beats b nine times of ten; on the hard one b beats a seven times of
 * ten. Drawn uniformly a would win 0.6 of the battles.
 */
class PickWeightsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);
    private static final double EASY = 0.9;
    private static final int VOTES = 6000;
    private static final long SEED = 11;

    private static ArenaStore store() {
        ArenaStore store = new InMemoryArenaStore(new Random(SEED));
        List<CatalogBatch.NewPrompt> prompts = new ArrayList<>();
        List<CatalogBatch.NewResponse> responses = new ArrayList<>();
        for (String prompt : List.of("easy", "hard")) {
            prompts.add(new CatalogBatch.NewPrompt(FILE, prompt, PromptText.of(prompt + "?")));
            for (String name : List.of("a", "b")) {
                responses.add(new CatalogBatch.NewResponse(
                        FILE, prompt, name, ResponseText.of(prompt + " answer of " + name)));
            }
        }
        store.catalog().apply(new CatalogBatch(List.of(), prompts, responses));
        Judge voter = store.judges().put(new JudgeDraft(JudgeKind.HUMAN, "v", ""));
        Random chance = new Random(SEED);
        List<ResponseHead> heads = store.catalog().listCurrentResponses();
        List<VoteStore.NewVote> votes = new ArrayList<>();
        for (int i = 0; i < VOTES; i++) {
            boolean easy = chance.nextDouble() < EASY;
            boolean aWins = chance.nextDouble() < (easy ? 0.9 : 0.3);
            votes.add(vote(voter, heads.subList(easy ? 0 : 2, easy ? 2 : 4), easy ? EASY : 1 - EASY, aWins, i));
        }
        store.votes().appendAll(votes);
        return store;
    }

    private static VoteStore.NewVote vote(
            Judge voter, List<ResponseHead> heads, @Nullable Double p, boolean aWins, int number) {
        String key = "k" + number;
        List<Seat> seats = heads.stream()
                .map(head -> new Seat(head.contestant(), head.id()))
                .toList();
        return new VoteStore.NewVote(
                new BattleDraft(
                        key, heads.get(0).prompt(), seats, null, p, BattleOrigin.imported(key), BattleTags.NONE, NOW),
                new VoteDraft(voter.id(), aWins ? Verdict.first() : Verdict.second(), key, "", 1, null, null, NOW));
    }

    private static Leaderboard board(ArenaStore store, boolean reweight) {
        VotePool pool = VotePool.of(store, "test", StoreReading.USUAL.withReweight(reweight));
        return LeaderboardFactory.leaderboard(
                pool.select(VoteFilter.ALL), LeaderboardRequest.forFiles(), pool.source());
    }

    private static double winRate(Leaderboard board) {
        double gap = Objects.requireNonNull(board.rows().get(0).strength())
                - Objects.requireNonNull(board.rows().get(1).strength());
        double share = 1 / (1 + Math.exp(-gap));
        return board.rows().get(0).modelName().equals("a") ? share : 1 - share;
    }

    @Test
    void leaderboard_ofABiasedSampler_isUnbiasedOnlyWithWeights() {
        try (ArenaStore store = store()) {
            Leaderboard plain = board(store, false);
            Leaderboard weighted = board(store, true);

            // 0.9 · 0.9 + 0.1 · 0.3
            assertThat(winRate(plain)).as("seed %d", SEED).isCloseTo(0.84, within(0.02));
            // standard error: √(½² · 0.09 / 5400 + ½² · 0.21 / 600) = 0.0096
            assertThat(winRate(weighted)).as("seed %d", SEED).isCloseTo(0.6, within(0.03));
            assertThat(weighted.settings().get("reweight"))
                    .isEqualTo("pick, at most 20.0 times the mean weight (0 votes capped)");
            assertThat(plain.settings()).doesNotContainKey("reweight");
            assertThat(weighted.voteCount()).isEqualTo(VOTES);
        }
    }

    @Test
    void leaderboard_votesWithoutAProbability_areLeftOutAndCounted() {
        try (ArenaStore store = store()) {
            Judge voter = store.judges().put(new JudgeDraft(JudgeKind.HUMAN, "v", ""));
            List<ResponseHead> heads = store.catalog().listCurrentResponses();
            store.votes().appendAll(List.of(vote(voter, heads.subList(0, 2), null, true, VOTES)));

            assertThat(board(store, true).excluded()).containsEntry("no_pick_probability", 1L);
            assertThat(board(store, false).excluded()).doesNotContainKey("no_pick_probability");
        }
    }

    @Test
    void leaderboard_oneDrawOfATinyProbability_isCapped() {
        try (ArenaStore store = store()) {
            Judge voter = store.judges().put(new JudgeDraft(JudgeKind.HUMAN, "v", ""));
            List<ResponseHead> heads = store.catalog().listCurrentResponses();
            double before = winRate(board(store, true));
            store.votes().appendAll(List.of(vote(voter, heads.subList(0, 2), 1e-5, false, VOTES)));

            Leaderboard board = board(store, true);

            assertThat(board.settings().get("reweight")).endsWith("(1 votes capped)");
            // uncapped it would outweigh all the others together
            assertThat(winRate(board)).isCloseTo(before, within(0.05));
        }
    }
}
