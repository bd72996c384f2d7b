package dev.arena.core.store;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.util.List;
import java.util.Map;

/** Contestants, prompts and responses to store together, in the order of their file. */
public record CatalogBatch(List<NewContestant> contestants, List<NewPrompt> prompts, List<NewResponse> responses) {
    public CatalogBatch {
        contestants = List.copyOf(contestants);
        prompts = List.copyOf(prompts);
        responses = List.copyOf(responses);
    }

    /** Where a row came from, for messages. */
    public record Origin(String file, long line) {}

    /** A contestant and what is known about it; facts may be empty. */
    public record NewContestant(String name, Map<String, String> facts) {}

    /** A prompt under its key; empty turns mean that only the key is known. */
    public record NewPrompt(Origin origin, String key, PromptText text) {}

    /** A response of a contestant, who is made when new, to a prompt named by its key. */
    public record NewResponse(Origin origin, String promptKey, String contestant, ResponseText text) {}
}
