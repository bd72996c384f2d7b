package dev.arena.core.leaderboard;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.store.ArenaStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
        Exclusions exclusions = new Exclusions(votes);
        Map<PromptId, Prompt> prompts = new HashMap<>();
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING);
        for (CastVote cast : votes) {
            PromptId id = cast.battle().draft().prompt();
            Prompt prompt = id == null ? null : prompts.computeIfAbsent(id, store.catalog()::getPrompt);
            int row = table.size();
            table.add(
                    CastVotes.rated(cast, contestant -> name(contestants, contestant), prompt, 1),
                    exclusions.of(cast.battle()));
            studies.key(cast.battle()).ifPresent(study -> table.file(row, study));
        }
        return table;
    }

    private static String name(Map<ContestantId, Contestant> contestants, ContestantId id) {
        return Objects.requireNonNull(contestants.get(id), "a seated contestant is stored")
                .name();
    }

    /** Why votes on battles are not rated. */
    private final class Exclusions {
        private final Set<ResponseId> current;
        private final Set<BattleId> leaking;

        Exclusions(List<CastVote> votes) {
            Set<ResponseId> responses = new HashSet<>();
            Set<BattleId> battles = new HashSet<>();
            for (CastVote cast : votes) {
                battles.add(cast.battle().id());
                for (Seat seat : cast.battle().seats()) {
                    if (seat.response() != null) {
                        responses.add(seat.response());
                    }
                }
            }
            this.current = store.catalog().findCurrent(responses);
            this.leaking = store.leaks().findFlagged(battles);
        }

        /** The word; empty where nothing speaks against the vote. */
        String of(Battle battle) {
            BattleOrigin origin = battle.draft().origin();
            StudyPart part = origin.part();
            if (part != null && origin.isPlanted()) {
                return part.word();
            }
            for (Seat seat : battle.seats()) {
                if (seat.response() != null && !current.contains(seat.response())) {
                    return Exclusion.STALE_RESPONSE.word();
                }
            }
            return leaking.contains(battle.id()) ? Exclusion.IDENTITY_LEAK.word() : "";
        }
    }
}
