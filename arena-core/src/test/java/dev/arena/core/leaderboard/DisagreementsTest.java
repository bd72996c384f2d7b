package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.export.DisagreementWriter;
import dev.arena.core.leaderboard.Disagreement.Said;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisagreementsTest {
    private final VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);

    private void vote(String judge, String prompt, Verdict verdict, String... models) {
        RatedVote.Context said = new RatedVote.Context(judge, JudgeKind.LLM, prompt, 0, "facts", null, null, null);
        table.add(new RatedVote(List.of(models), verdict, 1, 1, true, said, null));
    }

    @BeforeEach
    void votes() {
        // p1: a says X in both orders, b says Y: 1 bit. p2: a flips, b says X: 0.811 bits. p3: all agree
        vote("a", "p1", Verdict.first(), "X", "Y");
        vote("a", "p1", Verdict.second(), "Y", "X");
        vote("b", "p1", Verdict.second(), "X", "Y");
        vote("a", "p2", Verdict.first(), "X", "Y");
        vote("a", "p2", Verdict.first(), "Y", "X");
        vote("b", "p2", Verdict.first(), "X", "Y");
        vote("a", "p3", Verdict.tie(), "X", "Y");
        vote("b", "p3", Verdict.tie(), "Y", "X");
        vote("a", "p0", new Verdict.Ranking(List.of(1, 2, 2), null), "X", "Z", "Y");
        vote("b", "p0", new Verdict.Ranking(List.of(3, 1, 2), null), "X", "Y", "Z");
        vote("a", "alone", Verdict.first(), "X", "Y");
    }

    private List<Disagreement> disagreements() {
        return Disagreements.of(
                VotePool.of(table, Map.of(), new RatingSource("v", null, "test", List.of()))
                        .select(VoteFilter.ALL),
                Jury.NONE);
    }

    @Test
    void of_votesOfTwoJudges_listsWhereTheyDisagreeMostFirst() {
        List<Disagreement> found = disagreements();

        assertThat(found).extracting(Disagreement::prompt).containsExactly("p0", "p1", "p2");
        assertThat(found.get(0).shares()).containsExactly(Map.entry("X > Y = Z", 0.5), Map.entry("Y > Z > X", 0.5));
        assertThat(found.get(1).entropy()).isEqualTo(1, within(1e-12));
        assertThat(found.get(1).verdicts())
                .containsExactly(
                        new Said("a", List.of("X", "Y"), "first", "X", 1),
                        new Said("a", List.of("Y", "X"), "second", "X", 1),
                        new Said("b", List.of("X", "Y"), "second", "Y", 1));
        assertThat(found.get(2).entropy()).isEqualTo(0.8112781244591328, within(1e-12));
        assertThat(found.get(2).shares()).containsExactly(Map.entry("X", 0.75), Map.entry("Y", 0.25));
    }

    @Test
    void write_bothFormats_holdEveryVerdict() throws IOException {
        StringBuilder lines = new StringBuilder();
        StringBuilder csv = new StringBuilder();
        DisagreementWriter.writeJsonLines(disagreements(), lines);
        DisagreementWriter.writeCsv(disagreements(), csv);

        assertThat(lines.toString().lines().toList().get(1))
                .isEqualTo(
                        "{\"prompt_id\":\"p1\",\"turn\":0,\"category\":\"facts\",\"models\":[\"X\",\"Y\"],\"judges\":2,"
                                + "\"entropy\":1.0,\"outcomes\":{\"X\":0.5,\"Y\":0.5},\"verdicts\":["
                                + "{\"judge\":\"a\",\"shown\":[\"X\",\"Y\"],\"verdict\":\"first\",\"outcome\":\"X\",\"count\":1},"
                                + "{\"judge\":\"a\",\"shown\":[\"Y\",\"X\"],\"verdict\":\"second\",\"outcome\":\"X\",\"count\":1},"
                                + "{\"judge\":\"b\",\"shown\":[\"X\",\"Y\"],\"verdict\":\"second\",\"outcome\":\"Y\",\"count\":1}]}");
        assertThat(csv.toString().lines().toList().get(2))
                .isEqualTo("p1,0,facts,X; Y,2,1.0,X=0.5; Y=0.5,"
                        + "a on X | Y: first; a on Y | X: second; b on X | Y: second");
    }
}
