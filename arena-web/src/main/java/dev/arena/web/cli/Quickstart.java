package dev.arena.web.cli;

import dev.arena.core.exchange.ImportRequest;
import dev.arena.core.exchange.ImportService;
import dev.arena.core.exchange.Source;
import dev.arena.core.model.Contestant;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.Planner;
import dev.arena.core.tournament.RunOutcome;
import dev.arena.core.tournament.RunRegistry;
import dev.arena.core.tournament.Runner;
import dev.arena.core.tournament.StopSignal;
import dev.arena.core.tournament.TournamentReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The arena that travels in the jar: prompts, responses, and a tournament whose judges need no network. */
final class Quickstart {
    private final ArenaStore store;
    private final Progress.Display display;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom chance = new SecureRandom();

    Quickstart(ArenaStore store, Progress.Display display) {
        this.store = store;
        this.display = display;
    }

    /** Stores contestants, prompts and responses. */
    void load() throws IOException {
        ImportService service = new ImportService(store, clock, chance);
        service.run(ImportRequest.of(source("contestants.jsonl"), source("prompts.jsonl")), display);
        List<Source> responses = new ArrayList<>();
        for (Contestant contestant : store.catalog().listContestants()) {
            responses.add(source("responses/" + contestant.name() + ".jsonl"));
        }
        service.run(ImportRequest.of(responses.toArray(Source[]::new)), display);
    }

    /** Runs the tournament to its end, or until it is told to stop. */
    RunOutcome judge(StopSignal stop) throws IOException {
        String text;
        try (InputStream in = open("tournament.yaml")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Plan plan = Planner.plan(TournamentReader.read("quickstart/tournament.yaml", text), store.catalog());
        RunRegistry.Entry entry = new RunRegistry(store, clock).enter(plan);
        return new Runner(store, clock, chance, Map.of()).run(plan, entry.run(), new Runner.Controls(stop, display));
    }

    private static Source source(String name) throws IOException {
        return Source.once("quickstart/" + name, open(name));
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(
                Quickstart.class.getResourceAsStream("/quickstart/" + name), "the jar lacks quickstart/" + name);
    }
}
