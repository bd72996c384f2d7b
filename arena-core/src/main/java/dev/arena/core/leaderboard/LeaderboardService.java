package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.LeaderboardRequest.StyleChoice;
import dev.arena.core.leaderboard.Selection.Facet;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.VoteId;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.ratings.uncertainty.BootstrapKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaderboards of a store. A table computed after a vote was acknowledged counts that vote. Tables are kept until the store changes,
 * so many readers cost one computation. Safe for use by many threads.
 */
public final class LeaderboardService {
    private static final int KEPT = 64;

    /** Reading so many votes takes longer than a reader should wait without a word. */
    private static final long LONG_LOG = 200_000;

    /** A method that needs the order of votes takes some ten seconds for so many, counted again for each resample. */
    private static final long MOST_READS = 500_000_000;

    private static final LeaderboardRequest WITHOUT_INTERVALS = withoutIntervals();

    private final ArenaStore store;
    private final long mostReads;
    private final LiveBoard live;
    private final StoreVotes votes;
    /** The same votes with the styles of their responses; read when a table first asks for them. */
    private @Nullable StoreVotes styled;

    private final String version;
    private final Map<LeaderboardRequest, Leaderboard> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptRevision = -1;
    private volatile @Nullable Counting counting;

    /**
     * How far the votes of a long log were read; tables wait for all of them.
     *
     * @param counted votes read
     * @param votes votes in the log
     */
    public record Counting(long counted, long votes) {}

    /**
     * Leaderboards of a store.
     *
     * @param version of the program, for the provenance
     */
    public LeaderboardService(ArenaStore store, String version) {
        this(store, version, MOST_READS);
    }

    LeaderboardService(ArenaStore store, String version, long mostReads) {
        this.mostReads = mostReads;
        this.store = store;
        this.live = new LiveBoard(store);
        this.votes = new StoreVotes(store);
        votes.stay();
        this.version = version;
    }

    /** Reads the votes, so that no later call has to wait for all of them. */
    public void prepare() {
        long all = store.votes().count();
        counting = all > LONG_LOG ? new Counting(0, all) : null;
        try {
            synchronized (this) {
                votes.refresh(counted -> counting = all > LONG_LOG ? new Counting(counted, all) : null);
                live.start(votes);
            }
        } finally {
            counting = null;
        }
    }

    /** How far {@link #prepare} is with a long log; empty before and after. */
    public Optional<Counting> counting() {
        return Optional.ofNullable(counting);
    }

