package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Run;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of a run that somebody looks at: its plan, its names, and its newest index. Safe for use by many threads. */
final class WatchedRun {
    /** An index costs at most this share of the time. */
    private static final int PAUSE = 5;

    private final ArenaStore store;
    private final InstantSource clock;
    private final Run run;
    private final @Nullable Tournament tournament;
    private final @Nullable Plan plan;
    private final @Nullable CaseMaker cases;
    private final Speeds speeds = new Speeds();
    private final Map<PromptId, Prompt> prompts = new HashMap<>();
    private final Map<ContestantId, Contestant> contestants = new HashMap<>();
    private State state;

    /**
     * The run at one moment.
     *
     * @param revision of the store, read before the index
     * @param judges by the store's key: those of the tournament in its order, then others that voted
     */
    record State(RunIndex index, long revision, Map<Long, Judge> judges, Instant builtAt, Duration cost) {}

    WatchedRun(ArenaStore store, InstantSource clock, Run run) {
        this.store = store;
        this.clock = clock;
        this.run = run;
        this.tournament = tournament(run);
        this.plan = plan(store, clock, run);
        this.cases = plan == null ? null : new CaseMaker(plan, store.catalog());
        this.state = read();
    }

    private static @Nullable Tournament tournament(Run run) {
        try {
            return TournamentReader.read(run);
        } catch (UsageException older) {
            return null;
        }
    }

    private static @Nullable Plan plan(ArenaStore store, InstantSource clock, Run run) {
        try {
            return new RunRegistry(store, clock).plan(run);
        } catch (UsageException changed) {
            return null;
        }
    }

    Run run() {
        return run;
    }

    /** Its tournament; null where this version cannot read it. */
    @Nullable
    Tournament tournament() {
        return tournament;
    }

    /** Its plan; null where the database no longer holds what it was planned over. */
    @Nullable
    Plan plan() {
        return plan;
    }

    /** Makes what a judge is given; null where there is no plan. */
    @Nullable
    CaseMaker cases() {
        return cases;
    }

    synchronized State state() {
        return state;
    }

    Speeds speeds() {
        return speeds;
    }

    /** Reads it again where the store has moved and reading would not take too much of the time. */
    synchronized boolean refresh() {
        boolean due =
                !clock.instant().isBefore(state.builtAt().plus(state.cost().multipliedBy(PAUSE)));
        if (!due || store.revision() == state.revision()) {
            return false;
        }
        state = read();
        return true;
    }

    private State read() {
        Instant begun = clock.instant();
        long revision = store.revision();
        RunIndex index = RunIndex.load(store, run.id());
        Map<Long, Judge> judges = judges(index);
        Instant ended = clock.instant();
        speeds.seen(ended, index);
        return new State(index, revision, judges, ended, Duration.between(begun, ended));
    }

    private Map<Long, Judge> judges(RunIndex index) {
        Map<Long, Judge> judges = new LinkedHashMap<>();
        for (JudgeDraft draft : drafts()) {
            store.judges().find(draft).ifPresent(judge -> judges.put(judge.id().value(), judge));
        }
        store.judges().listJudges().stream()
                .filter(judge -> index.tallies().containsKey(judge.id().value()))
                .sorted(Comparator.comparing(Judge::id))
                .forEach(judge -> judges.putIfAbsent(judge.id().value(), judge));
        return judges;
    }

    /** The judges of the tournament, those included that nothing is stored of. */
    List<JudgeDraft> drafts() {
        List<JudgeDraft> drafts = new ArrayList<>();
        if (tournament != null) {
            tournament.judges().stream().map(JudgeSetup::identity).forEach(drafts::add);
        }
        return drafts;
    }

    /** Whether a scripted judge takes part. */
    boolean simulated() {
        return drafts().stream().map(JudgeDraft::kind).anyMatch(JudgeKind::simulated)
                || state().judges().values().stream().map(Judge::kind).anyMatch(JudgeKind::simulated);
    }

    /** A prompt; all are read once, and again where one is new. */
    Prompt prompt(PromptId id) {
        synchronized (prompts) {
            Prompt known = prompts.get(id);
            if (known == null) {
                store.catalog().listPrompts().forEach(prompt -> prompts.put(prompt.id(), prompt));
                known = Optional.ofNullable(prompts.get(id)).orElseThrow();
            }
            return known;
        }
    }

    /** The name of a contestant. */
    String name(ContestantId id) {
        synchronized (contestants) {
            Contestant known = contestants.get(id);
            if (known == null) {
                contestants.putAll(store.catalog().contestantsById());
                known = Optional.ofNullable(contestants.get(id)).orElseThrow();
            }
            return known.name();
        }
    }
}
