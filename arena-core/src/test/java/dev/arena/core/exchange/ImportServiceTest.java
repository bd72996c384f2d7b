package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Response;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files into a store: in the right order, all or nothing, and the same again changes nothing. */
final class ImportServiceTest {
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

    private List<CastVote> votes() {
        List<CastVote> votes = new ArrayList<>();
        store.votes().scan(new VoteId(0), votes::add);
        return votes;
    }

    @Test
    void run_responsesBeforePrompts_promptsAreStoredFirst() {
        ImportResult result = run(file("responses", RESPONSES), file("prompts", PROMPTS));

        assertThat(result.catalog()).isEqualTo(new CatalogChange(2, 2, 0, 0, 3, 0, 0));
        assertThat(result.files()).extracting(ReadReport::file).containsExactly("prompts", "responses");
        assertThat(result.missing()).isEqualTo(Map.of("beta", 1L));
        assertThat(store.catalog().listPrompts())
                .extracting(prompt -> prompt.key())
                .containsExactly("p1", "p2");
    }

    @Test
    void run_sameFilesAgain_changesNothingAndSaysSo() {
        Source[] files = {file("a", PROMPTS), file("b", RESPONSES), file("c", BATTLES)};
        run(files);
        long revision = store.revision();

        ImportResult again = run(files);

        assertThat(again.changed()).isFalse();
        assertThat(again.catalog()).isEqualTo(new CatalogChange(0, 0, 0, 2, 0, 0, 3));
        assertThat(again.newVotes()).isZero();
        assertThat(again.knownVotes()).isEqualTo(4);
        assertThat(store.revision()).isEqualTo(revision);
        assertThat(store.votes().count()).isEqualTo(4);
    }

    @Test
    void run_battles_equalRowsAreDifferentVotesWithTextsWhereKnown() {
        ImportResult result = run(file("votes", BATTLES), file("prompts", PROMPTS), file("responses", RESPONSES));

        assertThat(result.newVotes()).isEqualTo(4);
        List<CastVote> votes = votes();
        assertThat(votes)
                .extracting(cast -> cast.vote().verdict())
                .containsExactly(Verdict.first(), Verdict.first(), Verdict.tie(), Verdict.bothBad());
        assertThat(votes).extracting(cast -> cast.judge().name()).containsExactly("ann", "ann", "ben", "imported");
        assertThat(votes).allMatch(cast -> cast.judge().kind() == JudgeKind.HUMAN);
        assertThat(votes.get(0).vote().draft().castAt()).isEqualTo(Instant.parse("2023-04-24T15:53:11.500Z"));
        assertThat(votes.get(2).vote().draft().castAt()).isEqualTo(NOW);
        assertThat(votes.get(0).battle().draft().tags().turn()).isEqualTo(1);
        assertThat(texts(votes.get(2))).containsExactly("-", "Green.|Blue.");
        assertThat(texts(votes.get(3))).containsExactly("-", "-");
        assertThat(store.catalog().findPrompt("p9").orElseThrow().text().turns())
                .isEmpty();
    }

    private List<String> texts(CastVote cast) {
        return cast.battle().seats().stream()
                .map(seat -> {
                    if (seat.response() == null) {
                        return "-";
                    }
                    Collection<Response> found = store.catalog()
                            .getResponses(List.of(seat.response()))
                            .values();
                    return String.join("|", found.iterator().next().text().turns());
                })
                .toList();
    }

    @Test
    void run_fileRenamedAndGrown_onlyItsNewRowsAreStored() {
        run(file("january.csv", BATTLES));

        ImportResult grown = run(file("february.csv", BATTLES + "alpha,beta,model_a,p1,ann,1682351591.5,1\n"));

        assertThat(grown.newVotes()).isEqualTo(1);
        assertThat(grown.knownVotes()).isEqualTo(4);
    }

    @Test
    void run_sameVotesInAnotherSyntax_areTheSameVotes() {
        run(file("votes.csv", "model_a,model_b,winner,judge,tstamp\nalpha,beta,tie,ann,1682351591\n"));

        ImportResult again = run(file(
                "votes.json",
                "[{\"model_a\":\"alpha\",\"model_b\":\"beta\",\"winner\":\"tie\",\"judge\":\"ann\","
                        + "\"tstamp\":\"2023-04-24T15:53:11Z\"}]"));

        assertThat(again.newVotes()).isZero();
        assertThat(again.knownVotes()).isEqualTo(1);
    }