    /**
     * One table over everything committed so far.
     *
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed
     */
    public synchronized Leaderboard leaderboard(LeaderboardRequest request) {
        votes.refresh();
        if (votes.revision() != keptRevision) {
            kept.clear();
            keptRevision = votes.revision();
        }
        Leaderboard known = kept.get(request);
        if (known == null) {
            known = compute(request);
            kept.put(request, known);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return known;
    }

    /**
     * One table over everything committed so far, with what it was computed from.
     *
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed, or names a jury
     */
    public synchronized BoardEvidence evidence(LeaderboardRequest request) {
        if (request.jury().folds()) {
            throw new UsageException(
                    "What stands behind a table is told of votes as they were cast; leave the jury out.");
        }
        Leaderboard board = leaderboard(request);
        StoreVotes read = votes(request);
        return LeaderboardFactory.evidence(
                board, VotePool.select(read.table(), request.filter()), request, source(read));
    }

    /**
     * One table that nobody is expected to ask for again, such as a step of a history; it is not kept.
     *
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed
     */
    public synchronized Leaderboard leaderboardOnce(LeaderboardRequest request) {
        votes.refresh();
        return compute(request);
    }

    /** From when to when the votes were cast that pass a filter. */
    public synchronized VoteSpans spans(VoteFilter filter) {
        votes.refresh();
        return VoteSpans.of(VotePool.select(votes.table(), filter));
    }

    /** A copy of all votes, for work that takes too long to keep others waiting meanwhile. */
    public synchronized VotePool copy() {
        votes.refresh();
        VoteTable all = new VoteTable(VoteNeeds.EVERYTHING);
        all.append(votes.table());
        return VotePool.of(all, Map.of(), source(votes));
    }

    /**
     * One table as it was when a row was the last of the log of votes, under today's catalog; it is not kept.
     *
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed
     */
    public synchronized Leaderboard leaderboardThrough(LeaderboardRequest request, VoteId row) {
        votes.refresh();
        if (row.compareTo(votes.last()) >= 0) {
            return compute(request);
        }
        Selection selection = VotePool.select(votes.tableThrough(row), request.filter());
        return LeaderboardFactory.leaderboard(selection, request, source(votes));
    }

    /**
     * Ratings of the default board for a database over the log up to and including a row, to a thousandth of a point. The same row
     * always gives the same numbers as long as the catalog does not change. Fast for the newest votes of voters.
     *
     * @param row below the first row: an empty log
     * @return the rating of each of the contestants that has one
     */
    public Map<ContestantId, Double> ratingsThrough(VoteId row, List<ContestantId> contestants) {
        // not under the lock of the tables, so that no voter waits for one
        return live.ratingsThrough(row, contestants).orElseGet(() -> ratingsFromTheLog(row, contestants));
    }

    private Map<ContestantId, Double> ratingsFromTheLog(VoteId row, List<ContestantId> contestants) {
        Map<String, ContestantId> byName = new HashMap<>();
        Map<ContestantId, Contestant> all = store.catalog().contestantsById();
        for (ContestantId id : contestants) {
            byName.put(
                    Objects.requireNonNull(all.get(id), "a rated contestant is stored")
                            .name(),
                    id);
        }
        Map<ContestantId, Double> ratings = new HashMap<>();
        for (LeaderboardRow line : leaderboardThrough(WITHOUT_INTERVALS, row).rows()) {
            ContestantId id = byName.get(line.modelName());
            Double rating = line.rating();
            if (id != null && rating != null) {
                ratings.put(id, LiveBoard.rounded(rating));
            }
        }
        return ratings;
    }

    private static LeaderboardRequest withoutIntervals() {
        LeaderboardRequest board = LeaderboardRequest.forDatabase();
        LeaderboardRequest.Inference full = board.inference();
        return board.with(new LeaderboardRequest.Inference(
                LeaderboardRequest.CiMethod.NONE,
                full.level(),
                full.cluster(),
                full.resamples(),
                full.seed(),
                full.rankMethod(),
                BootstrapKind.MULTINOMIAL));
    }

    /** The version of the program. */
    public String version() {
        return version;
    }

    /** Values that a filter can have over all votes so far: judge kinds and categories, sorted. */
    public synchronized Choices choices() {
        votes.refresh();
        BoardCounts counts = votes.counts();
        return new Choices(
                List.copyOf(counts.values(Facet.JUDGE_KIND)),
                List.copyOf(counts.values(Facet.CATEGORY)),
                List.copyOf(counts.values(Facet.LANGUAGE)));
    }

    /** Names of the judges of all votes so far, sorted: there may be very many. */
    public synchronized Set<String> judges() {
        votes.refresh();
        return votes.counts().values(Facet.JUDGE);
    }

    /** What filters can be set to. */
    public record Choices(List<String> judgeKinds, List<String> categories, List<String> languages) {}

    private Leaderboard compute(LeaderboardRequest request) {
        StoreVotes read = votes(request);
        return CountedBoard.leaderboard(read.counts(), request, source(read))
                .orElseGet(() -> LeaderboardFactory.leaderboard(
                        affordable(VotePool.select(read.table(), request.filter()), request), request, source(read)));
    }

    /** Other tables wait for this one, so one that would take minutes is not begun. */
    private Selection affordable(Selection selection, LeaderboardRequest request) {
        LeaderboardRequest.Inference inference = request.inference();
        boolean drawn = inference.ci() != LeaderboardRequest.CiMethod.NONE;
        long reads = selection.size() * (drawn ? inference.resamples() : 1L);
        if (reads > mostReads && MethodFactory.method(request).orderMatters()) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "--method %s reads its votes one after another%s, which takes too long here with %,d votes. Filter them,"
                            + " ask for fewer resamples or --ci none, use --method bradley-terry, or run 'arena rate' on a"
                            + " backup.",
                    request.fitting().method(),
                    drawn ? String.format(Locale.ROOT, ", %,d times over for the interval", inference.resamples()) : "",
                    selection.size()));
        }
        return selection;
    }

    /**
     * How long the responses of a contestant are that were voted on.
     *
     * @param mean of all turns, in Unicode code points
     */
    public record Lengths(double mean, long responses) {}

    /** Lengths of the responses that were voted on, by contestant; who has no text is not there. */
    public synchronized Map<String, Lengths> lengths() {
        return styledVotes().lengths();
    }

    /** The votes that a table needs, all of them. */
    private StoreVotes votes(LeaderboardRequest request) {
        return request.fitting().style() == StyleChoice.OFF ? votes : styledVotes();
    }

    private StoreVotes styledVotes() {
        StoreVotes read = styled;
        if (read == null) {
            read = new StoreVotes(store, new StoreReading(true, true, false));
            styled = read;
        }
        read.refresh();
        return read;
    }

    private RatingSource source(StoreVotes read) {
        return new RatingSource("database", read.revision(), version, read.contestantNames());
    }
}
