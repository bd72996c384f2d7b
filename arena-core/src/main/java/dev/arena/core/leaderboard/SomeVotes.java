package dev.arena.core.leaderboard;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.store.ArenaStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some votes of a store, such as one voter's, as boards rate them. Nothing is read but these votes and what they name, and no table of all
 * votes is waited for.
 */
public final class SomeVotes {
    private final ArenaStore store;
    private final String version;

    /**
     * Reads from a store.
     *
     * @param version of the program, for the provenance
     */
    public SomeVotes(ArenaStore store, String version) {
        this.store = store;
        this.version = version;
    }

    /**
     * A table of these votes alone, with the exclusions of every board but one: decisions on voters take nothing from them.
     *
     * @param votes in the order of the log, none of them superseded
     */
    public Leaderboard leaderboard(List<CastVote> votes, LeaderboardRequest request) {
        long revision = store.revision();
        Selection selection = VotePool.select(table(votes), request.filter());
        RatingSource source = new RatingSource("database", revision, version, List.of());
        return LeaderboardFactory.leaderboard(selection, request, source);
    }

    private VoteTable table(List<CastVote> votes) {
        Map<ContestantId, Contestant> contestants = store.catalog().contestantsById();
        StudyOfBattles studies = new StudyOfBattles(store.studies());
        Set<ResponseId> current = store.catalog().findCurrent(responses(votes));
        Set<BattleId> leaking = store.leaks()
                .findFlagged(votes.stream().map(cast -> cast.battle().id()).collect(Collectors.toSet()));
        Map<PromptId, Prompt> prompts = new HashMap<>();
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
        for (CastVote cast : votes) {
            PromptId id = cast.battle().draft().prompt();
            Prompt prompt = id == null ? null : prompts.computeIfAbsent(id, store.catalog()::getPrompt);
            int row = table.size();
            table.add(
                    CastVotes.rated(cast, contestant -> name(contestants, contestant), prompt, 1),
                    CastVotes.exclusion(cast.battle(), current, leaking));
            studies.key(cast.battle()).ifPresent(study -> table.file(row, study));
        }
        return table;
    }

    private static Set<ResponseId> responses(List<CastVote> votes) {
        Set<ResponseId> responses = new HashSet<>();
        for (CastVote cast : votes) {
            for (Seat seat : cast.battle().seats()) {
                if (seat.response() != null) {
                    responses.add(seat.response());
                }
            }
        }
        return responses;
    }

    private static String name(Map<ContestantId, Contestant> contestants, ContestantId id) {
        return Objects.requireNonNull(contestants.get(id), "a seated contestant is stored")
                .name();
    }
}
