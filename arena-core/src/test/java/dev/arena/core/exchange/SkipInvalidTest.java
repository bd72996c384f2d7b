package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.exchange.Inputs.Content;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invalid rows set aside: written down, counted, never silent. */
final class SkipInvalidTest {
    @TempDir
    Path folder;

    private Content readAll(String content, Path rejects) {
        try (RejectsFile file = new RejectsFile(rejects)) {
            return Inputs.read(Inputs.text(content), ReadOptions.strict().withBadRows(file));
        }
    }

    @Test
    void read_badCsvRows_restIsReadAndRejectsSayWhy() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");

        Content content = readAll("model_a,model_b,winner\nx,y,tie\nx,y,draw\nx,x,tie\nx,y\ny,x,model_a\n", rejects);

        assertThat(content.records()).hasSize(2);
        assertThat(content.report().rows()).isEqualTo(5);
        assertThat(content.report().invalid()).isEqualTo(3);
        assertThat(Files.readAllLines(rejects))
                .containsExactly(
                        "{\"file\":\"votes.csv\",\"line\":3,\"field\":\"winner\",\"found\":\"draw\",\"allowed\":\"model_a,"
                                + " model_b, tie, both_bad, tie (bothbad), tie (inconsistent)\",\"row\":{\"model_a\":\"x\","
                                + "\"model_b\":\"y\",\"winner\":\"draw\"}}",
                        "{\"file\":\"votes.csv\",\"line\":4,\"field\":\"model_b\",\"found\":\"x\",\"allowed\":\"another"
                                + " model than in 'model_a'\",\"row\":{\"model_a\":\"x\",\"model_b\":\"x\","
                                + "\"winner\":\"tie\"}}",
                        "{\"file\":\"votes.csv\",\"line\":5,\"field\":null,\"found\":\"2 cells: x,y\",\"allowed\":\"as"
                                + " many cells as the header has, 3\",\"row\":[\"x\",\"y\"]}");
    }

    @Test
    void read_brokenJsonLine_nextLinesAreRead() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");

        Content content = readAll("""
                {"model_a": "x", "model_b": "y", "winner": "tie"}
                {"model_a": "x", "model_b":
                17
                {"model_a": "x", "model_b": "y", "winner": 3}
                {"model_a": "y", "model_b": "x", "winner": "model_b"}
                """, rejects);

        assertThat(content.records()).extracting(FileRecord::line).containsExactly(1L, 5L);
        assertThat(Files.readAllLines(rejects))
                .hasSize(3)
                .first()
                .isEqualTo("{\"file\":\"votes.csv\",\"line\":2,\"field\":null,\"found\":\"{\\\"model_a\\\": \\\"x\\\","
                        + " \\\"model_b\\\":\",\"allowed\":\"one JSON object a line\",\"row\":\"{\\\"model_a\\\":"
                        + " \\\"x\\\", \\\"model_b\\\":\"}");
    }

    @Test
    void read_badRanking_allItsRowsAreSetAsideAsOne() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");

        Content content = readAll("ranking_id,model,rank\nk,x,1\nk,y,3\nl,x,1\nl,y,2\n", rejects);

        assertThat(content.records()).hasSize(1);
        assertThat(content.report().invalid()).isEqualTo(1);
        assertThat(Files.readString(rejects))
                .contains("\"line\":2,\"field\":\"rank\",\"found\":\"1, 3\"")
                .contains("\"row\":[{\"ranking_id\":\"k\",\"model\":\"x\",\"rank\":\"1\"},{\"ranking_id\":\"k\"");
    }

    @Test
    void read_nothingBad_rejectsFileIsThereAndEmpty() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");

        readAll("model_a,model_b,winner\nx,y,tie\n", rejects);

        assertThat(Files.readString(rejects)).isEmpty();
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("rejects.jsonl"));
        assertThat(folder.resolve("rejects.jsonl.part")).doesNotExist();
    }

    @Test
    void read_againWithTheSameRejectsFile_takesItsPlace() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");

        readAll("model_a,model_b,winner\nx,y,draw\nx,y,tie\n", rejects);
        readAll("model_a,model_b,winner\nx,y,win\nx,y,tie\n", rejects);

        assertThat(Files.readString(rejects)).contains("\"found\":\"win\"").doesNotContain("draw");
    }

    @Test
    void open_fileThatHoldsSomethingElse_isNotReplaced() throws IOException {
        Path votes = folder.resolve("votes.csv");
        Files.writeString(votes, "model_a,model_b,winner\n");

        assertThatThrownBy(() -> new RejectsFile(votes))
                .isInstanceOf(UsageException.class)
                .hasMessage("--skip-invalid " + votes
                        + " would replace a file that holds no rejected rows. Name another file.");
        assertThat(votes).hasContent("model_a,model_b,winner");
    }

    @Test
    void open_folderThatDoesNotExist_isAUsageError() {
        assertThatThrownBy(() -> new RejectsFile(folder.resolve("none/rejects.jsonl")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Name a file in a folder that exists and that you may write to.");
    }

    @Test
    void read_rankingWhoseRowsStandApart_isRefusedAllTheSame() {
        Path rejects = folder.resolve("rejects.jsonl");

        assertThatThrownBy(() -> readAll("ranking_id,model,rank\nk,x,1\nk,y,2\nl,x,1\nl,y,2\nk,z,3\n", rejects))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Sort the file by ranking_id.");
    }

    @Test
    void read_brokenFirstLine_shapeIsToldByTheNext() {
        Content content = readAll(
                "{\"model_a\":\n{\"model_a\": \"x\", \"model_b\": \"y\", \"winner\": \"tie\"}\n",
                folder.resolve("rejects.jsonl"));

        assertThat(content.report().shape()).isEqualTo(Shape.BATTLES);
        assertThat(content.report().invalid()).isEqualTo(1);
        assertThat(content.records()).hasSize(1);
    }
}
