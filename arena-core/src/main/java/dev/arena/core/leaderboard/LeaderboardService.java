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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaderboards of a store. A table computed after a vote was acknowledged counts that vote. Tables are kept until the store changes,
 * so many readers cost one computation, and who asks for one that is kept never waits for another one. Safe for use by many threads.
 */
public final class LeaderboardService {
    private static final int KEPT = 64;

    /** A method that needs the order of votes takes some ten seconds for so many, counted again for each resample. */
    private static final long MOST_READS = 500_000_000;

    /** Passes over all votes that go on at a time: each takes memory that grows with them. */
    private static final int MOST_PASSES = 2;

    private static final LeaderboardRequest WITHOUT_INTERVALS = withoutIntervals();

    private final ArenaStore store;
    private final long mostReads;
    private final Factory factory;
    private final LiveBoard live;
    private final SharedVotes votes;
    /** The same votes with the styles of their responses; read when a table first asks for them. */
    private final SharedVotes styled;

    private final String version;
    private final SharedAnswers<LeaderboardRequest, Leaderboard> answers = new SharedAnswers<>(KEPT);
    private final Semaphore passes = new Semaphore(MOST_PASSES, true);
    private volatile @Nullable Counting starting;

    /**
     * How far the votes of a long log were read; tables wait for all of them.
     *
     * @param counted votes read
     * @param votes votes in the log
     */
    public record Counting(long counted, long votes) {}

    /** Makes a table of the votes that are rated. */
    interface Factory {
        /** As {@link LeaderboardFactory#leaderboard(Selection, LeaderboardRequest, RatingSource)}. */
        Leaderboard make(Selection selection, LeaderboardRequest request, RatingSource source);
    }

    /**
     * Leaderboards of a store.
     *
     * @param version of the program, for the provenance
     */
    public LeaderboardService(ArenaStore store, String version) {
        this(store, version, MOST_READS, LeaderboardFactory::leaderboard);
    }

    LeaderboardService(ArenaStore store, String version, long mostReads, Factory factory) {
        this.mostReads = mostReads;
        this.factory = factory;
        this.store = store;
        this.live = new LiveBoard(store);
        StoreVotes staying = new StoreVotes(store);
        staying.stay();
        this.votes = new SharedVotes(store, staying, version);
        this.styled = new SharedVotes(store, new StoreVotes(store, new StoreReading(true, true, false)), version);
        this.version = version;
    }

    /** Reads the votes, so that no later call has to wait for all of them. */
    public void prepare() {
        long all = store.votes().count();
        starting = all > SharedVotes.LONG_LOG ? new Counting(0, all) : null;
        try {
            boolean unused = votes.ask(read -> {
                live.start(read);
                return true;
            });
        } finally {
            starting = null;
        }
    }

    /** How far a long log is being read; empty where none is. */
    public Optional<Counting> counting() {
        return votes.counting().or(() -> Optional.ofNullable(starting));
    }

    /**
     * One table over everything committed so far.
     *
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed
     */
    public Leaderboard leaderboard(LeaderboardRequest request) {
        return answers.get(store.revision(), request, () -> leaderboardOnce(request));
    }

    /**
     * One table over everything committed so far, with what it was computed from.
     *
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed, or names a jury
     */
    public BoardEvidence evidence(LeaderboardRequest request) {
        if (request.jury().folds()) {
            throw new UsageException(
                    "What stands behind a table is told of votes as they were cast; leave the jury out.");
        }
        Leaderboard known = leaderboard(request);
        SharedVotes.Moment moment = votes(request).moment();
        return pass(() -> {
            Selection selection = VotePool.select(moment.table(), request.filter());
            boolean same = Objects.equals(
                    known.provenance().revision(), moment.source().revision());
            Leaderboard board = same ? known : factory.make(affordable(selection, request), request, moment.source());
            return LeaderboardFactory.evidence(board, selection, request, moment.source());
        });
    }

    /**
     * One table that nobody is expected to ask for again, such as a step of a history; it is not kept.
     *
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed
     */
    public Leaderboard leaderboardOnce(LeaderboardRequest request) {
        SharedVotes.Moment moment = votes(request).moment(request);
        return moment.counted()
                .orElseGet(() -> pass(() -> {
                    Selection selection = VotePool.select(moment.table(), request.filter());
                    return factory.make(affordable(selection, request), request, moment.source());
                }));
    }

    /** From when to when the votes were cast that pass a filter. */
    public VoteSpans spans(VoteFilter filter) {
        VoteTable table = votes.moment().table();
        return pass(() -> VoteSpans.of(VotePool.select(table, filter)));
    }

    /** All votes as they are now, which stay so whatever is voted meanwhile. */
    public VotePool copy() {
        SharedVotes.Moment moment = votes.moment();
        return VotePool.of(moment.table(), Map.of(), moment.source());
    }

    /**
     * One table as it was when a row was the last of the log of votes, under today's catalog; it is not kept.
     *
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed
     */
    public Leaderboard leaderboardThrough(LeaderboardRequest request, VoteId row) {
        return votes.counted(request, row).orElseGet(() -> {
            StoreVotes.Past past = votes.ask(StoreVotes::past);
            return pass(() ->
                    factory.make(VotePool.select(past.through(row), request.filter()), request, past.source(version)));
        });
    }

    /** Does what takes a pass over all votes; never while one waits for another. */
    private <T> T pass(Supplier<T> work) {
        passes.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            passes.release();
        }
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
    public Choices choices() {
        return votes.ask(read -> new Choices(
                List.copyOf(read.counts().values(Facet.JUDGE_KIND)),
                List.copyOf(read.counts().values(Facet.CATEGORY)),
                List.copyOf(read.counts().values(Facet.LANGUAGE))));
    }

    /** Names of the judges of all votes so far, sorted: there may be very many. */
    public Set<String> judges() {
        return votes.ask(read -> read.counts().values(Facet.JUDGE));
    }

    /** What filters can be set to. */
    public record Choices(List<String> judgeKinds, List<String> categories, List<String> languages) {}

    /** Other tables may wait for this one, so one that would take minutes is not begun. */
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
    public Map<String, Lengths> lengths() {
        return styled.ask(StoreVotes::lengths);
    }

    /** The votes that a table needs, all of them. */
    private SharedVotes votes(LeaderboardRequest request) {
        return request.fitting().style() == StyleChoice.OFF ? votes : styled;
    }
}
