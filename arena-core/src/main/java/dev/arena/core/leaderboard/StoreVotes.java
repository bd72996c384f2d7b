package dev.arena.core.leaderboard;

import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The votes of a store, read once and then only what was appended since. Not safe for use by many threads. */
final class StoreVotes {
    private static final String SUPERSEDED = "superseded";
    private static final String STALE = "stale_response";
    private static final String GOLD = "gold";
    private static final String REPEAT = "repeat";

    private final ArenaStore store;
    private final StoreReading reading;
    private final StudyOfBattles studies;
    private final @Nullable ResponseStyles styles;
    private VoterRulings rulings = VoterRulings.NONE;
    private final List<CastVote> log = new ArrayList<>();
    private VoteId last = new VoteId(0);
    private long revision = -1;
    private Map<ContestantId, Contestant> contestants = Map.of();
    private Map<PromptId, Prompt> prompts = new HashMap<>();
    private Set<ResponseId> current = new HashSet<>();
    private VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
    private final Map<VoteId, Integer> places = new HashMap<>();

    StoreVotes(ArenaStore store) {
        this(store, StoreReading.USUAL);
    }

    /** Votes through some view. */
    StoreVotes(ArenaStore store, StoreReading reading) {
        this.store = store;
        this.reading = reading;
        this.studies = new StudyOfBattles(store.studies());
        this.styles = reading.styles() ? new ResponseStyles(store.catalog()) : null;
    }

    /** Reads what is new; afterwards everything committed before the call is counted. */
    void refresh() {
        long now = store.revision();
        while (now != revision) {
            store.votes().scan(last, this::append);
            long after = store.revision();
            if (after == now) {
                // A vote adds one to the revision; anything more was a change of the catalog.
                // or of decisions on voters
                boolean votesOnly = revision >= 0 && now - revision == log.size() - table.size();
                makeRows(votesOnly);
                revision = now;
            }
            now = after;
        }
    }

    private void append(CastVote cast) {
        log.add(cast);
        last = cast.vote().id();
    }

    /** Makes the rows of what was appended; of the whole log where the catalog changed. */
    private void makeRows(boolean votesOnly) {
        if (!votesOnly) {
            readCatalog();
            table = emptyTable();
            places.clear();
        }
        List<CastVote> unmade = log.subList(table.size(), log.size());
        if (styles != null) {
            styles.read(unmade);
        }
        for (CastVote cast : unmade) {
            VoteId replaced = cast.vote().supersedes();
            if (replaced != null && places.containsKey(replaced)) {
                table.exclude(places.get(replaced), SUPERSEDED);
            }
            places.put(cast.vote().id(), table.size());
            table.add(
                    rated(cast),
                    exclusion(cast),
                    styles == null ? null : styles.of(cast.battle()),
                    scheduled(cast.battle()),
                    reading.reweight() ? cast.battle().draft().pickProbability() : null);
            studies.key(cast.battle()).ifPresent(study -> table.file(table.size() - 1, study));
        }
    }

    private VoteTable emptyTable() {
        VoteTable empty = new VoteTable(VoteNeeds.EVERYTHING);
        if (!rulings.isEmpty()) {
            empty.decide(reading.quality() ? VoteTable.Decided.APPLIED : VoteTable.Decided.IGNORED);
        }
        return empty;
    }

    /** Why a vote is not rated; empty where it is. */
    private String exclusion(CastVote cast) {
        StudyPart part = cast.battle().draft().origin().part();
        if (part == StudyPart.GOLD || part == StudyPart.REPEAT) {
            return part == StudyPart.GOLD ? GOLD : REPEAT;
        }
        return stale(cast.battle()) ? STALE : ruling(cast).exclusion();
    }

    private VoterRulings.Ruling ruling(CastVote cast) {
        if (!reading.quality() || rulings.isEmpty()) {
            return VoterRulings.FULL;
        }
        return rulings.of(cast.vote().judge(), studies.of(cast.battle()));
    }

