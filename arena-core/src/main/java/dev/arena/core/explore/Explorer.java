package dev.arena.core.explore;

import dev.arena.core.explore.BattlesView.Choices;
import dev.arena.core.explore.BattlesView.Filter;
import dev.arena.core.explore.BattlesView.Searched;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.StoredStudy;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Matchups and contestants of a store to look at. Lists come from an index in memory over the newest votes; texts are read for what is looked
 * at. Safe for use by many threads.
 */
public final class Explorer {
    /** Votes that lists go back to. */
    public static final long MOST_VOTES = 200_000;

    private static final int INDEXED_AT_ONCE = 500;

    private final ArenaStore store;
    private final LeaderboardService service;
    private final MatchupIndex index;
    private @Nullable Choices choices;
    private long choicesRevision = -1;

    /** Over the newest votes of a store. */
    public Explorer(ArenaStore store, LeaderboardService service) {
        this(store, service, MOST_VOTES);
    }

    Explorer(ArenaStore store, LeaderboardService service, long most) {
        this.store = store;
        this.service = service;
        this.index = new MatchupIndex(store, most);
    }

    /** Puts the words of responses that were added into the store's index; to be called where nobody waits. */
    public void readWords() {
        int read = store.search().index(INDEXED_AT_ONCE);
        while (read > 0) {
            read = store.search().index(INDEXED_AT_ONCE);
        }
    }

    /** What lists can be filtered by. */
    public synchronized Choices choices() {
        index.refresh();
        Choices known = choices;
        // A new study moves no rating, so the revision does not tell of it.
        List<String> studies =
                store.studies().list().stream().map(StoredStudy::key).sorted().toList();
        if (known == null
                || choicesRevision != store.revision()
                || !known.studies().equals(studies)) {
            choicesRevision = store.revision();
            known = readChoices(studies);
            choices = known;
        }
        return known;
    }

    private Choices readChoices(List<String> studies) {
        TreeSet<String> categories = new TreeSet<>();
        TreeSet<String> languages = new TreeSet<>();
        TreeSet<String> judges = new TreeSet<>();
        TreeSet<String> kinds = new TreeSet<>();
        for (Matchup matchup : index.all()) {
            Optional.ofNullable(index.category(matchup)).ifPresent(categories::add);
            Optional.ofNullable(index.language(matchup)).ifPresent(languages::add);
            for (Matchup.Said said : matchup.said) {
                kinds.add(said.judge().kind().word());
                if (said.judge().kind() != JudgeKind.HUMAN) {
                    judges.add(said.judge().name());
                }
            }
        }
        return new Choices(
                index.contestants().stream().map(Contestant::name).sorted().toList(),
                List.copyOf(categories),
                List.copyOf(languages),
                List.copyOf(judges),
                List.copyOf(kinds),
                studies);
    }

    /**
     * A page of matchups.
     *
     * @param after where the page before ended; null for the first page
     * @return empty where {@code after} is no such place
     */
    public synchronized Optional<BattlesView> battles(Filter filter, @Nullable String after, int most) {
        Choices known = choices();
        Optional<MatchupSearch.Place> place = after == null ? Optional.empty() : MatchupSearch.Place.of(after);
        if (after != null && place.isEmpty()) {
            return Optional.empty();
        }
        Strengths strengths = strengths(board());
        Entries entries = new Entries(index, strengths);
        MatchupSearch.Hits hits = new MatchupSearch(index, filter, strengths, store).hits(place.orElse(null), most);
        List<MatchupSearch.Hit> page = hits.page();
        return Optional.of(new BattlesView(
                page.stream().map(hit -> entries.entry(hit.matchup())).toList(),
                hits.more() ? page.get(page.size() - 1).cursor() : null,
                hits.total(),
                new Searched(index.taken(), store.votes().count()),
                known));
    }

    private Leaderboard board() {
        return service.leaderboard(LeaderboardRequest.forDatabase());
    }

    private Strengths strengths(Leaderboard board) {
        return new Strengths(board, index.contestants());
    }

    /** The matchup of a battle with all its texts; empty where no vote on such a battle is among the newest. */
    public synchronized Optional<BattleView> battle(String id) {
        index.refresh();
        Matchup matchup = id.matches("\\d{1,18}") ? index.ofBattle(Long.parseLong(id)) : null;
        if (matchup == null) {
            return Optional.empty();
        }
        Leaderboard board = board();
        Strengths strengths = strengths(board);
        return Optional.of(
                new BattleTexts(store, index, board).view(id, matchup, new Entries(index, strengths), strengths));
    }

    /** All contestants, best first. */
    public synchronized ContestantView.Everyone contestants() {
        index.refresh();
        return new Standings(store, board(), index.contestants()).everyone();
    }

    /** A contestant; empty where there is none of that name. */
    public synchronized Optional<ContestantView> contestant(String name) {
        index.refresh();
        return index.contestants().stream()
                .filter(contestant -> contestant.name().equals(name))
                .findFirst()
                .map(contestant -> new ContestantPage(store, service, index).view(contestant));
    }
}
