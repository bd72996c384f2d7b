package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.leaderboard.Leaderboard.JuryMember;
import dev.arena.core.leaderboard.Leaderboard.JuryRow;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JuryBoardsTest {
    private static final RatingSource SOURCE = new RatingSource("votes.csv", null, "test", List.of());
    private static final Verdict FIRST = Verdict.first();
    private static final Verdict SECOND = Verdict.second();
    private static final Verdict TIE = Verdict.tie();
    private static final Verdict BAD = Verdict.bothBad();

    private final List<RatedVote> votes = new ArrayList<>();

    private void vote(String judge, String prompt, Verdict verdict, String... models) {
        vote(judge, prompt, verdict, 1, models);
    }

    private void vote(String judge, String prompt, Verdict verdict, long count, String... models) {
        JudgeKind kind = switch (judge) {
            case "person" -> JudgeKind.HUMAN;
            case "scripted" -> JudgeKind.SCRIPTED;
            default -> JudgeKind.LLM;
        };
        RatedVote.Context said = new RatedVote.Context(judge, kind, prompt, 0, null, null, null, null);
        votes.add(new RatedVote(List.of(models), verdict, count, 1, true, said, null));
    }

    private List<Leaderboard> boards(Jury jury) {
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
        votes.forEach(table::add);
        return JuryBoards.boards(
                VotePool.of(table, Map.of(), SOURCE),
                LeaderboardRequest.forFiles().with(jury),
                "");
    }

    private static Jury jury(JuryRule rule) {
        return new Jury(rule, LeaveOut.NONE, 1, false, Families.UNKNOWN);
    }

    private static JuryRow jury(Leaderboard board) {
        return Objects.requireNonNull(board.jury());
    }

    private static double strength(Leaderboard board, String model) {
        return Objects.requireNonNull(row(board, model).strength());
    }

    private static LeaderboardRow row(Leaderboard board, String model) {
        return board.rows().stream()
                .filter(row -> row.modelName().equals(model))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void boards_majority_areTheJurysAndThenEachMembers() {
        vote("a", "p1", FIRST, "X", "Y");
        vote("b", "p1", FIRST, "X", "Y");
        vote("c", "p1", SECOND, "X", "Y");
        vote("a", "p1", TIE, "Y", "X");
        vote("b", "p1", FIRST, "Y", "X");
        vote("c", "p1", SECOND, "Y", "X");
        vote("a", "p2", BAD, "X", "Y");
        vote("b", "p2", BAD, "X", "Y");
        vote("c", "p2", TIE, "X", "Y");
        vote("person", "p1", SECOND, 1, "X", "Y");

        List<Leaderboard> boards = boards(jury(JuryRule.MAJORITY));

        assertThat(boards)
                .extracting(Leaderboard::variant)
                .containsExactly("jury=majority", "judge=a", "judge=b", "judge=c");
        Leaderboard first = boards.get(0);
        // X wins p1 in one order, no plurality in the other, both bad on p2; the person is beside the jury
        assertThat(row(first, "X").counts()).isEqualTo(new LeaderboardRow.Counts(4, 1, 1, 1, 1));
        assertThat(first.jury())
                .usingRecursiveComparison()
                .ignoringFields("effectiveJudges")
                .isEqualTo(new JuryRow(
                        "majority",
                        3,
                        9,
                        1,
                        0,
                        null,
                        List.of(
                                new JuryMember("a", 3, null, null),
                                new JuryMember("b", 3, null, null),
                                new JuryMember("c", 3, null, null))));
        assertThat(first.settings()).containsEntry("jury", "majority").containsEntry("jury_people", "beside");
        assertThat(boards.get(2).settings()).containsEntry("filter_judge", "b");
        assertThat(row(boards.get(2), "Y").counts()).isEqualTo(new LeaderboardRow.Counts(3, 1, 1, 0, 1));
        assertThat(boards.get(1).jury()).isNull();
    }

    @Test
    void boards_peopleAsMembers_areFoldedToo() {
        vote("a", "p1", FIRST, "X", "Y");
        vote("person", "p1", FIRST, 1, "X", "Y");
        Jury withPeople = new Jury(JuryRule.MAJORITY, LeaveOut.NONE, 1, true, Families.UNKNOWN);

        Leaderboard board = boards(withPeople).get(0);

        assertThat(board.voteCount()).isEqualTo(1);
        assertThat(jury(board).members()).extracting(JuryMember::judge).containsExactly("a", "person");
    }

    @Test
    void boards_onlyPeople_areRefusedWithTheWayOut() {
        vote("person", "p1", FIRST, 1, "X", "Y");

        assertThatThrownBy(() -> boards(jury(JuryRule.MEAN)))
                .isInstanceOf(UsageException.class)
                .hasMessage("--jury mean: all votes are by people, and people are not folded into a jury of judges. Say"
                        + " --jury-people to fold them too, or --jury none. A file says what its judges are in the"
                        + " column judge_kind.");
    }

    @Test
    void boards_judgesThatNeverMeet_areRefused() {
        vote("a", "p1", FIRST, "X", "Y");
        vote("b", "p2", FIRST, "X", "Y");
        vote("b", "p1", FIRST, "Y", "X");

        assertThatThrownBy(() -> boards(jury(JuryRule.MAJORITY)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--jury majority: no two of the judges a, b voted on the same battle.");
    }

    @Test
    void boards_mean_givesTheMeanScoreAsASoftVerdict() {
        vote("a", "p1", FIRST, "X", "Y");
        vote("b", "p1", FIRST, "X", "Y");
        vote("c", "p1", SECOND, "X", "Y");
        vote("a", "p2", SECOND, "X", "Y");
        vote("b", "p2", new Verdict.Preference(0.25), "X", "Y");
        vote("c", "p2", TIE, "X", "Y");

        Leaderboard board = boards(jury(JuryRule.MEAN)).get(0);

        // X has 2/3 of one game and 1/4 of the other: 11/24 of two games
        double share = (2.0 / 3 + 0.25) / 2;
        assertThat(strength(board, "X")).isCloseTo(Math.log(share / (1 - share)) / 2, within(1e-9));
        assertThat(jury(board).inconclusive()).isZero();
    }

    @Test
    void boards_repeatsAndAMissingVote_pairTheKthOfEach() {
        vote("a", "p1", FIRST, "X", "Y");
        vote("a", "p1", SECOND, "X", "Y");
        vote("b", "p1", FIRST, "X", "Y");
        vote("b", "p1", SECOND, "X", "Y");
        vote("c", "p1", FIRST, "X", "Y");
        vote("c", "p1", Verdict.abstain(AbstentionReason.FAILED, "HTTP 500"), "X", "Y");

        Leaderboard board = boards(jury(JuryRule.MAJORITY)).get(0);

        assertThat(row(board, "X").counts()).isEqualTo(new LeaderboardRow.Counts(2, 1, 1, 0, 0));
        assertThat(jury(board).missing()).isEqualTo(1);
        assertThat(board.excluded()).containsEntry("failed", 1L);
        assertThat(board.warnings()).extracting(Leaderboard.Warning::code).contains("jury_incomplete");
    }

    @Test
    void boards_rowsWithCounts_areSplitWhereOthersEnd() {
        vote("a", "p1", FIRST, 5, "X", "Y");
        vote("b", "p1", FIRST, 3, "X", "Y");
        vote("b", "p1", SECOND, 2, "X", "Y");

        Leaderboard board = boards(jury(JuryRule.MAJORITY)).get(0);

        assertThat(row(board, "X").counts()).isEqualTo(new LeaderboardRow.Counts(5, 3, 0, 2, 0));
        assertThat(jury(board).inconclusive()).isEqualTo(2);
    }

    @Test
    void boards_fewerThanTheLeast_areLeftOutAndCounted() {
        vote("a", "p1", FIRST, "X", "Y");
        vote("b", "p1", FIRST, "X", "Y");
        vote("a", "p2", SECOND, "X", "Y");

        Leaderboard board = boards(new Jury(JuryRule.MAJORITY, LeaveOut.NONE, 2, false, Families.UNKNOWN))
                .get(0);

        assertThat(board.voteCount()).isEqualTo(1);
        assertThat(board.excluded()).containsEntry("too_few_judges", 1L);
    }

    @Test
    void boards_rankingsOfThree_areThoseOfTheMeanRank() {
        vote("a", "p1", new Verdict.Ranking(List.of(1, 2, 3), null), "X", "Y", "Z");
        vote("b", "p1", new Verdict.Ranking(List.of(1, 3, 2), null), "X", "Y", "Z");
        vote("c", "p1", new Verdict.Ranking(List.of(3, 1, 2), null), "X", "Y", "Z");

        Leaderboard board = boards(jury(JuryRule.MAJORITY)).get(0);

        // mean ranks 5/3, 2 and 7/3
        assertThat(row(board, "X").counts()).isEqualTo(new LeaderboardRow.Counts(1, 2, 0, 0, 0));
        assertThat(row(board, "Y").counts()).isEqualTo(new LeaderboardRow.Counts(1, 1, 1, 0, 0));
        assertThat(row(board, "Z").counts()).isEqualTo(new LeaderboardRow.Counts(1, 0, 2, 0, 0));
        assertThatThrownBy(() -> boards(jury(JuryRule.WEIGHTED)))
                .isInstanceOf(UsageException.class)
                .hasMessage("--jury weighted: 1 of 1 battles are of more than two responses, and reliabilities are told"
                        + " from verdicts on two. Use --jury majority or --jury mean.");
    }

    @Test
    void boards_weighted_followTheReliableJudgeAndReportEach() {
        SplittableRandom random = new SplittableRandom(7);
        double[] right = {0.95, 0.75, 0.7};
        for (int k = 0; k < 1000; k++) {
            boolean xBetter = random.nextDouble() < 0.75;
            boolean xFirst = k % 2 == 0;
            for (int judge = 0; judge < right.length; judge++) {
                boolean saysX = random.nextDouble() < right[judge] == xBetter;
                String[] models = xFirst ? new String[] {"X", "Y"} : new String[] {"Y", "X"};
                vote("judge" + judge, "p" + k, saysX == xFirst ? FIRST : SECOND, models);
            }
        }

        List<Leaderboard> boards = boards(jury(JuryRule.WEIGHTED));

        List<JuryMember> members = jury(boards.get(0)).members();
        assertThat(members.get(0).accuracy()).isCloseTo(0.95, within(0.05));
        assertThat(members.get(1).accuracy()).isCloseTo(0.75, within(0.06));
        assertThat(members).allSatisfy(member -> assertThat(member.position()).isCloseTo(0, within(0.5)));
        assertThat(jury(boards.get(0)).effectiveJudges()).isBetween(1.5, 3.0);
        // the jury's share for X is near what is true, and the poor judges' is pulled to one half
        double jury = strength(boards.get(0), "X");
        assertThat(jury).isGreaterThan(strength(boards.get(2), "X"));
        assertThat(jury).isCloseTo(Math.log(3) / 2, within(0.25));
    }

    @Test
    void boards_leaveOutFamily_countsWhatIsLeftOutAndNamesTheUnknown() {
        vote("big", "p1", FIRST, "X", "Y");
        vote("small", "p1", SECOND, "X", "Y");
        vote("big", "p2", FIRST, "Y", "Z");
        vote("small", "p2", FIRST, "Y", "Z");
        Families families = new Families(Map.of("big", " Acme"), Map.of("X", "ACME", "Y", "other"), Map.of());
        Jury jury = new Jury(JuryRule.MAJORITY, LeaveOut.FAMILY, 1, false, families);

        List<Leaderboard> boards = boards(jury);

        assertThat(boards.get(0).excluded()).containsEntry("own_family", 1L);
        assertThat(row(boards.get(0), "X").counts()).isEqualTo(new LeaderboardRow.Counts(1, 0, 1, 0, 0));
        assertThat(boards.get(1).excluded()).containsEntry("own_family", 1L);
        assertThat(boards.get(1).voteCount()).isEqualTo(1);
        assertThat(boards.get(0).settings()).containsEntry("leave_out", "family");
        assertThat(boards.get(0).warnings())
                .filteredOn(warning -> warning.code().equals("family_unknown"))
                .extracting(Leaderboard.Warning::message)
                .containsExactly("Nothing was left out for a family of: judge small, contestant Z. Their family is not"
                        + " known; say it with --family NAME=FAMILY.");
    }

    @Test
    void boards_leaveOutSelf_needsNoFamilies() {
        vote("big", "p1", FIRST, "model-1", "Y");
        vote("small", "p1", SECOND, "model-1", "Y");
        Families models = new Families(Map.of(), Map.of(), Map.of("big", "model-1"));

        Leaderboard board =
                boards(new Jury(JuryRule.NONE, LeaveOut.SELF, 1, false, models)).get(0);

        assertThat(board.voteCount()).isEqualTo(1);
        assertThat(board.excluded()).containsEntry("own_response", 1L);
        assertThat(board.jury()).isNull();
    }

    @Test
    void boards_leaveOutFamilyWithoutAnyFamily_isRefused() {
        vote("big", "p1", FIRST, "X", "Y");

        assertThatThrownBy(() -> boards(new Jury(JuryRule.NONE, LeaveOut.FAMILY, 1, false, Families.UNKNOWN)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--leave-out family: the family of none of the judges big is known.");
    }

    @Test
    void boards_simulatedMember_makeTheJurySimulated() {
        vote("scripted", "p1", FIRST, 1, "X", "Y");
        vote("b", "p1", FIRST, 1, "X", "Y");

        assertThat(boards(jury(JuryRule.MAJORITY)).get(0).provenance().simulated())
                .isTrue();
    }
}
