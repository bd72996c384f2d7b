package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Votes that can be selected from again and again: those of files, or of a database at one revision. */
public final class VotePool {
    private final VoteTable table;
    private final Map<String, Long> unread;
    private final RatingSource source;
    private final boolean reweight;

    private VotePool(VoteTable table, Map<String, Long> unread, RatingSource source, boolean reweight) {
        this.table = table;
        this.unread = Map.copyOf(unread);
        this.source = source;
        this.reweight = reweight;
    }

    /** The votes that are in a store now. */
    public static VotePool of(ArenaStore store, String version) {
        return of(store, version, VoteNeeds.COUNTS);
    }

    /**
     * The votes that are in a store now.
     *
     * @param needs all is kept, but the texts of responses are read only where {@code needs.lengths()}
     */
    public static VotePool of(ArenaStore store, String version, VoteNeeds needs) {
        return of(store, version, StoreReading.of(needs));
    }

    /**
     * The votes that are in a store now.
     *
     * @param reading through which view
     */
    public static VotePool of(ArenaStore store, String version, StoreReading reading) {
        StoreVotes votes = new StoreVotes(store, reading);
        votes.refresh();
        RatingSource source = new RatingSource("database", votes.revision(), version, votes.contestantNames());
        return new VotePool(votes.table(), Map.of(), source, reading.reweight());
    }

    /**
     * The votes of a table, which is not changed any more.
     *
     * @param unread rows that were set aside, by reason
     */
    public static VotePool of(VoteTable table, Map<String, Long> unread, RatingSource source) {
        return new VotePool(table, unread, source, false);
    }

    /**
     * Refuses a filter that names what no vote has, or that lets none of the votes pass.
     *
     * @throws UsageException naming the filter
     */
    public void requireSome(VoteFilter filter) {
        Set<String> models = new TreeSet<>(source.contestants());
        models.addAll(table.contestantsOfVotes());
        for (String excluded : new TreeSet<>(filter.excludedModels())) {
            if (!models.contains(excluded)) {
                throw new UsageException("--exclude-models names '" + excluded
                        + "', which is not among the contestants: " + String.join(", ", models) + ".");
            }
        }
        long there = table.size() + table.outOfTime();
        if (there > 0 && !anyPasses(filter)) {
            throw new UsageException("no vote passes the filter " + filter.settings() + "; there are " + votes()
                    + " without it. Check the names, or leave a filter out.");
        }
    }

    private boolean anyPasses(VoteFilter filter) {
        RowFilter rows = new RowFilter(table, filter);
        for (int row = 0; row < table.size(); row++) {
            if (rows.passes(row)) {
                return true;
            }
        }
        return false;
    }

    private long votes() {
        long votes = table.outOfTime();
        for (int row = 0; row < table.size(); row++) {
            votes += table.count(row);
        }
        return votes;
    }

    /** Where the votes came from. */
    public RatingSource source() {
        return source;
    }

    /** Votes that pass the filter, and how many of those are left out for what reason. */
    public Selection select(VoteFilter filter) {
        Selection selection = select(table, filter);
        new TreeMap<>(unread).forEach(selection::exclude);
        return reweight ? PickWeights.of(selection) : selection;
    }

    /** What a filter and the ratings make of each vote; of a pool that was made of a store. */
    public VoteMarks marks(VoteFilter filter) {
        return new VoteMarks(table, filter);
    }

    static Selection select(VoteTable table, VoteFilter filter) {
        Selection selection = new Selection(table);
        RowFilter rows = new RowFilter(table, filter);
        Set<List<Integer>> ruled = new HashSet<>();
        VoterNotes voters = new VoterNotes(table);
        for (int row = 0; row < table.size(); row++) {
            if (!rows.passes(row)) {
                continue;
            }
            if (repeatsRule(table, row, ruled)) {
                selection.exclude(Exclusion.REPEATED_RULE.word(), table.count(row));
            } else if (table.exclusion(row) != 0) {
                selection.exclude(table.exclusions.name(table.exclusion(row)), table.count(row));
                voters.leftOut(row);
            } else {
                selection.add(row);
                voters.rated(row);
            }
        }
        selection.note(voters.notes());
        return selection;
    }

    /** Every run, and the voting page, may bring the same vote of a rule of the arena on a matchup; it counts once. */
    static boolean repeatsRule(VoteTable table, int row, Set<List<Integer>> ruled) {
        if (table.kind(row) != JudgeKind.RULE || table.prompt(row) == 0) {
            return false;
        }
        int[] seats = table.lineups.seats(table.lineupOf(row)).clone();
        Arrays.sort(seats);
        int[] key = Arrays.copyOf(seats, seats.length + 1);
        key[seats.length] = table.prompt(row);
        return !ruled.add(Arrays.stream(key).boxed().toList());
    }
}
