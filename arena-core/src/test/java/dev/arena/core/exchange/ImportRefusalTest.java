package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.InputException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are refused as a whole, or in part. */
final class ImportRefusalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PROMPTS = """
            {"id": "p1", "prompt": "Name a colour.", "category": "facts"}
            {"id": "p2", "turns": ["Name a colour.", "Another."]}
            """;
    private static final String RESPONSES = """
            {"prompt_id": "p1", "model": "alpha", "response": "Green."}
            {"prompt_id": "p2", "model": "alpha", "turns": ["Green.", "Blue."]}
            {"prompt_id": "p1", "model": "beta", "response": "Red."}
            """;
    private static final String BATTLES = """
            model_a,model_b,winner,prompt_id,judge,tstamp,turn
            alpha,beta,model_a,p1,ann,1682351591.5,1
            alpha,beta,model_a,p1,ann,1682351591.5,1
            beta,alpha,tie,p2,ben,,
            gamma,alpha,both_bad,p9,,,
            """;

    @TempDir
    Path folder;

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(1));
    private final ImportService service = new ImportService(store, InstantSource.fixed(NOW), new Random(2));

    private Source file(String name, String content) {
        try {
            return Source.file(name, Files.writeString(folder.resolve(name), content));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportResult run(Source... sources) {
        return service.run(ImportRequest.of(sources), Progress.silent());
    }

    @Test
    void run_invalidRowInOneOfSeveralFiles_nothingOfAnyIsStored() {
        Source good = file("good", BATTLES);
        Source bad = file("bad", "model_a,model_b,winner\nx,y,tie\nx,y,draw\n");

        assertThatThrownBy(() -> run(good, bad))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("bad:3: field 'winner' is 'draw'");
        assertThat(store.revision()).isZero();
        assertThat(store.votes().count()).isZero();
    }

    @Test
    void run_skipInvalid_badRowsOfBothPassesAreLeftOut() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");
        Source prompts = file("p", PROMPTS + "{\"id\": \"p1\", \"prompt\": \"Another text.\"}\n");
        Source responses = file("r", RESPONSES + """
                {"prompt_id": "p7", "model": "alpha", "response": "x"}
                {"prompt_id": "p1", "model": "alpha", "response": "Green, or red."}
                {"prompt_id": "p1", "model": "alpha"}
                {"prompt_id": "p2", "model": "beta", "turns": ["Red.", "Pink."]}
                """);

        ImportResult result = service.run(
                new ImportRequest(List.of(responses, prompts), null, JudgeKind.HUMAN, false, rejects),
                Progress.silent());

        assertThat(result.rejected()).isEqualTo(4);
        assertThat(result.catalog()).isEqualTo(new CatalogChange(2, 2, 0, 0, 4, 0, 0));
        assertThat(Files.readAllLines(rejects))
                .extracting(line -> line.substring(0, line.indexOf(",\"allowed")))
                .containsExactly(
                        "{\"file\":\"p\",\"line\":3,\"field\":\"turns\",\"found\":\"[Another text.]\"",
                        "{\"file\":\"r\",\"line\":4,\"field\":\"prompt_id\",\"found\":\"p7\"",
                        "{\"file\":\"r\",\"line\":5,\"field\":null,\"found\":\"a second response of 'alpha' to prompt"
                                + " 'p1'\"",
                        "{\"file\":\"r\",\"line\":6,\"field\":\"response\",\"found\":null");
    }

    @Test
    void run_jsonListOnOneLine_onlyTheBadItemIsLeftOut() {
        Source votes = file(
                "v",
                "[{\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"tie\"},"
                        + "{\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"tie\",\"weight\":2},"
                        + "{\"model_a\":\"y\",\"model_b\":\"x\",\"winner\":\"tie\"}]");

        ImportResult result = service.run(
                new ImportRequest(List.of(votes), null, JudgeKind.HUMAN, false, folder.resolve("rejects")),
                Progress.silent());

        assertThat(result.newVotes()).isEqualTo(2);
        assertThat(result.rejected()).isEqualTo(1);
    }

    @Test
    void run_weights_areRefusedSinceAStoreKeepsVerdicts() {
        assertThatThrownBy(() -> run(file("v", "model_a,model_b,winner,weight\nx,y,tie,0.5\n")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "v:2: field 'weight' is '0.5'; allowed: 1, since a database keeps verdicts as they were given."
                                + " Rate the file with its weights by 'arena rate v'.");
    }

    @Test
    void run_promptStoredWithAnotherText_isRefusedForEveryRowOfIt() {
        run(file("p", PROMPTS));
        String combined = """
                {"prompt_id": "p1", "prompt": "Other.", "model": "alpha", "response": "x"}
                {"prompt_id": "p1", "prompt": "Other.", "model": "beta", "response": "y"}
                {"prompt_id": "p3", "prompt": "Third.", "model": "beta", "response": "z"}
                """;

        assertThatThrownBy(() -> run(file("c", combined)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("c:1: field 'turns' is 'Other.'; allowed: what is stored for prompt 'p1'");
        ImportResult skipped = service.run(
                new ImportRequest(
                        List.of(file("c", combined)), null, JudgeKind.HUMAN, false, folder.resolve("rejects")),
                Progress.silent());
        assertThat(skipped.rejected()).isEqualTo(2);
        assertThat(skipped.catalog()).isEqualTo(new CatalogChange(1, 1, 0, 0, 1, 0, 0));
    }
}