    private void readCatalog() {
        rulings = VoterRulings.of(store.quality().listDecisions());
        contestants = store.catalog().contestantsById();
        prompts = new HashMap<>();
        store.catalog().listPrompts().forEach(prompt -> prompts.put(prompt.id(), prompt));
        current = new HashSet<>();
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            current.add(head.id());
        }
    }

    /** The revision that was read last. */
    long revision() {
        return revision;
    }

    /** Names of all contestants. */
    List<String> contestantNames() {
        return contestants.values().stream().map(Contestant::name).toList();
    }

    /** Lengths of the responses that were read, by contestant; none where styles are not read. */
    Map<String, LeaderboardService.Lengths> lengths() {
        Map<String, LeaderboardService.Lengths> lengths = new TreeMap<>();
        if (styles != null) {
            styles.lengths().forEach((contestant, known) -> lengths.put(name(contestant), known));
        }
        return lengths;
    }

    /** Every vote of the log in order, each with the reason why it is not rated, if there is one. It grows with the log. */
    VoteTable table() {
        return table;
    }

    /** The table as it was when a row was the last of the log; what was superseded later counts. */
    VoteTable tableThrough(VoteId row) {
        if (row.compareTo(last) >= 0) {
            return table();
        }
        VoteTable prefix = emptyTable();
        for (CastVote cast : log) {
            if (cast.vote().id().compareTo(row) > 0) {
                break;
            }
            VoteId replaced = cast.vote().supersedes();
            if (replaced != null && places.containsKey(replaced)) {
                prefix.exclude(places.get(replaced), SUPERSEDED);
            }
            prefix.add(rated(cast), exclusion(cast));
        }
        return prefix;
    }

    private boolean stale(Battle battle) {
        for (Seat seat : battle.seats()) {
            if (seat.response() != null && !current.contains(seat.response())) {
                return true;
            }
        }
        return false;
    }

    /** What tells the battles of runs apart; 0 for all others. */
    private static int scheduled(Battle battle) {
        return battle.draft().origin().run() == null
                ? 0
                : Math.toIntExact(battle.id().value());
    }

    private RatedVote rated(CastVote cast) {
        Battle battle = cast.battle();
        List<String> models =
                battle.seats().stream().map(seat -> name(seat.contestant())).toList();
        PromptId promptId = battle.draft().prompt();
        Prompt prompt = promptId == null ? null : prompts.get(promptId);
        Integer turn = battle.draft().tags().turn();
        RatedVote.Context context = new RatedVote.Context(
                cast.judge().name(),
                cast.judge().kind(),
                prompt == null ? null : prompt.key(),
                turn == null ? 0 : turn,
                either(
                        battle.draft().tags().category(),
                        prompt == null ? null : prompt.text().category()),
                either(
                        battle.draft().tags().language(),
                        prompt == null ? null : prompt.text().language()),
                cast.vote().draft().castAt().toEpochMilli(),
                battle.draft().origin().run() == null
                        ? null
                        : battle.draft().origin().run().value());
        return new RatedVote(
                models,
                cast.vote().verdict(),
                cast.vote().draft().count(),
                weight(cast),
                orderShown(cast),
                context,
                null);
    }

    /** What is left out weighs nothing anyway. */
    private double weight(CastVote cast) {
        double weight = ruling(cast).weight();
        return weight == 0 ? 1 : weight;
    }

    /** A rule of the arena shows nobody anything, so a position means nothing to it. */
    private static boolean orderShown(CastVote cast) {
        return cast.judge().kind() != JudgeKind.RULE
                && cast.battle().draft().tags().orderKnown();
    }

    private String name(ContestantId id) {
        Contestant contestant = contestants.get(id);
        if (contestant == null) {
            throw new IllegalStateException("vote on an unknown contestant " + id.value() + "; run 'arena verify'");
        }
        return contestant.name();
    }

    private static @Nullable String either(@Nullable String own, @Nullable String prompts) {
        return own != null ? own : prompts;
    }
}
