package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PpiBoardsTest {
    private static final RatingSource SOURCE = new RatingSource("votes.csv", null, "test", List.of());
    private static final PpiRequest PAIR = new PpiRequest(
            (judge, kind) -> kind == JudgeKind.HUMAN, (judge, kind) -> kind == JudgeKind.LLM, true, "human with llm");

    private final VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);

    private void vote(JudgeKind kind, String prompt, String first, String second, Verdict verdict) {
        RatedVote.Context said = new RatedVote.Context(kind.word(), kind, prompt, 0, null, null, null, null);
        table.add(new RatedVote(List.of(first, second), verdict, 1, 1, true, said, null));
    }

    private Selection all() {
        return VotePool.of(table, Map.of(), SOURCE).select(VoteFilter.ALL);
    }

    private Leaderboard board() {
        return PpiBoards.board(all(), PAIR, LeaderboardRequest.forDatabase(), SOURCE, "");
    }

    /** Seed 31: three contestants; people on 60 prompts a pair, the judge on those and 540 more, in both orders, first-biased. */
    private void plant() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(31);
        String[][] pairs = {{"a", "b"}, {"a", "c"}, {"b", "c"}};
        double[] strong = {0.7, 0.8, 0.6};
        for (int pair = 0; pair < 3; pair++) {
            for (int prompt = 0; prompt < 600; prompt++) {
                boolean firstIsBetter = random.nextDouble() < strong[pair];
                String one = pairs[pair][0];
                String other = pairs[pair][1];
                if (prompt < 60) {
                    vote(JudgeKind.HUMAN, "p" + prompt, one, other, firstIsBetter ? Verdict.first() : Verdict.second());
                }
                boolean said = firstIsBetter == (random.nextDouble() < 0.9);
                boolean flips = random.nextDouble() < 0.2;
                vote(JudgeKind.LLM, "p" + prompt, one, other, said || flips ? Verdict.first() : Verdict.second());
                vote(JudgeKind.LLM, "p" + prompt, other, one, said && !flips ? Verdict.second() : Verdict.first());
            }
        }
    }

    @Test
    void board_judgeOnManyMorePrompts_narrowsPeoplesIntervals() {
        plant();
        Leaderboard sharpened = board();
        Leaderboard people = LeaderboardFactory.leaderboard(
                all().where(row -> table.kind(row) == JudgeKind.HUMAN, "llm"),
                LeaderboardRequest.forFiles(),
                SOURCE,
                "");
        assertThat(sharpened.ciMethod()).isEqualTo("prediction-powered");
        assertThat(sharpened.settings())
                .containsEntry("ppi", "human with llm")
                .containsEntry("ppi_strata", "pair")
                .containsEntry("ppi_human_matchups", "180")
                .containsEntry("ppi_shared_matchups", "180")
                .containsEntry("ppi_judge_only_matchups", "1620");
        assertThat(sharpened.voteCount()).isEqualTo(180 + 3600);
        for (int i = 0; i < 3; i++) {
            LeaderboardRow row = sharpened.rows().get(i);
            assertThat(row.modelName()).isEqualTo(people.rows().get(i).modelName());
            double worth = row.extras().getOrDefault("ess_multiplier", 0.0);
            assertThat(worth).isGreaterThan(1.5);
            double before = Objects.requireNonNull(people.rows().get(i).stdError());
            assertThat(row.stdError()).isLessThan(before);
            // both are estimates of the same strength
            assertThat(row.rating()).isEqualTo(people.rows().get(i).rating(), within(3 * before));
        }
    }

    @Test
    void board_noFiniteMaximum_isPeopleAloneAndSaysSo() {
        for (int prompt = 0; prompt < 5; prompt++) {
            vote(JudgeKind.HUMAN, "p" + prompt, "a", "b", Verdict.first());
            vote(JudgeKind.LLM, "p" + prompt, "a", "b", Verdict.first());
            vote(JudgeKind.LLM, "q" + prompt, "a", "b", Verdict.first());
        }
        Leaderboard board = board();
        assertThat(board.warnings()).extracting(Leaderboard.Warning::code).contains("ppi_human_only");
        assertThat(board.warnings().stream().map(Leaderboard.Warning::message))
                .anyMatch(text -> text.startsWith(
                        "These are people's verdicts alone, since the corrected scores have no finite maximum."));
        assertThat(board.rows()).extracting(LeaderboardRow::status).containsExactly("unbeaten", "winless");
    }

    @Test
    void board_oneSideMissingOrOtherMethod_isRefused() {
        vote(JudgeKind.HUMAN, "p1", "a", "b", Verdict.first());
        assertThatThrownBy(this::board)
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--ppi: there is no vote of the judge (human with llm). Name a judge, all, or a kind such as"
                                + " llm.");
        LeaderboardRequest elo = LeaderboardRequest.forFiles()
                .with(LeaderboardRequest.forFiles().fitting().withMethod("elo"));
        assertThatThrownBy(() -> PpiBoards.board(all(), PAIR, elo, SOURCE, ""))
                .isInstanceOf(UsageException.class)
                .hasMessage("--ppi goes with --method bradley-terry and its defaults only; leave out: --method elo.");
    }
}
