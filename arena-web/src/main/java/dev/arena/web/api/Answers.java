package dev.arena.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.arena.core.battle.Reveal;
import dev.arena.core.battle.ShownBattle;
import dev.arena.core.battle.VotingProgress;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of battles and votes. Keys and their order follow from these records alone, never from the contestants. */
final class Answers {
    private Answers() {}

    record BattleAnswer(String battle, PromptAnswer prompt, List<ResponseAnswer> responses, VotingProgress progress) {
        static BattleAnswer of(ShownBattle shown) {
            PromptText prompt = shown.prompt();
            List<ResponseAnswer> responses = new ArrayList<>();
            for (ResponseText response : shown.responses()) {
                List<String> turns = response.turns();
                int position = responses.size() + 1;
                responses.add(new ResponseAnswer(
                        position,
                        turns,
                        turns.get(turns.size() - 1),
                        MediaAnswers.of(shown.token(), position, response.attachments())));
            }
            return new BattleAnswer(
                    shown.token(),
                    new PromptAnswer(
                            prompt.turns(),
                            prompt.category(),
                            prompt.language(),
                            MediaAnswers.of(shown.token(), 0, prompt.attachments())),
                    responses,
                    shown.progress());
        }
    }

    record PromptAnswer(
            List<String> turns,
            @Nullable String category,
            @Nullable String language,
            List<MediaAnswers.AttachmentAnswer> attachments) {}

    /** {@code content} is the last turn. */
    record ResponseAnswer(
            int position, List<String> turns, String content, List<MediaAnswers.AttachmentAnswer> attachments) {}

    record VoteAnswer(String vote, String verdict, List<RevealedAnswer> responses, VotingProgress progress) {
        static VoteAnswer of(Reveal reveal) {
            List<RevealedAnswer> seats = new ArrayList<>();
            for (Reveal.RevealedSeat seat : reveal.seats()) {
                seats.add(new RevealedAnswer(seats.size() + 1, seat.contestant(), seat.rating(), seat.ratingChange()));
            }
            return new VoteAnswer(reveal.vote(), reveal.verdict(), seats, reveal.progress());
        }
    }

    record RevealedAnswer(
            int position,
            @JsonProperty("model_name") String modelName,
            @Nullable Double rating,
            @JsonProperty("rating_change") @Nullable Double ratingChange) {}

    record WithdrawalAnswer(String vote, boolean withdrawn, VotingProgress progress) {}
}
