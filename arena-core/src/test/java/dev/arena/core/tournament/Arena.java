package dev.arena.core.tournament;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Run;
import dev.arena.core.model.VoteId;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.NewResponse;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A small arena for tests: a store, a fixed clock, and the way from a tournament's text to its outcome. */
final class Arena {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    static final Map<String, String> ENVIRONMENT = Map.of("TEST_KEY", "sk-secret");

    private static final CatalogBatch.Origin HERE = new CatalogBatch.Origin("test", 1);

    private final ArenaStore store;

    Arena() {
        this(new InMemoryArenaStore(new SplittableRandom(1)));
    }

    Arena(ArenaStore store) {
        this.store = store;
    }

    /** A tournament before one judge at that endpoint: one call at a time, no retries, a dollar for a thousand tokens in. */
    static String asking(FakeEndpoint endpoint, String more) {
        return """
                name: asked
                schedule: {type: all-pairs}
                judges:
                  - name: big
                    type: openai
                    base_url: %s
                    model: m
                    concurrency: 1
                    max_retries: 0
                    timeout_s: 30
                    nudge: false
                    price: {input_per_million: 1000, output_per_million: 0, as_of: 2026-11-01}
                %s
                """.formatted(endpoint.baseUrl(), more);
    }

    ArenaStore store() {
        return store;
    }

    /** Prompts p1, p2, …; each contestant's response is its name and the prompt's key. */
    Arena with(int prompts, String... contestants) {
        List<NewPrompt> asked = new ArrayList<>();
        List<NewResponse> answers = new ArrayList<>();
        for (int i = 1; i <= prompts; i++) {
            String category = i % 2 == 0 ? "even" : "odd";
            PromptText text = new PromptText(List.of("Question " + i), category, "en", "reference " + i, List.of());
            asked.add(new NewPrompt(HERE, "p" + i, text));
            for (String contestant : contestants) {
                answers.add(new NewResponse(HERE, "p" + i, contestant, ResponseText.of(contestant + " on p" + i)));
            }
        }
        store.catalog().apply(new CatalogBatch(List.of(), asked, answers));
        return this;
    }

    /** Gives a contestant another, or a first, response to a prompt. */
    Arena respond(String prompt, String contestant, String text) {
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(),
                        List.of(),
                        List.of(new NewResponse(HERE, prompt, contestant, ResponseText.of(text)))));
        return this;
    }

    /** Imports the quickstart arena. */
    Arena withQuickstart(Path data) {
        List<NewPrompt> prompts = new ArrayList<>();
        List<NewResponse> responses = new ArrayList<>();
        for (JsonNode row : rows(data.resolve("prompts.jsonl"))) {
            prompts.add(new NewPrompt(
                    HERE,
                    row.get("id").asText(),
                    new PromptText(
                            texts(row, "prompt"),
                            row.get("category").asText(),
                            row.get("language").asText(),
                            row.path("reference").textValue(),
                            List.of())));
        }
        try (Stream<Path> files = Files.list(data.resolve("responses"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode row : rows(file)) {
                    responses.add(new NewResponse(
                            HERE,
                            row.get("prompt_id").asText(),
                            row.get("model").asText(),
                            new ResponseText(texts(row, "response"), List.of())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.catalog().apply(new CatalogBatch(List.of(), prompts, responses));
        return this;
    }

    private static List<String> texts(JsonNode row, String single) {
        if (row.has(single)) {
            return List.of(row.get(single).asText());
        }
        List<String> turns = new ArrayList<>();
        row.get("turns").forEach(turn -> turns.add(turn.asText()));
        return turns;
    }

    private static List<JsonNode> rows(Path file) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            List<JsonNode> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                rows.add(mapper.readTree(line));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Plan plan(String yaml) {
        return Planner.plan(TournamentReader.read("t.yaml", yaml, null), store.catalog());
    }

    RunRegistry.Entry enter(Plan plan) {
        return new RunRegistry(store, CLOCK).enter(plan);
    }

    Runner runner() {
        return new Runner(
                store,
                CLOCK,
                new SplittableRandom(
                        store.votes().count() + 2 + (ProcessHandle.current().pid() << 32)),
                ENVIRONMENT);
    }

    RunOutcome run(String yaml) {
        return run(yaml, new StopSignal());
    }

    RunOutcome run(String yaml, StopSignal stop) {
        return run(plan(yaml), stop);
    }

    RunOutcome run(Plan plan, StopSignal stop) {
        return runner().run(plan, enter(plan).run(), new Runner.Controls(stop, Progress.silent()));
    }

    RunOutcome retry(String yaml) {
        Plan plan = plan(yaml);
        Run run = enter(plan).run();
        return runner().retry(plan, run, Runner.RETRIED, new Runner.Controls(new StopSignal(), Progress.silent()));
    }

    List<CastVote> votes() {
        List<CastVote> votes = new ArrayList<>();
        store.votes().scan(new VoteId(0), votes::add);
        return votes;
    }
}
