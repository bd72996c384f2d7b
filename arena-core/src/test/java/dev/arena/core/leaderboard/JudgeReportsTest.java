package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.export.JudgeReportWriter;
import dev.arena.core.export.TableFormat;
import dev.arena.core.leaderboard.Leaderboard.Closeness;
import dev.arena.core.leaderboard.Leaderboard.JudgeRow;
import dev.arena.core.leaderboard.Leaderboard.SelfPreference;
import dev.arena.core.leaderboard.Leaderboard.Share;
import dev.arena.core.leaderboard.LeaderboardRequest.Display;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.Proportion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeReportsTest {
    private static final RatingSource SOURCE = new RatingSource("votes.csv", null, "test", List.of());
    private static final Verdict FIRST = Verdict.first();
    private static final Verdict SECOND = Verdict.second();

    private final List<RatedVote> votes = new ArrayList<>();

    private void vote(String judge, String prompt, String first, String second, Verdict verdict) {
        vote(judge, prompt, List.of(first, second), verdict, null);
    }

    private void vote(
            String judge, String prompt, List<String> models, Verdict verdict, RatedVote.@Nullable Lengths lengths) {
        JudgeKind kind = judge.equals("person") ? JudgeKind.HUMAN : JudgeKind.LLM;
        RatedVote.Context said = new RatedVote.Context(judge, kind, prompt, 0, null, null, null, null);
        votes.add(new RatedVote(models, verdict, 1, 1, true, said, lengths));
    }

    private VotePool pool() {
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
        votes.forEach(table::add);
        return VotePool.of(table, Map.of(), SOURCE);
    }

    private Leaderboard board(Families families) {
        LeaderboardRequest request = LeaderboardRequest.forFiles()
                .with(new Display(1000, 400, null, 0, true))
                .with(new Jury(JuryRule.NONE, LeaveOut.NONE, 1, false, families));
        return JudgeBoard.board(pool(), request);
    }

    private JudgeRow judge(String name, Families families) {
        return board(families).judges().stream()
                .filter(row -> row.judge().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JudgeRow judge(String name) {
        return judge(name, Families.UNKNOWN);
    }

    private static Share present(@Nullable Share share) {
        return Objects.requireNonNull(share);
    }

    @Test
    void judges_verdictsOfEveryKind_areCountedWithTheirShares() {
        vote("m", "p1", "A", "B", FIRST);
        vote("m", "p2", "A", "B", FIRST);
        vote("m", "p3", "A", "B", FIRST);
        vote("m", "p4", "A", "B", SECOND);
        vote("m", "p5", "A", "B", Verdict.tie());
        vote("m", "p6", "A", "B", Verdict.bothBad());
        vote("m", "p7", "A", "B", new Verdict.Preference(0.8));
        vote("m", "p8", "A", "B", Verdict.abstain(AbstentionReason.FAILED, null));
        vote("m", "p9", "A", "B", Verdict.abstain(AbstentionReason.FAILED, null));
        vote("m", "p10", "A", "B", Verdict.abstain(AbstentionReason.UNPARSED, null));

        JudgeRow judge = judge("m");

        assertThat(judge.pairs()).isZero();
        assertThat(judge.consistency()).isNull();
        assertThat(judge.habits().votes()).isEqualTo(7);
        assertThat(present(judge.habits().firstRate()).value()).isEqualTo(0.8);
        var wilson = new Proportion(4, 5).interval(Level.standard()).orElseThrow();
        assertThat(present(judge.habits().firstRate()).lower()).isEqualTo(wilson.lower(), within(1e-12));
        assertThat(present(judge.habits().tieRate()).value()).isEqualTo(1.0 / 7);
        assertThat(present(judge.habits().bothBadRate()).value()).isEqualTo(1.0 / 7);
        assertThat(judge.habits().abstentions())
                .extracting(row ->
                        row.reason() + " " + row.count() + " " + row.rate().value())
                .containsExactly("failed 2 0.2", "unparsed 1 0.1");
    }

    @Test
    void judges_bothOrders_areOneClusterInTheirIntervals() {
        // the judge names the first position on every other matchup, in both orders: 10 matchups, not 20 votes
        for (int k = 0; k < 10; k++) {
            vote("m", "p" + k, "A", "B", k % 2 == 0 ? FIRST : SECOND);
            vote("m", "p" + k, "B", "A", k % 2 == 0 ? FIRST : SECOND);
        }

        Share first = present(judge("m").habits().firstRate());

        var wilson = new Proportion(5, 10).interval(Level.standard()).orElseThrow();
        assertThat(first.value()).isEqualTo(0.5);
        assertThat(first.lower()).isEqualTo(wilson.lower(), within(1e-12));
        assertThat(first.upper()).isEqualTo(wilson.upper(), within(1e-12));
    }

    @Test
    void judges_flipsAmongEquals_standInTheBucketOfEquals() {
        for (int k = 0; k < 20; k++) {
            // A and B are equal and always flipped; C loses to both, nearly always in both orders
            vote("m", "p" + k, "A", "B", FIRST);
            vote("m", "p" + k, "B", "A", FIRST);
            for (String strong : List.of("A", "B")) {
                vote("m", "p" + k, strong, "C", k == 0 ? SECOND : FIRST);
                vote("m", "p" + k, "C", strong, k == 0 ? FIRST : SECOND);
            }
        }

        List<Closeness> closeness = judge("m").habits().closeness();

        assertThat(closeness).hasSize(2);
        assertThat(closeness.get(0).from()).isEqualTo(0.5);
        assertThat(closeness.get(0).pairs()).isEqualTo(20);
        assertThat(closeness.get(0).flipRate().value()).isEqualTo(1);
        assertThat(closeness.get(1).from()).isEqualTo(0.9);
        assertThat(closeness.get(1).pairs()).isEqualTo(40);
        assertThat(closeness.get(1).flipRate().value()).isZero();
        assertThat(closeness.get(1).consistency().value()).isEqualTo(1);
    }

    @Test
    void judges_plantedLengthPreference_isFoundByShareAndByEffect() {
        SplittableRandom random = new SplittableRandom(11);
        for (int k = 0; k < 600; k++) {
            double first = 50 + random.nextInt(400);
            double second = 50 + random.nextInt(400);
            boolean longerWins = random.nextDouble() < 0.7;
            vote(
                    "m",
                    "p" + k,
                    k % 2 == 0 ? List.of("A", "B") : List.of("B", "A"),
                    longerWins == first > second ? FIRST : SECOND,
                    new RatedVote.Lengths(first, second));
        }
        // one that differs by less than a tenth is left out
        vote("m", "q", List.of("A", "B"), FIRST, new RatedVote.Lengths(100, 109));

        JudgeRow judge = judge("m");

        Share longer = present(judge.habits().longerRate());
        assertThat(longer.lower()).isLessThan(0.7);
        assertThat(longer.upper()).isGreaterThan(0.7);
        assertThat(longer.lower()).isGreaterThan(0.6);
        assertThat(judge.habits().longerOf()).isLessThan(600);
        Leaderboard.EffectRow effect = Objects.requireNonNull(judge.habits().lengthEffect());
        assertThat(Objects.requireNonNull(effect.lower())).isPositive();
    }

    @Test
    void judges_ownFamily_isComparedWithTheOtherJudgesOnTheSameMatchups() {
        for (int k = 0; k < 10; k++) {
            // acme's judge gives its own 8 of 10 where the others give 5 of 10
            vote("acme-judge", "p" + k, "acme-model", "B", k < 8 ? FIRST : SECOND);
            vote("other", "p" + k, "B", "acme-model", k < 5 ? SECOND : FIRST);
            vote("third", "p" + k, "acme-model", "B", k < 5 ? FIRST : SECOND);
            vote("acme-judge", "q" + k, "B", "C", k < 5 ? FIRST : SECOND);
        }
        Families families = new Families(Map.of("acme-judge", "Acme"), Map.of("acme-model", "acme"), Map.of());

        SelfPreference own =
                Objects.requireNonNull(judge("acme-judge", families).habits().selfPreference());

        assertThat(own.family()).isEqualTo("acme");
        assertThat(own.matchups()).isEqualTo(10);
        assertThat(own.excess()).isEqualTo(0.3, within(1e-12));
        // sd of three ones and seven zeros: sqrt(0.7 * 0.3 * 10 / 9) = 0.483046
        assertThat(own.lower()).isEqualTo(0.3 - 1.959963984540054 * 0.4830458915 / Math.sqrt(10), within(1e-9));
        assertThat(judge("other", families).habits().selfPreference()).isNull();
    }

    @Test
    void judges_onlyPeopleInOneOrder_haveNoRow() {
        vote("person", "p1", List.of("A", "B"), FIRST, null);

        assertThat(board(Families.UNKNOWN).judges())
                .allSatisfy(row -> assertThat(row.judge()).isNotEqualTo("person"));
    }

    @Test
    void judges_rankingsOfThree_haveTieRateButNoPosition() {
        vote("m", "p1", List.of("A", "B", "C"), new Verdict.Ranking(List.of(1, 2, 3), null), null);
        vote("m", "p2", List.of("A", "B", "C"), new Verdict.Ranking(List.of(1, 1, 1), null), null);

        JudgeRow judge = judge("m");

        assertThat(present(judge.habits().tieRate()).value()).isEqualTo(0.5);
        assertThat(judge.habits().firstRate()).isNull();
    }

    @Test
    void text_everyFormat_namesJudgesAndMeasuresWithTheirLevel() throws IOException {
        vote("m_1", "p1", "A", "B", FIRST);
        vote("m_1", "p1", "B", "A", SECOND);
        vote("m_1", "p2", "A", "B", FIRST);
        Leaderboard board = board(Families.UNKNOWN);

        assertThat(JudgeReportWriter.text(board, TableFormat.TABLE))
                .contains("consistency", "100.0 % [20.7, 100.0]", "Intervals at 95 %")
                .doesNotContain("longer_rate");
        assertThat(JudgeReportWriter.text(board, TableFormat.CSV))
                .startsWith(
                        "judge,measure,value,lower,upper,n,level,simulated,votes_sha256\nm_1,votes,3.0,,,,0.95,false,")
                .contains("m_1,consistency,1.0,0.206");
        assertThat(JudgeReportWriter.text(board, TableFormat.MARKDOWN)).contains("| Measure | m\\_1 |");
        assertThat(JudgeReportWriter.text(board, TableFormat.LATEX)).contains("Measure & m\\_1 \\\\");
        assertThat(JudgeReportWriter.text(board, TableFormat.HTML)).contains("<th scope=\"row\">consistency</th>");
        assertThat(JudgeReportWriter.text(board, TableFormat.JSON)).contains("\"consistency\" : 1.0");
    }
}
