package dev.arena.core.tournament;

import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.RunId;
import dev.arena.core.store.ArenaStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs as pages show them, while they go on and after. Numbers and filters come from an index in memory that {@link #refresh} renews;
 * texts are read only for the one matchup that is looked at. Reads only. Safe for use by many threads.
 */
public final class RunWatch {
    private static final Duration UNUSED = Duration.ofMinutes(2);
    private static final int PAUSE = 5;

    private final ArenaStore store;
    private final InstantSource clock;
    private final Map<RunId, Open> open = new ConcurrentHashMap<>();
    private long revision = 1;
    private Map<RunId, Long> ends = Map.of();
    private List<RunId> runs = List.of();
    private @Nullable Heads heads;

    /** A run that was asked for, and when. */
    private record Open(WatchedRun run, Instant askedAt) {}

    private record Heads(long revision, List<RunView.Head> rows, Instant builtAt, Duration cost) {}

    /** The runs of a store. */
    public RunWatch(ArenaStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        refresh();
    }

    /** Grows whenever {@link #refresh} found that a run has moved. */
    public synchronized long revision() {
        return revision;
    }

    /**
     * Looks whether the store has moved, and reads the runs again that somebody looks at. To be called about once a second.
     *
     * @return whether there is something new to show
     */
    public boolean refresh() {
        Instant now = clock.instant();
        open.values().removeIf(known -> known.askedAt().isBefore(now.minus(UNUSED)));
        boolean moved = false;
        for (Open known : open.values()) {
            moved |= known.run().refresh();
        }
        List<RunId> stored = store.runs().listIds();
        Map<RunId, Long> ended = new LinkedHashMap<>();
        open.keySet().stream()
                .sorted()
                .forEach(id -> ended.put(id, (long) store.runs().listEnds(id).size()));
        synchronized (this) {
            boolean more = !stored.equals(runs) || !ended.equals(ends) || listIsOld(now);
            runs = stored;
            ends = ended;
            revision += moved || more ? 1 : 0;
            return moved || more;
        }
    }

    private boolean listIsOld(Instant now) {
        Heads known = heads;
        if (known == null || now.isBefore(known.builtAt().plus(known.cost().multipliedBy(PAUSE)))) {
            return false;
        }
        boolean old = known.revision() != store.revision();
        heads = old ? null : known;
        return old;
    }

    /** Reads the newest run, so that the first visitor need not wait for that. */
    public void warmUp() {
        store.runs().listIds().stream().findFirst().ifPresent(run -> find(run.value()));
    }

    /** All runs, newest first. */
    public synchronized List<RunView.Head> list() {
        Heads known = heads;
        if (known == null) {
            Instant begun = clock.instant();
            long at = store.revision();
            List<RunView.Head> rows = new ArrayList<>();
            RunCount.all(store).forEach((run, count) -> rows.add(head(run, count)));
            Instant ended = clock.instant();
            known = new Heads(at, List.copyOf(rows), ended, Duration.between(begun, ended));
            heads = known;
        }
        return known.rows();
    }

    private static RunView.Head head(Run run, RunCount count) {
        return new RunView.Head(
                run.id().value(),
                run.name(),
                run.startedAt().toString(),
                count.votes(),
                count.abstentions(),
                count.calls(),
                count.knownUsd());
    }

    /** One run as it stands; empty where there is none of that id. */
    public Optional<RunView> view(String id) {
        return find(id).map(run ->
                new RunCard(store, run).view(revision(), ending(run.run().id()), clock.instant()));
    }

    private @Nullable String ending(RunId run) {
        List<RunEnd> sessions = store.runs().listEnds(run);
        if (sessions.isEmpty()) {
            return null;
        }
        RunEnd last = sessions.get(sessions.size() - 1);
        return last.detail().isEmpty() ? last.ending() : last.ending() + ": " + last.detail();
    }

    /**
     * Matchups of a run that some judge has voted on, in the order in which they were stored.
     *
     * @param after where the page before ended; null for the first page
     * @param most how many at most
     * @return empty where there is no such run
     */
    public Optional<RunView.Page> matchups(String id, RunView.Filter filter, @Nullable String after, int most) {
        return find(id).map(run -> new MatchupList(run, filter).page(after, most));
    }

    /** One matchup of a run with all its texts; empty where there is no such run or matchup. */
    public Optional<RunView.Detail> matchup(String id, String key) {
        return find(id).flatMap(run -> new MatchupTexts(store, clock, run).detail(key));
    }

    private Optional<WatchedRun> find(String id) {
        RunId key = new RunId(id);
        Open known = open.get(key);
        if (known == null) {
            Optional<Run> run = store.runs().findRun(key);
            if (run.isEmpty()) {
                return Optional.empty();
            }
            known = open.computeIfAbsent(
                    key, fresh -> new Open(new WatchedRun(store, clock, run.get()), clock.instant()));
        }
        open.put(key, new Open(known.run(), clock.instant()));
        return Optional.of(known.run());
    }
}
