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
import org.jspecify.annotations.Nullable;

/** Requests and replies of chat completions as JSON. */
final class ChatJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChatJson() {}

    /** The body of a request. */
    static String request(OpenAiSetup.Sampling sampling, Question question) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("model", sampling.model());
        ArrayNode messages = body.putArray("messages");
        if (question.system() != null) {
            messages.addObject().put("role", "system").put("content", question.system());
        }
        messages.addObject().put("role", "user").put("content", question.user());
        Question.FollowUp followUp = question.followUp();
        if (followUp != null) {
            messages.addObject().put("role", "assistant").put("content", followUp.reply());
            messages.addObject().put("role", "user").put("content", followUp.request());
        }
        if (sampling.temperature() != null) {
            body.put("temperature", sampling.temperature());
        }
        body.put("max_tokens", sampling.maxTokens());
        return body.toString();
    }

    /** What a reply of status 200 says. */
    static ChatModel.Answer reply(String body, int attempts) {
        JsonNode root = tree(body);
        JsonNode choice = root == null ? null : root.path("choices").path(0);
        if (root == null || choice == null || !choice.path("message").isObject()) {
            String problem = "the endpoint answered 200 without a chat completion";
            return new ChatModel.Answer(
                    ChatModel.Ending.FAILED, body, List.of(), problem, null, JudgeCall.Usage.UNKNOWN, attempts);
        }
        JsonNode message = choice.path("message");
        JudgeCall.Usage usage = usage(root.path("usage"));
        String model = root.path("model").isTextual() ? root.path("model").asText() : null;
        String text = text(message.path("content"));
        String reason = choice.path("finish_reason").asText("");
        JsonNode refusal = message.path("refusal");
        if (refusal.isTextual() && !refusal.asText().isEmpty()) {
            return new ChatModel.Answer(
                    ChatModel.Ending.REFUSED, refusal.asText(), List.of(), "the model refused", model, usage, attempts);
        }
        if (reason.equals("content_filter")) {
            return new ChatModel.Answer(
                    ChatModel.Ending.REFUSED, text, List.of(), "a content filter stopped it", model, usage, attempts);
        }
        ChatModel.Ending ending = reason.equals("length") ? ChatModel.Ending.CUT_OFF : ChatModel.Ending.COMPLETE;
        return new ChatModel.Answer(ending, text, List.of(), null, model, usage, attempts);
    }

    /** The endpoint's own words about an error, as far as it has any. */
    static String problem(String body) {
        JsonNode root = tree(body);
        JsonNode message = root == null ? null : root.path("error").path("message");
        return message != null && message.isTextual() ? message.asText() : body;
    }

    private static @Nullable JsonNode tree(String body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            return root != null && root.isObject() ? root : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        if (!content.isArray()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            text.append(part.path("text").asText(""));
        }
        return text.toString();
    }

    private static JudgeCall.Usage usage(JsonNode usage) {
        return new JudgeCall.Usage(count(usage.path("prompt_tokens")), count(usage.path("completion_tokens")));
    }

    private static @Nullable Long count(JsonNode number) {
        return number.isIntegralNumber() && number.asLong() >= 0 ? Long.valueOf(number.asLong()) : null;
    }
}
