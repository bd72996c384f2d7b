package dev.arena.core.leaderboard;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the ratings know of a vote of a store. */
final class CastVotes {
    private CastVotes() {}

    /**
     * A stored vote as it is rated.
     *
     * @param names of contestants
     * @param prompt of the battle; null where it has none
     * @param weight finite and at least 0
     */
    static RatedVote rated(
            CastVote cast, Function<ContestantId, String> names, @Nullable Prompt prompt, double weight) {
        Battle battle = cast.battle();
        List<String> models = battle.seats().stream()
                .map(seat -> names.apply(seat.contestant()))
                .toList();
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
                models, cast.vote().verdict(), cast.vote().draft().count(), weight, orderShown(cast), context, null);
    }

    /**
     * Why votes on a battle are not rated, whoever cast them; empty where nothing speaks against them.
     *
     * @param current the newest versions of responses, at least those of the battle
     * @param leaking battles that were shown with leaks in them, at least this one if it was
     */
    static String exclusion(Battle battle, Set<ResponseId> current, Set<BattleId> leaking) {
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

    /** A rule of the arena shows nobody anything, so a position means nothing to it. */
    private static boolean orderShown(CastVote cast) {
        return cast.judge().kind() != JudgeKind.RULE
                && cast.battle().draft().tags().orderKnown();
    }

    private static @Nullable String either(@Nullable String own, @Nullable String prompts) {
        return own != null ? own : prompts;
    }
}
