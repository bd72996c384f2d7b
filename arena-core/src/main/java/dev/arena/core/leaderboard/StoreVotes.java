package dev.arena.core.leaderboard;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The votes of a store, read once and then only what was appended since: row {@code n} of the table is vote {@code n + 1} of the log, and
 * nothing else is kept of a vote. Where a change of the catalog makes another row of one (a response has a newer version, a prompt
 * another category), all are read again. Not safe for use by many threads.
 */
final class StoreVotes {
    private static final String SUPERSEDED = Exclusion.SUPERSEDED.word();
    private static final int BATCH = 1024;
    private static final int PIECE = 1 << 16;

    private final ArenaStore store;
    private final StoreReading reading;
    private final StudyOfBattles studies;
    private final @Nullable ResponseStyles styles;
    private VoterRulings rulings = VoterRulings.NONE;
    private VoteId last = new VoteId(0);
    private long catalogRevision = -1;
    private Map<ContestantId, Contestant> contestants = Map.of();
    private Map<PromptId, Prompt> prompts = new HashMap<>();
    private Set<ResponseId> current = new HashSet<>();
    private VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
    private BoardCounts counts = new BoardCounts(table);
    private List<CastVote> unmade = new ArrayList<>();
    private boolean outdated;
    /** Why a row is left out whether or not it is superseded; 0 where it is not. */
    private Codes ownExclusion = new Codes();

    /** The vote that took the place of a row's; 0 for none. */
    private Codes replacedBy = new Codes();

    private @Nullable VoteTable frozen;
    private @Nullable VoteTable frozenOf;
    private final StoredPieces pieces;
    private @Nullable ColumnFiles files;
    private final Set<BattleId> leaking = new HashSet<>();
    private long flags;

    StoreVotes(ArenaStore store) {
        this(store, StoreReading.USUAL);
    }

    /** Votes through some view. */
    StoreVotes(ArenaStore store, StoreReading reading) {
        this(store, reading, PIECE);
    }

    /**
     * The same.
     *
     * @param piece how many votes a piece holds that is kept between starts
     */
    StoreVotes(ArenaStore store, StoreReading reading, int piece) {
        this.store = store;
        this.reading = reading;
        this.studies = new StudyOfBattles(store.studies());
        this.styles = reading.styles() ? new ResponseStyles(store.catalog()) : null;
        this.pieces = new StoredPieces(store, piece);
    }

    /**
     * Before anything is read, for a reader that stays: pieces are kept between starts, wherever the store can be written to, and rows lie
     * in files beside it.
     */
    void stay() {
        pieces.keep();
        files = store.folder().map(ColumnFiles::new).orElse(null);
        table = emptyTable(files);
        counts = new BoardCounts(table);
    }

    /** Reads what is new; afterwards everything committed before the call is counted. */
    void refresh() {
        refresh(rows -> {});
    }

    /**
     * The same.
     *
     * @param progress told after each thousand rows how many there are
     */
    void refresh(LongConsumer progress) {
        if (last.value() == 0 && reading.equals(StoreReading.USUAL)) {
            restore(progress);
        }
        do {
            if (outdated) {
                forget();
            }
            store.votes().scan(last, cast -> {
                last = cast.vote().id();
                unmade.add(cast);
                if (unmade.size() == BATCH) {
                    makeRows();
                    progress.accept(table.size());
                }
            });
            makeRows();
        } while (outdated);
    }

    /** Takes what is kept from an earlier start, where it is still true; all or nothing. */
    private void restore(LongConsumer progress) {
        readNewCatalog();
        if (!rulings.isEmpty()) {
            // rows depend on what was decided on their voters, which pieces do not know
            return;
        }
        StoredPieces.State state = new StoredPieces.State(table, counts, replacedBy, ownExclusion, catalogPrint());
        if (pieces.restore(state, progress)) {
            last = new VoteId(table.size());
        } else {
            forget();
            pieces.clear();
        }
    }

    /** What rows take from the catalog, as one text; additions to the catalog change it only where a row could differ. */
    private CatalogPrint catalogPrint() {
        return new CatalogPrint(prompts, current);
    }

