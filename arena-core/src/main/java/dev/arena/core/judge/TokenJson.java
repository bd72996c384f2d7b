package dev.arena.core.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Token alternatives as they lie in the log of calls: {@code [["A", [["A", -0.1], ["B", -2.3]]], …]}. */
final class TokenJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TokenJson() {}

    /** The text to store; null where there is nothing to store. */
    static @Nullable String write(List<TokenChoices> tokens) {
        if (tokens.isEmpty()) {
            return null;
        }
        ArrayNode root = MAPPER.createArrayNode();
        for (TokenChoices token : tokens) {
            ArrayNode alternatives = root.addArray().add(token.token()).addArray();
            for (TokenChoices.Choice choice : token.alternatives()) {
                alternatives.addArray().add(choice.token()).add(choice.logProbability());
            }
        }
        return root.toString();
    }

    /** Reads what {@link #write} made. */
    static List<TokenChoices> read(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try {
            List<TokenChoices> tokens = new ArrayList<>();
            for (JsonNode token : MAPPER.readTree(text)) {
                List<TokenChoices.Choice> choices = new ArrayList<>();
                for (JsonNode choice : token.get(1)) {
                    choices.add(new TokenChoices.Choice(
                            choice.get(0).asText(), choice.get(1).asDouble()));
                }
                tokens.add(new TokenChoices(token.get(0).asText(), choices));
            }
            return tokens;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored tokens of a reply cannot be read", e);
        }
    }
}
