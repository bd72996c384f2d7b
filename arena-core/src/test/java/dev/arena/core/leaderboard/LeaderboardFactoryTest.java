package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.leaderboard.LeaderboardRequest.CiMethod;
import dev.arena.core.leaderboard.LeaderboardRequest.Display;
import dev.arena.core.leaderboard.LeaderboardRequest.Inference;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.LeaderboardRequest.RankMethod;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.uncertainty.BootstrapKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers are those of the published specification, ratings.md sections 2.2, 3.1, 3.7 and 7.3, for its fixture T4. */
class LeaderboardFactoryTest {
    private static final double EXACT = 1e-6;
    private static final RatingSource SOURCE = new RatingSource("t4.csv", null, "test", List.of());

    @Test
    void leaderboard_t4_hasThePublishedRatingsAndErrors() {
        Leaderboard board = board(LeaderboardRequest.forFiles());

        assertThat(board.rows()).extracting(LeaderboardRow::modelName).containsExactly("A", "B", "C", "D");
        assertRatings(board, 1093.783055308, 1018.670106710, 975.502839353, 912.043998629);
        assertThat(board.rows().get(0).stdError()).isCloseTo(21.443744669, within(EXACT));
        assertThat(board.rows().get(0).ratingLower()).isCloseTo(1051.754088064, within(EXACT));
        assertThat(board.rows().get(0).ratingUpper()).isCloseTo(1135.812022552, within(EXACT));
        assertThat(board.rows().get(0).strength()).isCloseTo(0.539858663, within(EXACT));
        assertThat(board.fit().logLikelihood()).isCloseTo(-186.822332551483, within(EXACT));
        assertThat(board.voteCount()).isEqualTo(288);
        assertThat(board.rows().get(0).counts()).isEqualTo(new LeaderboardRow.Counts(144, 87, 38, 19, 0));
    }

    @Test
    void leaderboard_t4RankMethods_differAsPublished() {
        assertThat(ranges(board(ranked(RankMethod.ARENA)))).containsExactly("1-2", "1-3", "2-4", "3-4");
        assertThat(ranges(board(ranked(RankMethod.SIMULTANEOUS)))).containsExactly("1-2", "1-3", "2-4", "3-4");
    }

    @Test
    void leaderboard_t4GlobalPosition_hasThePublishedEffect() {
        LeaderboardRequest.Fitting plain = LeaderboardRequest.forFiles().fitting();
        LeaderboardRequest request = LeaderboardRequest.forFiles()
                .with(new LeaderboardRequest.Fitting(
                        "bt",
                        plain.ties(),
                        plain.bothBad(),
                        plain.swap(),
                        PositionChoice.GLOBAL,
                        plain.regularise(),
                        plain.k(),
                        plain.order(),
                        "none",
                        LeaderboardRequest.StyleChoice.OFF));

        Leaderboard board = board(request);

        assertThat(board.effects()).hasSize(1);
        assertThat(board.effects().get(0).estimate()).isCloseTo(0.206187656, within(EXACT));
        assertThat(board.effects().get(0).stdError()).isCloseTo(0.113891648, within(EXACT));
        assertThat(board.effects().get(0).points()).isCloseTo(35.82, within(0.005));
    }

    @Test
    void leaderboard_anchor_movesEveryRatingByOneAmount() {
        Leaderboard board = board(LeaderboardRequest.forFiles().with(new Display(1000, 400, "D", 1114, false)));

        // ratings.md 2.5 prints 1220.626107080 for B; 1018.670106710 - 912.043998629 + 1114 = 1220.626108081.
        assertRatings(board, 1295.739056679, 1220.626108081, 1177.458840723, 1114);
        assertThat(board.scale().anchor()).isEqualTo("D=1114.0");
    }

    @Test
    void leaderboard_unknownAnchor_namesTheContestants() {
        assertThatThrownBy(() -> board(LeaderboardRequest.forFiles().with(new Display(1000, 400, "E", 1, false))))
                .isInstanceOf(UsageException.class)
                .hasMessage("--anchor names 'E', which is not among the contestants: A, B, C, D.");
    }

    @Test
    void leaderboard_unknownMethod_saysSoAndListsWhatThereIs() {
        LeaderboardRequest unknown = LeaderboardRequest.forFiles()
                .with(LeaderboardRequest.forFiles().fitting().withMethod("copland"));

        assertThatThrownBy(() -> board(unknown))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("method copland is not known")
                .hasMessageContaining("bradley-terry (bt), elo");
    }

    @Test
    void leaderboard_judgesAskedFor_showsHowVerdictsHoldWhenTheOrderIsSwapped() {
        List<RatedVote> votes = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            // seven matchups hold, two go to the first position twice, one to the second and then to a tie
            Verdict one = k == 9 ? Verdict.second() : Verdict.first();
            Verdict other = k < 7 ? Verdict.second() : k < 9 ? Verdict.first() : Verdict.tie();
            votes.add(judged("A", "B", one, "p" + k));
            votes.add(judged("B", "A", other, "p" + k));
        }
        votes.add(judged("A", "B", Verdict.first(), "alone"));
        LeaderboardRequest request = LeaderboardRequest.forFiles().with(new Display(1000, 400, null, 0, true));