    @Test
    void run_countsAndScoresAndRankings_keepTheirMeaning() {
        run(
                file("counts", "model_i,model_j,n_i_wins,n_j_wins,n_tie,n_both_bad\nalpha,beta,3,0,2,1\n"),
                file("scores", "model_a,model_b,score\nalpha,beta,0.25\n"),
                file("rankings", "{\"models\":[\"alpha\",\"beta\",\"gamma\"],\"ranks\":[2,1,null]}"));

        assertThat(votes()).extracting(cast -> cast.vote().draft().count()).containsExactly(3L, 2L, 1L, 1L, 1L);
        assertThat(votes().get(3).vote().verdict()).isEqualTo(new Verdict.Preference(0.25));
        assertThat(votes().get(4).vote().verdict()).isEqualTo(new Verdict.Ranking(List.of(2, 1, 0), null));
    }

    @Test
    void run_judgeKind_columnWinsOverFlag() {
        Source votes = file("v", "model_a,model_b,winner,judge,judge_kind\nx,y,tie,a,metric\nx,y,tie,b,\n");

        service.run(new ImportRequest(List.of(votes), null, JudgeKind.LLM, false, null), Progress.silent());

        assertThat(votes()).extracting(cast -> cast.judge().kind()).containsExactly(JudgeKind.METRIC, JudgeKind.LLM);
    }

    @Test
    void run_sameVotesWithAnotherJudgeKind_isNoticed() {
        Source votes = file("v", "model_a,model_b,winner,judge\nx,y,tie,ann\n");
        run(votes);

        ImportResult again =
                service.run(new ImportRequest(List.of(votes), null, JudgeKind.LLM, false, null), Progress.silent());

        assertThat(again.notices())
                .contains(new Notice(
                        "judge_kind",
                        "judge 'ann' was stored before as human; votes given now count as another judge's."
                                + " Was --judge-kind meant?"));
    }

    @Test
    void run_changedResponse_isANewVersion() {
        run(file("p", PROMPTS), file("r", RESPONSES));

        ImportResult changed = run(file("r", RESPONSES.replace("Red.", "Crimson.")));

        assertThat(changed.catalog()).isEqualTo(new CatalogChange(0, 0, 0, 0, 0, 1, 2));
    }

    @Test
    void run_promptsKnownByKeyFromVotes_areFilledIn() {
        run(file("v", "model_a,model_b,winner,prompt_id\nx,y,tie,p1\n"));

        ImportResult result = run(file("p", PROMPTS));

        assertThat(result.catalog()).isEqualTo(new CatalogChange(0, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void run_standardInput_isReadTwiceFromACopy() throws IOException {
        ImportResult result = run(Source.once(
                "-",
                Files.newInputStream(Files.writeString(folder.resolve("in"), "model_a,model_b,winner\nx,y,tie\n"))));

        assertThat(result.newVotes()).isEqualTo(1);
        assertThat(result.files().get(0).file()).isEqualTo("-");
    }

    @Test
    void run_dryRun_countsAndStoresNothing() {
        run(file("p", PROMPTS), file("r", RESPONSES));
        long revision = store.revision();
        List<Source> files = List.of(
                file("p2", PROMPTS.replace("facts", "trivia") + "{\"id\": \"p3\", \"prompt\": \"New.\"}\n"),
                file(
                        "r2",
                        RESPONSES.replace("Red.", "Crimson.")
                                + "{\"prompt_id\": \"p3\", \"model\": \"delta\", \"response\": \"x\"}\n"),
                file("v", BATTLES));

        ImportResult dry = service.run(new ImportRequest(files, null, JudgeKind.HUMAN, true, null), Progress.silent());

        assertThat(dry.catalog()).isEqualTo(new CatalogChange(2, 2, 1, 1, 1, 1, 2));
        assertThat(dry.newVotes()).isEqualTo(4);
        assertThat(store.revision()).isEqualTo(revision);
        assertThat(store.votes().count()).isZero();

        ImportResult wet = service.run(new ImportRequest(files, null, JudgeKind.HUMAN, false, null), Progress.silent());
        assertThat(wet.catalog()).isEqualTo(dry.catalog());
    }

    @Test
    void run_contestants_factsAreStored() {
        run(file("c", "{\"model\": \"alpha\", \"organization\": \"Here\", \"price\": 1.5}\n"));

        assertThat(store.catalog().findContestant("alpha").orElseThrow().facts())
                .isEqualTo(Map.of("organization", "Here", "price", "1.5"));
    }

    @Test
    void run_manyVotes_inSeveralBatches() {
        StringBuilder rows = new StringBuilder("model_a,model_b,winner\n");
        rows.append("x,y,tie\n".repeat(5001));

        assertThat(run(file("v", rows.toString())).newVotes()).isEqualTo(5001);
        assertThat(run(file("v", rows.toString())).knownVotes()).isEqualTo(5001);
    }
}
