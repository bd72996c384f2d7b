package dev.arena.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyState;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A study that is open gets what it asks for, or says what is in the way. */
final class StudySourcesTest {
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("file", 1);
    private static final String CANARIES = "gold: {share: 0.3, canaries: true}";

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(1));
    private final StudyService studies =
            new StudyService(store, InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));

    @BeforeEach
    void fill() {
        List<CatalogBatch.NewResponse> answers =
                List.of(answer("p1", "alpha"), answer("p1", "beta"), answer("p1", "same"), answer("p2", "same"));
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(new CatalogBatch.NewContestant("beta", Map.of("canary", "false"))),
                        List.of(prompt("p1", "facts"), prompt("p2", "code")),
                        answers));
    }

    private static CatalogBatch.NewPrompt prompt(String key, String category) {
        return new CatalogBatch.NewPrompt(FILE, key, new PromptText(List.of("Why?"), category, null, null, List.of()));
    }

    private static CatalogBatch.NewResponse answer(String prompt, String model) {
        return new CatalogBatch.NewResponse(FILE, prompt, model, ResponseText.of(model + " says"));
    }

    private void markCanary(String name) {
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(new CatalogBatch.NewContestant(name, Map.of("canary", "true"))), List.of(), List.of()));
    }

    private static StudySettings settings(String more) {
        return StudySettingsReader.readYaml("study.yaml", "key: s\nname: S\n" + more);
    }

    @Test
    void open_canariesWithoutAnyMarked_isRefusedWithWhatToDo() {
        studies.create(settings(CANARIES));

        assertThatThrownBy(() -> studies.setState("s", StudyState.OPEN, ""))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "study s: field 'gold.canaries' is 'true'; allowed: true where a contestant with the fact canary"
                                + " has a response to a prompt of the study, or a further source: 'identical: true' or items."
                                + " Nothing would be planted. Mark a contestant by importing a line such as {\"model\":"
                                + " \"NAME\", \"canary\": true} ('docs/formats.md', contestants).");
        assertThat(studies.get("s").state()).isEqualTo(StudyState.DRAFT);

        markCanary("same");
        Study open = studies.setState("s", StudyState.OPEN, "");
        assertThat(studies.warnings(open)).isEmpty();
    }

    @Test
    void open_canaryWithoutResponsesToTheStudysPrompts_isRefused() {
        studies.create(settings("prompts: {category: [facts]}\n" + CANARIES));
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(new CatalogBatch.NewContestant("only-code", Map.of("canary", "true"))),
                        List.of(),
                        List.of(answer("p2", "only-code"))));

        assertThatThrownBy(() -> studies.setState("s", StudyState.OPEN, ""))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("gold.canaries");
    }

    @Test
    void open_canariesLackingBesideAnotherSource_warns() {
        studies.create(settings("gold: {share: 0.3, canaries: true, identical: true}"));

        Study open = studies.setState("s", StudyState.OPEN, "");

        assertThat(studies.warnings(open)).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("study_no_canaries");
            assertThat(warning.message())
                    .startsWith("gold.canaries: no contestant with the fact canary has a response to a prompt"
                            + " of the study");
        });
        markCanary("same");
        assertThat(studies.warnings(open)).isEmpty();
    }

    @Test
    void revise_openStudyToCanariesThatAreNotThere_isRefusedAndADraftIsNot() {
        studies.create(settings(""));
        assertThat(studies.revise("s", settings(CANARIES)).version().number()).isEqualTo(2);
        studies.revise("s", settings(""));
        studies.setState("s", StudyState.OPEN, "");

        assertThatThrownBy(() -> studies.revise("s", settings(CANARIES)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("gold.canaries");
        assertThat(studies.get("s").version().number()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "leaks: {words: [Acme, '...']}|leaks.words[1]|'...'|words with a letter or a digit",
                "leaks: {words: [\"\\u200b\"]}|leaks.words[0]|'|words with a letter or a digit",
                "leaks: {aliases: {alpha: ['--']}}|leaks.aliases.alpha[0]|'--'|words with a letter or a digit",
                "leaks: {aliases: {alhpa: [Al]}}|leaks.aliases|'alhpa'|alpha, beta, same",
            })
    void open_wordsThatNothingCanHold_isRefused(String leaks, String field, String found, String allowed) {
        studies.create(settings(leaks));

        assertThatThrownBy(() -> studies.setState("s", StudyState.OPEN, ""))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("study s: field '" + field + "' is " + found)
                .hasMessageContaining("; allowed: " + allowed + ".");
    }
}