        Leaderboard board =
                LeaderboardFactory.leaderboard(selected(table(VoteNeeds.EVERYTHING, votes)), request, SOURCE);

        assertThat(board.judges()).hasSize(1);
        Leaderboard.JudgeRow judge = board.judges().get(0);
        assertThat(judge.judge()).isEqualTo("machine");
        assertThat(judge.pairs()).isEqualTo(10);
        assertThat(judge.consistency())
                .isNotNull()
                .extracting(Leaderboard.Share::value)
                .isEqualTo(0.7);
        assertThat(judge.firstBias())
                .isNotNull()
                .extracting(Leaderboard.Share::value)
                .isEqualTo(0.2);
        assertThat(judge.secondBias())
                .isNotNull()
                .extracting(Leaderboard.Share::value)
                .isEqualTo(0.1);
        assertThat(judge.flipRate())
                .isNotNull()
                .extracting(Leaderboard.Share::value)
                .isEqualTo(0.2);
        assertThat(judge.mcNemarP()).isEqualTo(1.0);
        assertThat(board(LeaderboardRequest.forFiles()).judges()).isEmpty();
    }

    @Test
    void leaderboard_eloOverManyOrders_carriesTheSpreadOverOrders() {
        LeaderboardRequest.Fitting plain = LeaderboardRequest.forFiles().fitting();
        Leaderboard board = board(LeaderboardRequest.forFiles()
                .with(new LeaderboardRequest.Fitting(
                        "elo",
                        plain.ties(),
                        plain.bothBad(),
                        plain.swap(),
                        plain.position(),
                        plain.regularise(),
                        plain.k(),
                        "average:5",
                        "none",
                        LeaderboardRequest.StyleChoice.OFF)));

        assertThat(board.rows()).allMatch(row -> row.extras().containsKey("order_std_dev"));
        assertThat(board.settings()).containsKey("order_std_dev");
    }

    private static RatedVote judged(String first, String second, Verdict verdict, String prompt) {
        RatedVote.Context context = new RatedVote.Context("machine", JudgeKind.LLM, prompt, 0, null, null, null, null);
        return new RatedVote(List.of(first, second), verdict, 1, 1, true, context, null);
    }

    @Test
    void leaderboard_elo_hasABootstrapIntervalWithItsLevel() {
        Leaderboard board = board(LeaderboardRequest.forFiles()
                .with(LeaderboardRequest.forFiles().fitting().withMethod("elo"))
                .with(new Inference(
                        CiMethod.AUTO,
                        0.9,
                        ClusterBy.MATCHUP,
                        200,
                        7,
                        RankMethod.DIFFERENCE,
                        BootstrapKind.MULTINOMIAL)));

        assertThat(board.method()).isEqualTo("elo");
        assertThat(board.level()).isEqualTo(0.9);
        assertThat(board.ciMethod()).contains("bootstrap");
        assertThat(board.rows()).allSatisfy(row -> {
            assertThat(row.ratingLower()).isLessThan(row.rating());
            assertThat(row.ratingUpper()).isGreaterThan(row.rating());
        });
    }

    @Test
    void leaderboard_contestantWithoutVotes_isListedWithoutANumber() {
        Selection selection = selection();
        RatingSource source = new RatingSource("database", 1L, "test", List.of("A", "newcomer"));

        Leaderboard board = LeaderboardFactory.leaderboard(selection, LeaderboardRequest.forFiles(), source);

        LeaderboardRow last = board.rows().get(4);
        assertThat(last.modelName()).isEqualTo("newcomer");
        assertThat(last.rating()).isNull();
        assertThat(last.status()).isEqualTo("no_data");
        assertRatings(board, 1093.783055308, 1018.670106710, 975.502839353, 912.043998629);
    }

    @Test
    void leaderboard_noVotes_isATableWithoutNumbers() {
        RatingSource source = new RatingSource("database", 0L, "test", List.of("A", "B"));

        Selection none = selected(new VoteTable(VoteNeeds.EVERYTHING));
        Leaderboard board = LeaderboardFactory.leaderboard(none, LeaderboardRequest.forDatabase(), source);

        assertThat(board.rows()).allSatisfy(row -> assertThat(row.rating()).isNull());
        assertThat(board.fit().status()).isEqualTo("no_data");
    }

    @Test
    void leaderboard_rowsInAnotherOrder_isTheSameAndHasTheSameFingerprint() {
        List<RatedVote> reversed = new ArrayList<>(votes());
        Collections.reverse(reversed);

        Leaderboard board = LeaderboardFactory.leaderboard(
                selected(table(VoteNeeds.EVERYTHING, reversed)), LeaderboardRequest.forFiles(), SOURCE);

        assertThat(board).usingRecursiveComparison().isEqualTo(board(LeaderboardRequest.forFiles()));
    }

    @Test
    void leaderboard_joinedVotes_areTheSameTable() {
        List<RatedVote> one = new ArrayList<>();
        for (RatedVote vote : votes()) {
            for (int copy = 0; copy < vote.count(); copy++) {
                one.add(new RatedVote(vote.models(), vote.verdict(), 1, 1, vote.orderKnown(), vote.context(), null));
            }
        }
        VoteTable joined = table(VoteNeeds.COUNTS, one);

        assertThat(joined.size()).isEqualTo(votes().size());
        assertThat(LeaderboardFactory.leaderboard(selected(joined), LeaderboardRequest.forFiles(), SOURCE))
                .usingRecursiveComparison()
                .isEqualTo(board(LeaderboardRequest.forFiles()));
    }

    @Test
    void leaderboard_oneVoteMore_hasAnotherFingerprint() {
        List<RatedVote> more = new ArrayList<>(votes());
        more.add(votes().get(0));

        Leaderboard board = LeaderboardFactory.leaderboard(
                selected(table(VoteNeeds.EVERYTHING, more)), LeaderboardRequest.forFiles(), SOURCE);

        assertThat(board.provenance().votesSha256())
                .hasSize(64)
                .isNotEqualTo(board(LeaderboardRequest.forFiles()).provenance().votesSha256());
    }

    @Test
    void leaderboard_simulatedVotes_saysSo() {
        RatedVote vote = votes().get(0);
        RatedVote.Context scripted =
                new RatedVote.Context("script", JudgeKind.SCRIPTED, null, 0, null, null, null, null);
        RatedVote made = new RatedVote(vote.models(), vote.verdict(), 1, 1, true, scripted, null);

        Leaderboard board = LeaderboardFactory.leaderboard(
                selected(table(VoteNeeds.EVERYTHING, List.of(made))), LeaderboardRequest.forFiles(), SOURCE);

        assertThat(board.provenance().simulated()).isTrue();
    }

    @Test
    void select_sameRuleOnOneMatchupTwice_countsOnce() {
        RatedVote.Context rule =
                new RatedVote.Context("identical-responses", JudgeKind.RULE, "p1", 0, null, null, null, null);
        RatedVote one = new RatedVote(List.of("A", "B"), Verdict.tie(), 1, 1, false, rule, null);
        RatedVote again = new RatedVote(List.of("B", "A"), Verdict.tie(), 1, 1, false, rule, null);

        Selection selection = selected(table(VoteNeeds.COUNTS, List.of(one, again)));

        assertThat(selection.size()).isEqualTo(1);
        assertThat(selection.row(0)).isEqualTo(0);
        assertThat(selection.excluded()).containsEntry("repeated_rule", 1L);
    }

    private static Leaderboard board(LeaderboardRequest request) {
        return LeaderboardFactory.leaderboard(selection(), request, SOURCE);
    }

    private static LeaderboardRequest ranked(RankMethod method) {
        return LeaderboardRequest.forFiles()
                .with(new Inference(
                        CiMethod.AUTO, 0.95, ClusterBy.MATCHUP, 1000, 42, method, BootstrapKind.MULTINOMIAL));
    }

    private static List<String> ranges(Leaderboard board) {
        return board.rows().stream()
                .map(row -> row.rankLower() + "-" + row.rankUpper())
                .toList();
    }

    private static void assertRatings(Leaderboard board, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(board.rows().get(i).rating()).as("row " + i).isCloseTo(expected[i], within(EXACT));
        }
    }

    private static Selection selection() {
        return selected(table(VoteNeeds.EVERYTHING, votes()));
    }

    private static Selection selected(VoteTable table) {
        return VotePool.of(table, Map.of(), SOURCE).select(VoteFilter.ALL);
    }

    private static VoteTable table(VoteNeeds needs, List<RatedVote> votes) {
        VoteTable table = new VoteTable(needs);
        votes.forEach(table::add);
        return table;
    }

    /** T4: first, second, wins of the first, wins of the second, ties. */
    private static List<RatedVote> votes() {
        List<RatedVote> votes = new ArrayList<>();
        String games = "A,B 14,6,4 | B,A 9,11,4 | A,C 16,5,3 | C,A 8,13,3 | B,C 12,8,4 | C,B 10,11,3 | "
                + "A,D 18,4,2 | D,A 6,15,3 | B,D 15,6,3 | D,B 7,13,4 | C,D 13,7,4 | D,C 9,11,4";
        for (String game : games.split(" \\| ", -1)) {
            List<String> models = List.of(game.substring(0, 1), game.substring(2, 3));
            String[] counts = game.substring(4).split(",", -1);
            add(votes, models, Verdict.first(), counts[0]);
            add(votes, models, Verdict.second(), counts[1]);
            add(votes, models, Verdict.tie(), counts[2]);
        }
        return votes;
    }

    private static void add(List<RatedVote> votes, List<String> models, Verdict verdict, String count) {
        RatedVote.Context context = new RatedVote.Context("people", JudgeKind.HUMAN, null, 0, null, null, null, null);
        votes.add(new RatedVote(models, verdict, Long.parseLong(count), 1, true, context, null));
    }
}
