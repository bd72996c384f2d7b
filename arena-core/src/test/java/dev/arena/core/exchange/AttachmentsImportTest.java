package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.media.MediaLimits;
import dev.arena.core.media.Planted;
import dev.arena.core.model.Attachment;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.problem.InputException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files beside an imported file become attachments of prompts and responses. */
final class AttachmentsImportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PROMPT =
            "{\"id\": \"p1\", \"prompt\": \"Draw it.\", \"attachments\": [\"img/a.png\"]}\n";
    private static final String RESPONSES = """
            {"prompt_id": "p1", "model": "alpha", "response": "", "attachments": ["img/a.png"]}
            {"prompt_id": "p1", "model": "beta", "response": "", "attachments": [{"path": "img/b.png", "media_type": "image/png"}]}
            """;

    @TempDir
    Path folder;

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(1));
    private final ImportService service = new ImportService(store, InstantSource.fixed(NOW), new Random(2));

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("img"));
        Files.write(folder.resolve("img/a.png"), Planted.png());
        Files.write(folder.resolve("img/b.png"), Planted.png());
    }

    private Source file(String name, String content) throws IOException {
        return Source.file(Files.writeString(folder.resolve(name), content));
    }

    private CatalogChange run(Source... sources) {
        return service.run(ImportRequest.of(sources), Progress.silent()).catalog();
    }

    private List<Attachment> attachments(String model) {
        List<ResponseId> ids = store.catalog().listCurrentResponses().stream()
                .filter(head -> head.contestant()
                        .equals(store.catalog()
                                .findContestant(model)
                                .orElseThrow()
                                .id()))
                .map(ResponseHead::id)
                .toList();
        return store.catalog()
                .getResponses(ids)
                .values()
                .iterator()
                .next()
                .text()
                .attachments();
    }

    @Test
    void run_pathThatNoFileCanHave_isRefusedWithLineAndField() throws IOException {
        Source named = file("named", PROMPT.replace("img/a.png", "img/a.png\\u0000.jpg"));
        Source given = file("given", PROMPT.replace("img/a.png", "i".repeat(1001) + ".png"));

        for (Source source : List.of(named, given)) {
            assertThatThrownBy(() -> run(source))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(source.name() + ":1: field 'attachments' is '\"i")
                    .hasMessageEndingWith("have at most 1000 characters and no control characters.");
        }
        assertThat(store.catalog().listPrompts()).isEmpty();
    }

    @Test
    void run_filesOfPromptsAndResponses_areStoredCleanAndOnce() throws IOException {
        assertThat(run(file("p.jsonl", PROMPT), file("r.jsonl", RESPONSES)))
                .isEqualTo(new CatalogChange(2, 1, 0, 0, 2, 0, 0));

        Attachment first = attachments("alpha").get(0);
        String sha256 = String.valueOf(first.sha256());
        assertThat(first).isEqualTo(new Attachment("image/png", "img/a.png", sha256));
        assertThat(attachments("beta")).containsExactly(new Attachment("image/png", "img/b.png", sha256));
        assertThat(store.catalog().listPrompts().get(0).text().attachments()).containsExactly(first);
        String bytes = new String(store.media().readPiece(sha256, 0), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("IDAT").doesNotContain(Planted.MAKER);
        assertThat(store.media().find(sha256).orElseThrow().size()).isEqualTo(bytes.length());
    }

    @Test
    void run_again_changesNothing() throws IOException {
        run(file("p.jsonl", PROMPT), file("r.jsonl", RESPONSES));

        assertThat(run(file("p.jsonl", PROMPT), file("r.jsonl", RESPONSES)))
                .isEqualTo(new CatalogChange(0, 0, 0, 1, 0, 0, 2));
    }

    @Test
    void run_aChangedFile_isANewVersion() throws IOException {
        run(file("p.jsonl", PROMPT), file("r.jsonl", RESPONSES));
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"2\" height=\"2\"/></svg>";
        Files.writeString(folder.resolve("img/c.svg"), svg);

        assertThat(run(file(
                        "r.jsonl", RESPONSES.replace("img/b.png", "img/c.svg").replace("image/png", "image/svg+xml"))))
                .isEqualTo(new CatalogChange(0, 0, 0, 0, 0, 1, 1));
        assertThat(attachments("beta").get(0).mediaType()).isEqualTo("image/svg+xml");
    }

    @Test
    void run_metadataOrNameChanged_isTheSameResponse() throws IOException {
        run(file("p.jsonl", PROMPT), file("r.jsonl", RESPONSES));
        Files.move(folder.resolve("img/b.png"), folder.resolve("img/d.png"));

        assertThat(run(file("r.jsonl", RESPONSES.replace("b.png", "d.png"))))
                .isEqualTo(new CatalogChange(0, 0, 0, 0, 0, 0, 2));
    }

    @Test
    void run_anotherFileOfAStoredPrompt_isRefused() throws IOException {
        run(file("p.jsonl", PROMPT));
        Files.writeString(folder.resolve("img/a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");

        Source other = file("p.jsonl", PROMPT.replace("a.png", "a.svg"));
        assertThatThrownBy(() -> run(other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("p.jsonl:1: field 'attachments' is")
                .hasMessageContaining("give the changed prompt an id of its own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "img/none.png | img/none.png: no such file",
                "img/folder.png | img/folder.png: no such file",
                "../up.png | a list of relative paths",
                "img/a.jpg | img/a.jpg: a file of image/png'; allowed: a file of image/jpeg, as its name or its media_type says",
                "img/text.png | img/text.png: bytes of no type that is known",
                "img/paper.pdf | The type of this one cannot be told from its name",
                "img/out.png | img/out.png: a link to another folder"
            })
    void run_aFileThatCannotBeShown_isAnErrorWithItsPlace(String path, String message) throws IOException {
        Files.write(folder.resolve("img/a.jpg"), Planted.png());
        Files.createDirectory(folder.resolve("img/folder.png"));
        Files.writeString(folder.resolve("img/text.png"), "hello");
        Files.writeString(folder.resolve("img/paper.pdf"), "%PDF");
        Path outside = Files.write(Files.createTempFile("outside", ".png"), Planted.png());
        Files.createSymbolicLink(folder.resolve("img/out.png"), outside);
        Source source = file("p.jsonl", "\n" + PROMPT.replace("img/a.png", path));

        assertThatThrownBy(() -> run(source))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("p.jsonl:2: field 'attachments' is")
                .hasMessageContaining(message);
        assertThat(store.catalog().listPrompts()).isEmpty();
        Files.delete(outside);
    }

    @Test
    void run_aFileTooLarge_saysHowLargeItMayBe() throws IOException {
        Source source = file("p.jsonl", PROMPT);
        ImportService small =
                new ImportService(store, InstantSource.fixed(NOW), new Random(2), new MediaLimits(100, 100));

        assertThatThrownBy(() -> small.run(ImportRequest.of(source), Progress.silent()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("img/a.png: a file of")
                .hasMessageContaining("at most 100 bytes for image");
    }

    @Test
    void run_standardInputWithAttachments_hasNoFolderToLookIn() {
        Source stdin = Source.once("-", new ByteArrayInputStream(PROMPT.getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> run(stdin))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("-:1: field 'attachments' is 'img/a.png: no folder to look in'");
    }

    @Test
    void run_ofAnotherKindOfFile_namesWhatCanBeShown() throws IOException {
        Source source = file(
                "p.jsonl",
                PROMPT.replace("\"img/a.png\"", "{\"path\": \"img/a.png\", \"media_type\": \"application/pdf\"}"));

        assertThatThrownBy(() -> run(source))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "img/a.png: application/pdf'; allowed: a file that a voter can be shown: image/png");
    }
}