    private void readNewCatalog() {
        long now = store.catalogRevision();
        if (now != catalogRevision) {
            boolean differs = readCatalog();
            catalogRevision = now;
            if (table.size() == 0) {
                table = emptyTable(files);
                counts = new BoardCounts(table);
            } else {
                outdated |= differs;
            }
        }
    }

    private void forget() {
        if (outdated) {
            pieces.clear();
        }
        outdated = false;
        table = emptyTable(files);
        counts = new BoardCounts(table);
        replacedBy = new Codes();
        ownExclusion = new Codes();
        last = new VoteId(0);
    }

    private void makeRows() {
        // after the votes were read, so that all they name is known
        readNewCatalog();
        // A flag is stored when a battle is shown, so before any vote on it.
        flags = store.leaks().scanFlagged(flags, leaking::add);
        List<CastVote> batch = unmade;
        unmade = new ArrayList<>();
        if (styles != null) {
            styles.read(batch);
        }
        batch.forEach(this::makeRow);
    }

    private void makeRow(CastVote cast) {
        VoteId replaced = cast.vote().supersedes();
        if (replaced != null) {
            int row = row(replaced);
            counts.excluding(row, SUPERSEDED);
            table.exclude(row, SUPERSEDED);
            replacedBy.set(row, Math.toIntExact(cast.vote().id().value()));
            if (rulings.isEmpty()) {
                pieces.replaced(row, table.size());
            }
        }
        int row = table.size();
        String exclusion = exclusion(cast);
        if (!exclusion.isEmpty()) {
            ownExclusion.set(row, table.exclusions.code(exclusion));
        }
        table.add(
                rated(cast),
                exclusion,
                styles == null ? null : styles.of(cast.battle()),
                scheduled(cast.battle()),
                reading.reweight() ? cast.battle().draft().pickProbability() : null);
        studies.key(cast.battle()).ifPresent(study -> table.file(row, study));
        counts.added(row);
        if (!outdated && rulings.isEmpty()) {
            pieces.added(new StoredPieces.State(table, counts, replacedBy, ownExclusion, catalogPrint()));
        }
    }

    /** Votes are numbered from 1 without gaps. */
    private static int row(VoteId vote) {
        return Math.toIntExact(vote.value() - 1);
    }

