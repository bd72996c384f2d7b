package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.exchange.Inputs.Content;
import dev.arena.core.problem.InputException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Rows of every syntax: cells, lines, unknown fields, and what is ignored. */
final class RowSyntaxTest {
    @Test
    void read_cellsOverSeveralLines_linesAreThoseOfTheFile() {
        Content content = Inputs.read(Inputs.text("""
            prompt_id,model,response

            p1,alpha,"one
            two
            three"
            p1,beta,"a ""quoted"" word, and a comma"

            p1,gamma,last\
            """));

        assertThat(content.records()).extracting(FileRecord::line).containsExactly(3L, 6L, 8L);
        assertThat(((FileResponse) content.records().get(0)).text().turns()).containsExactly("one\ntwo\nthree");
        assertThat(((FileResponse) content.records().get(1)).text().turns())
                .containsExactly("a \"quoted\" word, and a comma");
    }

    @Test
    void read_badRowAfterCellsOverSeveralLines_isNamedByItsLine() {
        assertThat(Inputs.refusal("model_a,model_b,winner,note\r\nx,y,tie,\"1\r\n2\r\n3\"\r\nx,y,draw,\r\n"))
                .isEqualTo("votes.csv:5: field 'winner' is 'draw'; allowed: model_a, model_b, tie, both_bad,"
                        + " tie (bothbad), tie (inconsistent).");
    }

    @Test
    void read_emptyLinesBeforeTheHeader_areSkippedAndCounted() {
        assertThat(Inputs.refusal("\n\nmodel_a,model_b\nx,y\n"))
                .startsWith("votes.csv:3: field 'winner or score' is missing; allowed: the columns of battles");
    }

    @Test
    void read_longestCell_isKeptWhole() {
        String long1 = "x".repeat(Texts.LONGEST);

        Content csv = Inputs.read(Inputs.text("prompt_id,model,response\np1,alpha,\"" + long1 + "\"\np2,alpha,y\n"));
        Content json =
                Inputs.read(Inputs.text("{\"prompt_id\":\"p1\",\"model\":\"alpha\",\"response\":\"" + long1 + "\"}\n"));

        assertThat(((FileResponse) csv.records().get(0)).text().turns().get(0)).hasSize(Texts.LONGEST);
        assertThat(((FileResponse) json.records().get(0)).text().turns().get(0)).hasSize(Texts.LONGEST);
    }

    @Test
    void read_megabyteInAWrongPlace_messageIsShort() {
        String long1 = "x".repeat(1 << 20);

        assertThat(Inputs.refusal("model_a,model_b,winner\nx,y," + long1 + "\n"))
                .hasSizeLessThan(300);
        assertThat(Inputs.refusal("{\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"tie\"}\n{" + long1))
                .hasSizeLessThan(300);
    }

    @Test
    void read_unnamedColumns_areIgnored() {
        Content content = Inputs.read(Inputs.text(",model_a,model_b,winner,\n0,x,y,tie,\n1,x,y,model_a,z\n"));

        assertThat(content.records()).hasSize(2);
        assertThat(content.report().notices()).isEmpty();
    }

    @Test
    void read_spacesAroundNamesWordsAndNumbers_areIgnored() {
        Content content = Inputs.read(Inputs.text("model_a, model_b ,winner,count\n x , y ,tie , 2\n"));

        assertThat(content.vote(0).models()).containsExactly("x", "y");
        assertThat(content.vote(0).count()).isEqualTo(2);
    }

    @Test
    void read_unknownColumns_areIgnoredAndASlipOfThePenIsNoticed() {
        Content content = Inputs.read(Inputs.text("model_a,model_b,winner,promt_id,tstmp,colour\nx,y,tie,1,2,red\n"));

        assertThat(content.vote(0).context()).isSameAs(VoteContext.NONE);
        assertThat(content.report().notices())
                .containsExactly(
                        new Notice(
                                "unknown_column", "votes.csv: column 'promt_id' is ignored; did you mean 'prompt_id'?"),
                        new Notice("unknown_column", "votes.csv: column 'tstmp' is ignored; did you mean 'tstamp'?"));
    }

