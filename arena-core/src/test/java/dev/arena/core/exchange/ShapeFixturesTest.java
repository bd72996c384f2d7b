package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.exchange.Inputs.Content;
import dev.arena.core.exchange.VoteContext.Lengths;
import dev.arena.core.model.Attachment;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small file of every shape, and what it says. */
final class ShapeFixturesTest {
    @ParameterizedTest
    @CsvSource({
        "battles.csv, BATTLES, 6",
        "battles.tsv, BATTLES, 2",
        "battles.jsonl, BATTLES, 2",
        "battles.json, BATTLES, 2",
        "left-right.csv, LEFT_RIGHT, 3",
        "counts.csv, COUNTS, 3",
        "counts-ab.csv, COUNTS_AB, 1",
        "rankings.jsonl, RANKINGS, 3",
        "rankings-long.csv, RANKINGS_LONG, 2",
        "alpaca-eval.json, ALPACA_EVAL, 2",
        "combined.jsonl, COMBINED, 2",
        "combined.csv, COMBINED, 2",
        "prompts.jsonl, PROMPTS, 2",
        "prompts.csv, PROMPTS, 2",
        "responses.jsonl, RESPONSES, 2",
        "contestants.jsonl, CONTESTANTS, 2",
    })
    void read_fixture_isRecognisedByContentAndRead(String file, Shape shape, long rows) {
        Content content = Inputs.read(Inputs.fixture(file));

        assertThat(content.report().shape()).isEqualTo(shape);
        assertThat(content.report().rows()).isEqualTo(rows);
        assertThat(content.report().invalid()).isZero();
        assertThat(Shape.ofWord(shape.word())).contains(shape);
    }

    @Test
    void read_battlesCsv_everyWordAndEveryOptionalColumn() {
        Content content = Inputs.read(Inputs.fixture("battles.csv"));

        assertThat(content.records())
                .extracting(record -> ((FileVote) record).verdict())
                .containsExactly(
                        Verdict.first(),
                        Verdict.second(),
                        Verdict.tie(),
                        Verdict.bothBad(),
                        Verdict.bothBad(),
                        Verdict.tie());
        assertThat(content.vote(0))
                .isEqualTo(new FileVote(
                        2,
                        List.of("alpha", "beta"),
                        true,
                        Verdict.first(),
                        false,
                        1,
                        1,
                        new VoteContext(
                                "r1",
                                "ann",
                                null,
                                "q1",
                                1,
                                Instant.parse("2023-04-24T15:53:11.132200Z"),
                                "maths",
                                "en",
                                new Lengths(120, 80)),
                        null));
        assertThat(content.vote(1).context().castAt()).isEqualTo(Instant.parse("2023-04-24T15:53:11Z"));
        assertThat(content.vote(2).context().castAt()).isEqualTo(Instant.parse("2023-04-24T15:53:11.132Z"));
        assertThat(content.vote(2).models()).containsExactly("gamma, the third", "alpha");
        assertThat(content.vote(2).count()).isEqualTo(3);
        assertThat(content.vote(2).weight()).isEqualTo(0.5);
        assertThat(content.vote(4).context()).isSameAs(VoteContext.NONE);
    }

    @Test
    void read_inconsistentTie_isATieOfUnknownOrderAndCounted() {
        Content content = Inputs.read(Inputs.fixture("battles.csv"));

        assertThat(content.vote(5).inconsistent()).isTrue();
        assertThat(content.vote(5).orderKnown()).isFalse();
        assertThat(content.vote(4).orderKnown()).isTrue();
        assertThat(content.report().votes()).isEqualTo(8);
        assertThat(content.report().inconsistentTies()).isEqualTo(1);
        assertThat(content.report().notices())
                .containsExactly(new Notice(
                        "inconsistent_ties",
                        "battles.csv: verdicts given as 'tie (inconsistent)' and read as ties: 1"));
    }

    @Test
    void read_battlesJsonl_judgeAsListAndNumericIdAndScore() {
        Content content = Inputs.read(Inputs.fixture("battles.jsonl"));

        assertThat(content.vote(0).context().judge()).isEqualTo("gpt-4/pair-v2");
        assertThat(content.vote(0).context().prompt()).isEqualTo("81");
        assertThat(content.vote(1).line()).isEqualTo(3);
        assertThat(content.vote(1).verdict()).isEqualTo(new Verdict.Preference(0.25));
        assertThat(content.vote(1).context().judge()).isNull();
    }

    @Test
    void read_battlesJsonList_linesOfTheFile() {
        Content content = Inputs.read(Inputs.fixture("battles.json"));

        assertThat(content.records()).extracting(FileRecord::line).containsExactly(2L, 3L);
    }

    @Test
    void read_battlesTsv_quotesAndCommasBelongToTheName() {
        Content content = Inputs.read(Inputs.fixture("battles.tsv"));

        assertThat(content.vote(1).models()).containsExactly("alpha", "the \"best\", so far");
        assertThat(content.vote(1).verdict()).isEqualTo(new Verdict.Preference(0.5));
    }

    @Test
    void read_counts_upToFourVotesOfUnknownOrder() {
        Content content = Inputs.read(Inputs.fixture("counts.csv"));

        assertThat(content.records()).hasSize(5).allMatch(record -> !((FileVote) record).orderKnown());
        assertThat(content.records())
                .extracting(record -> ((FileVote) record).count())
                .containsExactly(103L, 94L, 18L, 85L, 7L);
        assertThat(content.vote(4).verdict()).isEqualTo(Verdict.second());
        assertThat(content.report().votes()).isEqualTo(307);
    }

