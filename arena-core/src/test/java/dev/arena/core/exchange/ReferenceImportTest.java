package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.CastVote;
import dev.arena.core.model.VoteId;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.testing.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Public files, imported whole. */
@Tag("reference")
@EnabledIf(ReferenceData.PRESENT)
final class ReferenceImportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ArenaStore store = new InMemoryArenaStore(new Random(1));
    private final ImportService service = new ImportService(store, InstantSource.fixed(NOW), new Random(2));

    private ImportResult run(List<Path> files) {
        return service.run(
                ImportRequest.of(files.stream().map(Source::file).toArray(Source[]::new)), Progress.silent());
    }

    @Test
    void run_sixteenAlpacaEvalModels_everyResponseAndTheThreeThatAreMissing() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(ReferenceData.file("alpaca_eval/model_outputs"))) {
            files = found.sorted().toList();
        }

        ImportResult result = run(files);

        assertThat(files).hasSize(16);
        assertThat(result.catalog()).isEqualTo(new CatalogChange(16, 805, 0, 0, 16 * 805 - 3, 0, 0));
        assertThat(result.missing()).isEqualTo(Map.of("llama-2-70b-chat-hf", 1L, "phi-2", 2L));
        assertThat(result.notices()).isEmpty();
        assertThat(run(files).changed()).isFalse();
    }

    @Test
    void run_mtBenchHumanVotes_everyVoteUnderItsJudge() {
        List<Path> file = List.of(ReferenceData.file("mt_bench/human_judgments.csv"));

        ImportResult result = run(file);

        assertThat(result.newVotes()).isEqualTo(3355);
        List<CastVote> votes = new ArrayList<>();
        store.votes().scan(new VoteId(0), votes::add);
        Set<String> judges = new HashSet<>();
        votes.forEach(cast -> judges.add(cast.judge().name()));
        assertThat(judges).hasSize(65);
        assertThat(store.catalog().listPrompts()).hasSize(80);
        assertThat(run(file).knownVotes()).isEqualTo(3355);
    }
}
