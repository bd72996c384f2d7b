package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Votes that can be selected from again and again: those of files, or of a database at one revision. Immutable. */
public final class VotePool {
    private final List<Entry> entries;
    private final Map<String, Long> unread;
    private final RatingSource source;

    VotePool(List<Entry> entries, Map<String, Long> unread, RatingSource source) {
        this.entries = List.copyOf(entries);
        this.unread = Map.copyOf(unread);
        this.source = source;
    }

    /**
     * A vote, or why it is not rated.
     *
     * @param exclusion the reason, or empty
     */
    record Entry(RatedVote vote, String exclusion, boolean simulated) {}

    /** The votes that are in a store now. */
    public static VotePool of(ArenaStore store, String version) {
        StoreVotes votes = new StoreVotes(store);
        votes.refresh();
        RatingSource source = new RatingSource("database", votes.revision(), version, votes.contestantNames());
        return new VotePool(votes.entries(), Map.of(), source);
    }

    /**
     * The votes of files.
     *
     * @param unread rows that were set aside, by reason
     */
    public static VotePool of(List<RatedVote> votes, Map<String, Long> unread, RatingSource source) {
        List<Entry> entries = new ArrayList<>(votes.size());
        for (RatedVote vote : votes) {
            entries.add(new Entry(vote, "", vote.context().judgeKind().simulated()));
        }
        return new VotePool(entries, unread, source);
    }

    /**
     * Refuses a filter that names what no vote has, or that lets none of the votes pass.
     *
     * @throws UsageException naming the filter
     */
    public void requireSome(VoteFilter filter) {
        Set<String> models = new TreeSet<>(source.contestants());
        entries.forEach(entry -> models.addAll(entry.vote().models()));
        for (String excluded : new TreeSet<>(filter.excludedModels())) {
            if (!models.contains(excluded)) {
                throw new UsageException("--exclude-models names '" + excluded
                        + "', which is not among the contestants: " + String.join(", ", models) + ".");
            }
        }
        if (!entries.isEmpty() && entries.stream().noneMatch(entry -> filter.passes(entry.vote()))) {
            throw new UsageException("no vote passes the filter " + filter.settings() + "; there are " + entries.size()
                    + " without it. Check the names, or leave a filter out.");
        }
    }

    /** Where the votes came from. */
    public RatingSource source() {
        return source;
    }

    /** Votes that pass the filter, and how many of those are left out for what reason. */
    public Selection select(VoteFilter filter) {
        Selection selection = select(entries, filter);
        new TreeMap<>(unread).forEach(selection::exclude);
        return selection;
    }

    static Selection select(List<Entry> entries, VoteFilter filter) {
        Selection selection = new Selection();
        Set<Object> ruled = new HashSet<>();
        for (Entry entry : entries) {
            if (!filter.passes(entry.vote())) {
                continue;
            }
            String exclusion = repeatsRule(entry.vote(), ruled) ? "repeated_rule" : entry.exclusion();
            if (exclusion.isEmpty()) {
                selection.add(entry.vote(), entry.simulated());
            } else {
                selection.exclude(exclusion, entry.vote().count());
            }
        }
        return selection;
    }

    /** Every run, and the voting page, may bring the same vote of a rule of the arena on a matchup; it counts once. */
    private static boolean repeatsRule(RatedVote vote, Set<Object> ruled) {
        String prompt = vote.context().prompt();
        return vote.context().judgeKind() == JudgeKind.RULE
                && prompt != null
                && !ruled.add(List.of(prompt, Set.copyOf(vote.models())));
    }
}
