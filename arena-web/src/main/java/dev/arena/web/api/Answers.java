package dev.arena.web.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.battle.Reveal;
import dev.arena.core.battle.ShownBattle;
import dev.arena.core.battle.VotingProgress;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.study.StudySettingsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of battles and votes. Keys and their order follow from these records alone, never from the contestants. */
final class Answers {
    private Answers() {}

    record BattleAnswer(
            String battle,
            PromptAnswer prompt,
            List<ResponseAnswer> responses,
            VotingProgress progress,
            @Nullable StudyAnswer study) {
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
                    shown.progress(),
                    shown.study() == null ? null : StudyAnswer.of(shown.study()));
        }
    }

    /** The settings under which a battle was opened, as far as its voter needs them. */
    @JsonNaming(SnakeCaseStrategy.class)
    record StudyAnswer(
            String key,
            String name,
            int guidelinesVersion,
            List<Map<String, @Nullable Object>> questions,
            boolean margin,
            long minReadingMs,
            String reveal) {
        static StudyAnswer of(StudyVersion version) {
            StudySettings settings = version.settings();
            return new StudyAnswer(
                    settings.key(),
                    settings.name(),
                    version.guidelinesVersion(),
                    settings.questions().stream()
                            .map(StudySettingsJson::question)
                            .toList(),
                    settings.margin(),
                    settings.minReadingMs(),
                    settings.reveal().word());
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
                seats.add(RevealedAnswer.of(seats.size() + 1, seat));
            }
            return new VoteAnswer(reveal.vote(), reveal.verdict(), seats, reveal.progress());
        }
    }

    /** Who stood somewhere; what is known about the contestant has the keys of the leaderboard's rows. */
    @JsonNaming(SnakeCaseStrategy.class)
    record RevealedAnswer(
            int position,
            String modelName,
            @Nullable String organization,
            @Nullable String license,
            @Nullable String price,
            @Nullable String priceInput,
            @Nullable String priceOutput,
            @Nullable Double rating,
            @Nullable Double ratingChange) {
        static RevealedAnswer of(int position, Reveal.RevealedSeat seat) {
            Map<String, String> facts = seat.facts();
            return new RevealedAnswer(
                    position,
                    seat.contestant(),
                    facts.get("organization"),
                    facts.get("license"),
                    facts.get("price"),
                    facts.get("price_input"),
                    facts.get("price_output"),
                    seat.rating(),
                    seat.ratingChange());
        }
    }

    record WithdrawalAnswer(String vote, boolean withdrawn, VotingProgress progress) {}
}
