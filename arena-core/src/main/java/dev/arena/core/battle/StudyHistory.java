package dev.arena.core.battle;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one voter was shown in one study and what came of it; read from the store once, then kept up to date. Its lock also keeps
 * two requests of one voter apart.
 */
final class StudyHistory {
    private final StudyId study;
    private final JudgeId voter;
    private final Map<BattleId, Entry> entries = new LinkedHashMap<>();
    private @Nullable SeenMatchups seen;
    private boolean loaded;

    /** Whose history. */
    record Key(StudyId study, JudgeId voter) {}

    /** What a battle showed. */
    record Shown(BattleId id, @Nullable PromptId prompt, List<Seat> seats) {
        /** How a repeat names the battle that it repeats. */
        String source() {
            return String.valueOf(id.value());
        }

        private List<ResponseId> responses() {
            return seats.stream().map(Seat::response).filter(Objects::nonNull).toList();
        }
    }

    /** One battle: as much of it as is needed here, since a voter may have thousands. */
    private static final class Entry {
        private final Shown shown;
        private final String matchup;
        private final StudyPart part;
        /** For a repeat the battle that it repeats. */
        private final @Nullable String source;

        private final CurrentVote vote = new CurrentVote();
        private boolean expired;

        Entry(Battle battle) {
            this.shown = new Shown(battle.id(), battle.draft().prompt(), battle.seats());
            this.matchup = battle.draft().matchupKey();
            BattleStudy place = Objects.requireNonNull(battle.draft().origin().study(), "a battle of a study");
            this.part = place.part();
            this.source = part == StudyPart.REPEAT ? place.source() : null;
        }
    }

    StudyHistory(Key key) {
        this.study = key.study();
        this.voter = key.voter();
    }

    /** Reads the store when nothing was read yet. */
    synchronized void load(ArenaStore store) {
        if (loaded) {
            return;
        }
        for (Battle battle : store.battles().listDrawnFor(voter, study)) {
            drawn(battle);
            store.votes().findCurrent(battle.id(), voter).ifPresent(vote -> stored(battle, vote));
        }
        loaded = true;
    }

    /** A battle was drawn for this voter. */
    synchronized void drawn(Battle battle) {
        if (entries.putIfAbsent(battle.id(), new Entry(battle)) == null && seen != null) {
            mark(seen, entry(battle));
        }
    }

    private Entry entry(Battle battle) {
        return Objects.requireNonNull(entries.get(battle.id()), "put when it was drawn");
    }

    /** This voter's current vote on a battle was stored. */
    synchronized void stored(Battle battle, Vote vote) {
        drawn(battle);
        Entry entry = entry(battle);
        boolean withdrawn = entry.vote.isWithdrawn();
        entry.vote.take(vote);
        boolean over = CurrentVote.isLate(vote);
        if (!withdrawn && !CurrentVote.isWithdrawal(vote) && over != entry.expired) {
            entry.expired = over;
            // A matchup whose time was over may be given to this voter once more.
            seen = null;
        }
    }

    /** Whether this voter was given the matchup of a plain battle again after its time was over. */
    synchronized boolean wasGivenAgain(Battle battle) {
        String matchup = battle.draft().matchupKey();
        return entries.values().stream()
                .anyMatch(entry -> entry.part == StudyPart.PLAIN
                        && entry.shown.id().compareTo(battle.id()) > 0
                        && entry.matchup.equals(matchup));
    }

    /** What was shown, as matchups of an index. The caller holds this object's lock while it uses the answer. */
    synchronized SeenMatchups seen(CandidateIndex index) {
        SeenMatchups known = seen;
        if (known == null || known.index() != index) {
            known = new SeenMatchups(index);
            for (Entry entry : entries.values()) {
                mark(known, entry);
            }
            seen = known;
        }
        return known;
    }

    private static void mark(SeenMatchups known, Entry entry) {
        PromptId prompt = entry.shown.prompt();
        if (prompt != null && entry.part == StudyPart.PLAIN && !entry.expired) {
            known.add(prompt, entry.shown.responses());
        }
    }

    /** The matchups that were shown in plain battles and may not be given again. */
    synchronized Set<String> seenMatchups() {
        Set<String> matchups = new HashSet<>();
        for (Entry entry : entries.values()) {
            if (entry.part == StudyPart.PLAIN && !entry.expired) {
                matchups.add(entry.matchup);
            }
        }
        return matchups;
    }

    /** The matchups that were shown as gold. */
    synchronized Set<String> goldMatchups() {
        Set<String> matchups = new HashSet<>();
        entries.values().stream()
                .filter(entry -> entry.part == StudyPart.GOLD)
                .forEach(entry -> matchups.add(entry.matchup));
        return matchups;
    }

    /** The responses that were shown in gold battles. */
    synchronized Set<ResponseId> goldResponses() {
        Set<ResponseId> responses = new HashSet<>();
        entries.values().stream()
                .filter(entry -> entry.part == StudyPart.GOLD)
                .forEach(entry -> responses.addAll(entry.shown.responses()));
        return responses;
    }

    /** Plain battles that were decided, so many battles ago or more, and were not repeated. */
    synchronized List<Shown> repeatable(int after) {
        Set<String> repeated = new HashSet<>();
        for (Entry entry : entries.values()) {
            if (entry.source != null) {
                repeated.add(entry.source);
            }
        }
        List<Shown> battles = new ArrayList<>();
        int later = entries.size();
        for (Entry entry : entries.values()) {
            later--;
            boolean holds = entry.part == StudyPart.PLAIN && entry.vote.counts();
            if (holds && later >= after && !repeated.contains(entry.shown.source())) {
                battles.add(entry.shown);
            }
        }
        return battles;
    }

    /**
     * How far this voter was when a row of the log was stored. Plain, gold and repeated battles count alike, so that the numbers do
     * not tell them apart: they count down from what is expected of all together, and stay at 1 where more of them come than that.
     *
     * @param matchups how many matchups the study has, and how many battles are expected until all were shown
     * @param wanted how many votes it wants of this voter; null for as many as come
     * @param inHand whether a battle is open
     */
    synchronized VotingProgress progress(Ahead matchups, @Nullable Integer wanted, VoteId last, boolean inHand) {
        long voted = 0;
        long closed = 0;
        long plain = 0;
        for (Entry entry : entries.values()) {
            boolean isClosed = entry.vote.isThereAt(last) && !entry.expired;
            voted += entry.vote.countsAt(last) ? 1 : 0;
            closed += isClosed ? 1 : 0;
            plain += isClosed && entry.part == StudyPart.PLAIN ? 1 : 0;
        }
        long there = plain >= matchups.plain() ? 0 : Math.max(1, matchups.expected() - closed);
        long remaining = wanted == null ? there : Math.min(there, wanted - voted);
        return new VotingProgress(voted, Math.max(inHand ? 1 : 0, remaining), wanted);
    }

    /** How many matchups there are, and how many battles are expected until all were shown. */
    record Ahead(long plain, long expected) {}
}
