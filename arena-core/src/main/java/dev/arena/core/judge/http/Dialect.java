package dev.arena.core.judge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.judge.ChatModel;
import dev.arena.core.judge.Question;
import dev.arena.core.model.JudgeCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one kind of endpoint words requests and replies. */
interface Dialect {
    /** No reply has more tokens; what says otherwise is no count, and a sum of such numbers would overflow. */
    long MOST_TOKENS = 1_000_000_000_000L;

    ObjectMapper MAPPER = new ObjectMapper();

    /** What follows the base address. */
    String path();

    /** Headers of a request; the key is null where none is needed. */
    Map<String, String> headers(@Nullable String key);

    /** The body of a request. */
    String request(Sampling sampling, Question question);

    /** What a reply of status 200 says. */
    ChatModel.Answer reply(String body, int attempts);

    /** The user's message, and the turn after it where there is one. */
    static void addTurns(ArrayNode messages, Question question) {
        messages.addObject().put("role", "user").put("content", question.user());
        Question.FollowUp followUp = question.followUp();
        if (followUp != null) {
            messages.addObject().put("role", "assistant").put("content", followUp.reply());
            messages.addObject().put("role", "user").put("content", followUp.request());
        }
    }

    /** The keys of a request that all endpoints share, and those passed through. */
    static void addSampling(ObjectNode body, Sampling sampling) {
        if (sampling.temperature() != null) {
            body.put("temperature", sampling.temperature());
        }
        body.put(sampling.length().key(), sampling.length().tokens());
        body.setAll(sampling.extra());
    }

    /** The endpoint's own words about an error, as far as it has any. */
    static String problem(String body) {
        JsonNode root = tree(body);
        JsonNode message = root == null ? null : root.path("error").path("message");
        return message != null && message.isTextual() ? message.asText() : body;
    }

    /** The object in a body; null where there is none. */
    static @Nullable JsonNode tree(String body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            return root != null && root.isObject() ? root : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** A count of 0 or more, or null. */
    static @Nullable Long count(JsonNode number) {
        boolean sane = number.canConvertToLong() && number.asLong() >= 0 && number.asLong() <= MOST_TOKENS;
        return number.isIntegralNumber() && sane ? Long.valueOf(number.asLong()) : null;
    }

    /** The text of a node, or null. */
    static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    /** What is wrong with a body of status 200 that is none of the replies known; some gateways hide errors in them. */
    private static String fault(String body, String expected) {
        JsonNode root = tree(body);
        return root != null && root.path("error").path("message").isTextual()
                ? "the endpoint answered 200 with an error: " + problem(body)
                : "the endpoint answered 200 without " + expected;
    }

    /** A body of status 200 that is none of the replies known. */
    static ChatModel.Answer unknown(String body, String expected, int attempts) {
        return new ChatModel.Answer(
                ChatModel.Ending.FAILED,
                body,
                List.of(),
                fault(body, expected),
                null,
                JudgeCall.Usage.UNKNOWN,
                attempts);
    }
}
