package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A recorded run before SmolLM2-135M-Instruct, replayed: the same replies must give the same verdicts, abstentions, counts and
 * ledger. {@code transcripts/smollm2/README.md} says how it was recorded.
 */
class RealModelTest {
    private static final Path DATA = Path.of(System.getProperty("arena.root")).resolve("data");
    private static final Path RECORDED =
            Path.of(System.getProperty("arena.root")).resolve("arena-core/src/test/resources/transcripts/smollm2");
    private static final double USD_IN = 2.5;
    private static final double USD_OUT = 10;

    /** The tournament as it was recorded, before another endpoint and at another price. */
    private static Tournament tournament(FakeEndpoint endpoint) throws IOException {
        String yaml = Files.readString(RECORDED.resolve("tournament.yaml"));
        String moved = yaml.replace("http://127.0.0.1:18911/v1", endpoint.baseUrl())
                .replace("input_per_million: 0", "input_per_million: " + USD_IN)
                .replace("output_per_million: 0", "output_per_million: " + USD_OUT);
        assertThat(moved).contains(endpoint.baseUrl()).contains("output_per_million: 10.0");
        return TournamentReader.read("tournament.yaml", moved, RECORDED);
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(RECORDED.resolve("expected.json").toFile());
    }

    @Test
    void run_repliesOfARealModel_givesTheRecordedVerdictsCountsAndLedger() throws IOException {
        Transcript transcript = new Transcript(RECORDED.resolve("transcript.jsonl"), DATA);
        try (FakeEndpoint endpoint = new FakeEndpoint(transcript)) {
            Arena arena = new Arena().withQuickstart(DATA);
            Plan plan = Planner.plan(tournament(endpoint), arena.store().catalog());
            RunOutcome outcome = arena.run(plan, new StopSignal());
            assertThat(transcript.unknown()).isEmpty();
            assertThat(transcript.asked()).isEqualTo(transcript.keys());
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(verdicts(arena)).isEqualTo(recordedVerdicts());
            assertCounts(outcome.summary().judges().get(0));
        }
    }

    @Test
    void run_aQuestionTheModelWasNeverAsked_isNoVerdictAndIsNamed() throws IOException {
        Transcript transcript = new Transcript(RECORDED.resolve("transcript.jsonl"), DATA);
        try (FakeEndpoint endpoint = new FakeEndpoint(transcript)) {
            Arena arena = new Arena().withQuickstart(DATA);
            String yaml = tournament(endpoint).text().replace("rushkin", "meandra");
            RunOutcome outcome = arena.run(arena.plan(yaml), new StopSignal());
            assertThat(transcript.asked()).filteredOn(key -> key.turn() == 1).hasSize(16);
            assertThat(transcript.asked()).noneMatch(key -> key.toString().contains("rushkin"));
            assertThat(transcript.unknown()).hasSize(32).allMatch(problem -> problem.startsWith("no known text in: "));
            assertThat(outcome.summary().judges().get(0).abstentions()).containsEntry(AbstentionReason.FAILED, 32L);
        }
    }

    private static void assertCounts(JudgeSummary judge) throws IOException {
        JsonNode expected = expected();
        assertThat(judge.votes() + judge.failures())
                .isEqualTo(expected.get("calls").asLong());
        assertThat(judge.position())
                .isEqualTo(new JudgeSummary.Position(
                        expected.get("decisive").asLong(),
                        expected.get("first").asLong(),
                        expected.get("compared").asLong(),
                        expected.get("consistent").asLong()));
        JudgeSummary.Spending spending = Objects.requireNonNull(judge.spending());
        long in = expected.get("prompt_tokens").asLong();
        long out = expected.get("completion_tokens").asLong();
        assertThat(spending.calls()).isEqualTo(expected.get("calls").asLong());
        assertThat(spending.attempts()).isEqualTo(expected.get("sent").asLong());
        assertThat(spending.promptTokens()).isEqualTo(in);
        assertThat(spending.completionTokens()).isEqualTo(out);
        assertThat(spending.knownUsd()).isCloseTo((in * USD_IN + out * USD_OUT) / 1e6, Offset.offset(1e-12));
        assertThat(spending.unknown()).isZero();
    }

    private static List<List<String>> recordedVerdicts() throws IOException {
        List<List<String>> verdicts = new ArrayList<>();
        for (JsonNode vote : expected().get("votes")) {
            List<String> row = new ArrayList<>();
            vote.forEach(cell -> row.add(cell.asText()));
            verdicts.add(row);
        }
        return verdicts;
    }

    private static List<List<String>> verdicts(Arena arena) {
        Map<ContestantId, String> names = new HashMap<>();
        Map<PromptId, String> prompts = new HashMap<>();
        arena.store().catalog().listContestants().forEach(row -> names.put(row.id(), row.name()));
        arena.store().catalog().listPrompts().forEach(row -> prompts.put(row.id(), row.key()));
        return arena.votes().stream()
                .map(cast -> row(cast, names, prompts))
                .sorted((a, b) -> String.join("\t", a).compareTo(String.join("\t", b)))
                .toList();
    }

    private static List<String> row(CastVote cast, Map<ContestantId, String> names, Map<PromptId, String> prompts) {
        return List.of(
                String.valueOf(prompts.get(cast.battle().draft().prompt())),
                String.valueOf(names.get(cast.battle().seats().get(0).contestant())),
                String.valueOf(names.get(cast.battle().seats().get(1).contestant())),
                word(cast.vote().verdict()));
    }

    private static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Abstention abstention) {
            return abstention.reason().name().toLowerCase(Locale.ROOT);
        }
        return verdict.equals(Verdict.first()) ? "first" : verdict.equals(Verdict.second()) ? "second" : "tie";
    }
}