    @Test
    void read_slipOfThePenInALaterJsonRow_isNoticed() {
        Content content = Inputs.read(Inputs.text("""
            {"id": "a", "prompt": "x", "category": "c"}
            {"id": "b", "prompt": "x", "catgeory": "c", "ctx": 1}
            """));

        assertThat(content.report().notices())
                .containsExactly(new Notice(
                        "unknown_column", "votes.csv: column 'catgeory' is ignored; did you mean 'category'?"));
    }

    @Test
    void read_loneSurrogatesInATextOrHalves_becomeTheReplacementCharacter() {
        Content content = Inputs.read(
                Inputs.text("{\"prompt_id\":\"p\",\"model\":\"m\",\"response\":\"a\\ud83db\\ude00c\\ud83d\\ude00\"}"));

        assertThat(((FileResponse) content.records().get(0)).text().turns())
                .containsExactly("a\uFFFDb\uFFFDc\uD83D\uDE00");
        assertThat(content.report().notices())
                .containsExactly(new Notice(
                        "replaced_surrogates", "texts in which half a character (a lone surrogate) became U+FFFD: 1"));
    }

    @Test
    void read_forcedShape_isReadAlthoughAnotherWouldBeRecognised() {
        String both = "model_a,model_b,winner,a_wins,b_wins,ties,both_bad\nx,y,tie,1,2,3,4\n";

        assertThat(Inputs.read(Inputs.text(both)).report().shape()).isEqualTo(Shape.BATTLES);
        assertThat(Inputs.read(Inputs.text(both), ReadOptions.strict().withShape(Shape.COUNTS_AB))
                        .report()
                        .votes())
                .isEqualTo(10);
    }

    @Test
    void read_manyTimesAsIsoOrUnix_sameInstant() {
        Content content = Inputs.read(Inputs.text("""
            model_a,model_b,winner,tstamp
            x,y,tie,1750158003
            x,y,tie,1750158003000
            x,y,tie,1.750158003E9
            x,y,tie,2025-06-17T11:00:03Z
            x,y,tie,2025-06-17T13:00:03+02:00
            x,y,tie,2025-06-17 11:00:03
            """));

        assertThat(content.records())
                .extracting(
                        record -> String.valueOf(((FileVote) record).context().castAt()))
                .containsOnly("2025-06-17T11:00:03Z");
    }

    @Test
    void readVotes_fileOfPrompts_isRefusedWithAWayOut() {
        Source prompts = Inputs.fixture("prompts.jsonl");

        assertThatThrownBy(() -> ExchangeReader.readVotes(prompts, ReadOptions.strict(), vote -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage("prompts.jsonl: found 'prompts'; allowed: verdicts: battles, left-right, counts, counts-ab,"
                        + " votes, rankings, rankings-long, mt-bench-pair, arena-hard-judgments, alpaca-eval-annotations,"
                        + " alpaca-eval-preferences. Import prompts and responses with 'arena import'.");
    }

    @Test
    void read_forcedShapeOfJson_eachRowIsLookedAtForItself() {
        String rows = """
            {"model_a": "x", "model_b": "y", "winner": "tie"}
            {"model_a": "x", "model_b": "y"}
            """;
        ReadOptions options = ReadOptions.strict().withShape(Shape.BATTLES);

        assertThatThrownBy(() -> Inputs.read(Inputs.text(rows), options))
                .hasMessageStartingWith("votes.csv:2: field 'winner' is missing");
    }

    @Test
    void read_quoteThatIsNeverClosedInALargeFile_isRefusedBeforeTheMemoryIsFull() {
        String start = "model_a,model_b,winner\nx,y,tie\nx,\"y,tie\n";
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        Arrays.fill(target, offset, offset + length, (byte) 'x');
                        return length;
                    }
                });

        assertThat(Inputs.refusal(Source.once("votes.csv", endless)))
                .startsWith(
                        "votes.csv:3: found 'a row of more than 100000000 characters, perhaps an opening quote that is"
                                + " never closed'");
    }
}