    @Test
    void read_countsUnderOtherNames_wholeNumbersWithPointZero() {
        Content content = Inputs.read(Inputs.fixture("counts-ab.csv"));

        assertThat(content.vote(0).count()).isEqualTo(3);
        assertThat(content.vote(2).verdict()).isEqualTo(Verdict.bothBad());
        assertThat(content.vote(2).context().judge()).isEqualTo("panel");
    }

    @Test
    void read_rankings_ranksInTheOrderShownAndNullIsNotRanked() {
        Content content = Inputs.read(Inputs.fixture("rankings.jsonl"));

        assertThat(content.vote(0).models()).containsExactly("delta", "alpha", "beta", "gamma");
        assertThat(content.vote(0).verdict()).isEqualTo(new Verdict.Ranking(List.of(2, 1, 2, 0), null));
        assertThat(content.vote(0).orderKnown()).isTrue();
        assertThat(content.vote(1).verdict()).isEqualTo(Verdict.first());
        assertThat(content.vote(1).count()).isEqualTo(2);
        assertThat(content.vote(2).verdict()).isEqualTo(new Verdict.Ranking(List.of(0, 1, 0), null));
    }

    @Test
    void read_longRankings_positionGivesTheOrder() {
        Content content = Inputs.read(Inputs.fixture("rankings-long.csv"));
        FileVote rankings = Inputs.read(Inputs.fixture("rankings.jsonl")).vote(0);

        assertThat(content.vote(0).models()).isEqualTo(rankings.models());
        assertThat(content.vote(0).verdict()).isEqualTo(rankings.verdict());
        assertThat(content.vote(0).context()).isEqualTo(rankings.context());
        assertThat(content.vote(0).orderKnown()).isTrue();
        assertThat(content.vote(1).orderKnown()).isFalse();
        assertThat(content.vote(1).line()).isEqualTo(6);
    }

    @Test
    void read_alpacaEval_keyOfTheInstructionWithItsInput() {
        Content content = Inputs.read(Inputs.fixture("alpaca-eval.json"));

        // printf 'Name a colour.' | sha256sum; printf 'Translate.\0Guten Tag' | sha256sum
        assertThat(content.records())
                .containsExactly(
                        new FilePrompt(2, "alpaca-4eef85d027f3", prompt("Name a colour.", "helpful_base")),
                        new FileResponse(2, "alpaca-4eef85d027f3", "alpha", ResponseText.of("Green.")),
                        new FilePrompt(3, "alpaca-0a27c54e9206", prompt("Translate.\n\nGuten Tag", "koala")),
                        new FileResponse(3, "alpaca-0a27c54e9206", "alpha", ResponseText.of("")));
    }

    private static PromptText prompt(String turn, String category) {
        return new PromptText(List.of(turn), category, null, null, List.of());
    }

    @Test
    void read_combined_promptAndResponseOfEachRow() {
        Content content = Inputs.read(Inputs.fixture("combined.jsonl"));

        assertThat(content.records())
                .containsExactly(
                        new FilePrompt(
                                1, "p1", new PromptText(List.of("Name a colour."), "facts", "en", "Red", List.of())),
                        new FileResponse(1, "p1", "alpha", ResponseText.of("Green.")),
                        new FilePrompt(2, "p1", PromptText.of("Name a colour.")),
                        new FileResponse(2, "p1", "beta", ResponseText.of("")));
    }

    @Test
    void read_combinedCsv_emptyCellIsAnEmptyAnswer() {
        Content content = Inputs.read(Inputs.fixture("combined.csv"));

        assertThat(content.records().get(3)).isEqualTo(new FileResponse(3, "p1", "beta", ResponseText.of("")));
    }

    @Test
    void read_prompts_textKeptExactlyWithTurnsAndAttachments() {
        Content content = Inputs.read(Inputs.fixture("prompts.jsonl"));

        assertThat(content.records())
                .containsExactly(
                        new FilePrompt(
                                1, "1", new PromptText(List.of("  Name a colour.\n"), "facts", "en", "Red", List.of())),
                        new FilePrompt(
                                2,
                                "two-turns",
                                new PromptText(
                                        List.of("Name a colour.", "Another."),
                                        null,
                                        null,
                                        null,
                                        List.of(
                                                new Attachment("image/png", "img/cat.png"),
                                                new Attachment("application/x-a", "a.bin")))));
    }

    @Test
    void read_promptsCsv_cellOverSeveralLinesAndTurnsAsJson() {
        Content content = Inputs.read(Inputs.fixture("prompts.csv"));

        assertThat(content.records())
                .containsExactly(
                        new FilePrompt(
                                2,
                                "p1",
                                new PromptText(List.of("Name a colour.\nThen stop."), "facts", null, null, List.of())),
                        new FilePrompt(
                                4,
                                "p2",
                                new PromptText(List.of("Name a colour.", "Another."), null, null, null, List.of())));
    }

    @Test
    void read_responses_turnsAndAttachments() {
        Content content = Inputs.read(Inputs.fixture("responses.jsonl"));

        assertThat(content.records())
                .containsExactly(
                        new FileResponse(1, "p1", "alpha", ResponseText.of("Green.")),
                        new FileResponse(
                                2,
                                "p2",
                                "alpha",
                                new ResponseText(
                                        List.of("Green.", "Blue."), List.of(new Attachment("image/jpeg", "out.jpg")))));
    }

    @Test
    void read_contestants_factsThatAreGiven() {
        Content content = Inputs.read(Inputs.fixture("contestants.jsonl"));

        assertThat(content.records())
                .containsExactly(
                        new FileContestant(
                                1,
                                "alpha",
                                Map.of(
                                        "organization",
                                        "Here",
                                        "license",
                                        "MIT",
                                        "price",
                                        "1.5",
                                        "about",
                                        "The first.")),
                        new FileContestant(2, "beta", Map.of("license", "MIT", "about", "The second.")));
    }
}
