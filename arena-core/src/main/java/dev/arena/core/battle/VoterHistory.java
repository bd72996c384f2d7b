package dev.arena.core.battle;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one voter was shown and what came of it; read from the store once, then kept up to date. Its lock also keeps two requests of
 * one voter from drawing two battles at once.
 */
final class VoterHistory {
    /** Histories that are in memory, of the voters who were there last; those of studies count apart. */
    static final int KEPT = 2_000;

    private static final VoteId WHOLE_LOG = new VoteId(Long.MAX_VALUE);

    private final JudgeId voter;
    private final Map<BattleId, Entry> entries = new TreeMap<>();
    private @Nullable SeenMatchups seen;
    /** The matchups of battles with a vote, and how many of these votes count, over all that is known. */
    private @Nullable SeenMatchups closed;

    private long counted;
    private VoteId newest = new VoteId(0);
    private boolean loaded;

    /** One battle. */
    private static final class Entry {
        private final @Nullable PromptId prompt;
        private final List<ResponseId> matchup;
        private final CurrentVote vote = new CurrentVote();

        Entry(Battle battle) {
            this.prompt = battle.draft().prompt();
            this.matchup = new ArrayList<>();
            for (Seat seat : battle.seats()) {
                ResponseId response = seat.response();
                if (response != null) {
                    matchup.add(response);
                }
            }
        }
    }

    VoterHistory(JudgeId voter) {
        this.voter = voter;
    }

    /** Reads the store when nothing was read yet. */
    synchronized void load(ArenaStore store) {
        if (loaded) {
            return;
        }
        for (Battle battle : store.battles().listDrawnFor(voter, null)) {
            drawn(battle);
            store.votes().findCurrent(battle.id(), voter).ifPresent(vote -> stored(battle, vote));
        }
        loaded = true;
    }

    /** A battle was drawn for this voter. */
    synchronized void drawn(Battle battle) {
        if (entries.containsKey(battle.id())) {
            return;
        }
        Entry entry = new Entry(battle);
        entries.put(battle.id(), entry);
        if (seen != null && entry.prompt != null) {
            seen.add(entry.prompt, entry.matchup);
        }
    }

    /** This voter's current vote on a battle was stored. */
    synchronized void stored(Battle battle, Vote vote) {
        drawn(battle);
        Entry entry = entries.get(battle.id());
        if (entry == null) {
            return;
        }
        counted -= entry.vote.counts() ? 1 : 0;
        entry.vote.take(vote);
        counted += entry.vote.counts() ? 1 : 0;
        newest = newest.compareTo(vote.id()) < 0 ? vote.id() : newest;
        if (closed != null && entry.vote.isThere() && entry.prompt != null) {
            closed.add(entry.prompt, entry.matchup);
        }
    }

    /** What was shown, as matchups of an index. The caller holds this object's lock while it uses the answer. */
    synchronized SeenMatchups seen(CandidateIndex index) {
        SeenMatchups known = seen;
        if (known == null || known.index() != index) {
            known = new SeenMatchups(index);
            for (Entry entry : entries.values()) {
                if (entry.prompt != null) {
                    known.add(entry.prompt, entry.matchup);
                }
            }
            seen = known;
        }
        return known;
    }

    /** How far this voter was when a row of the log was stored. */
    synchronized VotingProgress progress(CandidateIndex index, VoteId last) {
        if (last.compareTo(newest) >= 0) {
            SeenMatchups known = closed;
            if (known == null || known.index() != index) {
                known = closedThrough(index, WHOLE_LOG);
                closed = known;
            }
            return new VotingProgress(counted, index.size() - known.size());
        }
        long voted = 0;
        for (Entry entry : entries.values()) {
            voted += entry.vote.countsAt(last) ? 1 : 0;
        }
        return new VotingProgress(
                voted, index.size() - closedThrough(index, last).size());
    }

    private SeenMatchups closedThrough(CandidateIndex index, VoteId last) {
        SeenMatchups matchups = new SeenMatchups(index);
        for (Entry entry : entries.values()) {
            if (entry.vote.isThereAt(last) && entry.prompt != null) {
                matchups.add(entry.prompt, entry.matchup);
            }
        }
        return matchups;
    }
}