    /** Reads the catalog; whether rows that are made already would be others now. */
    private boolean readCatalog() {
        VoterRulings ruledBefore = rulings;
        rulings = VoterRulings.of(store.quality().listDecisions());
        contestants = store.catalog().contestantsById();
        Map<PromptId, Prompt> before = prompts;
        prompts = new HashMap<>();
        store.catalog().listPrompts().forEach(prompt -> prompts.put(prompt.id(), withoutTexts(prompt)));
        Set<ResponseId> currentBefore = current;
        current = new HashSet<>();
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            current.add(head.id());
        }
        boolean same = rulings.isSameAs(ruledBefore) && current.containsAll(currentBefore);
        for (Map.Entry<PromptId, Prompt> known : before.entrySet()) {
            same &= known.getValue().equals(prompts.get(known.getKey()));
        }
        return !same && table.size() > 0;
    }

    private static Prompt withoutTexts(Prompt prompt) {
        PromptText text = prompt.text();
        return new Prompt(
                prompt.id(),
                prompt.key(),
                new PromptText(List.of(), text.category(), text.language(), null, List.of()));
    }

    /** The revision that was read last. */
    long revision() {
        return catalogRevision + last.value();
    }

    /** What the default board needs of all votes. It grows with the log. */
    BoardCounts counts() {
        return counts;
    }

    /** All contestants. */
    Map<ContestantId, Contestant> contestants() {
        return contestants;
    }

    /** All prompts, without what they say. */
    Map<PromptId, Prompt> prompts() {
        return prompts;
    }

    /** The newest versions of all responses. */
    Set<ResponseId> currentResponses() {
        return current;
    }

    /** The last vote that was read. */
    VoteId last() {
        return last;
    }

    /** Names of all contestants. */
    List<String> contestantNames() {
        return contestants.values().stream().map(Contestant::name).toList();
    }

    /** Every vote of the log in order, each with the reason why it is not rated, if there is one. It grows with the log. */
    VoteTable table() {
        return table;
    }

    /** What {@link #table} holds now, for whoever reads it while votes are read. */
    VoteTable frozen() {
        VoteTable known = frozen;
        if (known == null || frozenOf != table || known.size() != table.size()) {
            known = table.frozen();
            frozen = known;
            frozenOf = table;
        }
        return known;
    }

    /** What was read so far, for whoever asks how it was earlier while votes are read. */
    Past past() {
        return new Past(
                frozen(),
                emptyTable(null),
                replacedBy.frozen(true),
                ownExclusion.frozen(true),
                revision(),
                contestantNames());
    }

    /**
     * What was read at some moment.
     *
     * @param empty to be filled
     * @param replacedBy the vote that took the place of a row's; 0 for none
     * @param own why a row is left out whether or not it is superseded; 0 where it is not
     * @param contestants names of all
     */
    record Past(VoteTable now, VoteTable empty, Codes replacedBy, Codes own, long revision, List<String> contestants) {
        /** Where these votes came from. */
        RatingSource source(String version) {
            return new RatingSource("database", revision, version, contestants);
        }

        /** The table as it was when a row was the last of the log; what was superseded later counts. To be asked for once. */
        VoteTable through(VoteId row) {
            if (row.value() >= now.size()) {
                return now;
            }
            for (int k = 0; k < row.value(); k++) {
                int by = replacedBy.get(k);
                boolean superseded = by != 0 && by <= row.value();
                int reason = own.get(k);
                empty.add(now.vote(k), superseded ? SUPERSEDED : reason == 0 ? "" : now.exclusions.name(reason));
            }
            return empty;
        }
    }

    private VoteTable emptyTable(@Nullable ColumnFiles files) {
        VoteTable empty = new VoteTable(VoteNeeds.EVERYTHING, files);
        if (!rulings.isEmpty()) {
            empty.decide(reading.quality() ? VoteTable.Decided.APPLIED : VoteTable.Decided.IGNORED);
        }
        return empty;
    }

    /** Why a vote is not rated; empty where it is. */
    private String exclusion(CastVote cast) {
        String exclusion = CastVotes.exclusion(cast.battle(), current, leaking);
        return exclusion.isEmpty() ? ruling(cast).exclusion() : exclusion;
    }

    private VoterRulings.Ruling ruling(CastVote cast) {
        if (!reading.quality() || rulings.isEmpty()) {
            return VoterRulings.FULL;
        }
        return rulings.of(cast.vote().judge(), studies.of(cast.battle()));
    }

    /** Lengths of the responses that were read, by contestant; none where styles are not read. */
    Map<String, LeaderboardService.Lengths> lengths() {
        Map<String, LeaderboardService.Lengths> lengths = new TreeMap<>();
        if (styles != null) {
            styles.lengths().forEach((contestant, known) -> lengths.put(name(contestant), known));
        }
        return lengths;
    }

    /** What tells the battles of runs apart; 0 for all others. */
    private static int scheduled(Battle battle) {
        return battle.draft().origin().run() == null
                ? 0
                : Math.toIntExact(battle.id().value());
    }

    private RatedVote rated(CastVote cast) {
        PromptId prompt = cast.battle().draft().prompt();
        return CastVotes.rated(cast, this::name, prompt == null ? null : prompts.get(prompt), weight(cast));
    }

    /** What is left out weighs nothing anyway. */
    private double weight(CastVote cast) {
        double weight = ruling(cast).weight();
        return weight == 0 ? 1 : weight;
    }

    private String name(ContestantId id) {
        Contestant contestant = contestants.get(id);
        if (contestant == null) {
            throw new IllegalStateException("vote on an unknown contestant " + id.value() + "; run 'arena verify'");
        }
        return contestant.name();
    }
}
