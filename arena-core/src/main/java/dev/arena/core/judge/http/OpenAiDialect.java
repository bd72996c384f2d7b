package dev.arena.core.judge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.judge.ChatModel;
import dev.arena.core.judge.Question;
import dev.arena.core.judge.TokenChoices;
import dev.arena.core.model.JudgeCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat completions as OpenAI defined them and many servers speak them. */
final class OpenAiDialect implements Dialect {
    @Override
    public String path() {
        return "/chat/completions";
    }

    @Override
    public Map<String, String> headers(@Nullable String key) {
        return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public String request(Sampling sampling, Question question) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("model", sampling.model());
        ArrayNode messages = body.putArray("messages");
        if (question.system() != null) {
            messages.addObject().put("role", "system").put("content", question.system());
        }
        Dialect.addTurns(messages, question);
        if (sampling.seed() != null) {
            body.put("seed", sampling.seed());
        }
        if (sampling.topTokens() > 0) {
            body.put("logprobs", true);
            body.put("top_logprobs", sampling.topTokens());
        }
        Dialect.addSampling(body, sampling);
        return body.toString();
    }

    @Override
    public ChatModel.Answer reply(String body, int attempts) {
        JsonNode root = Dialect.tree(body);
        JsonNode choice = root == null ? null : root.path("choices").path(0);
        if (root == null || choice == null || !choice.path("message").isObject()) {
            return Dialect.unknown(body, "a chat completion", attempts);
        }
        JsonNode message = choice.path("message");
        JudgeCall.Usage usage = usage(root.path("usage"));
        String model = Dialect.textOrNull(root.path("model"));
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
        List<TokenChoices> tokens = tokens(choice.path("logprobs").path("content"));
        return new ChatModel.Answer(ending, text, tokens, null, model, usage, attempts);
    }

    private static List<TokenChoices> tokens(JsonNode content) {
        List<TokenChoices> tokens = new ArrayList<>();
        for (JsonNode token : content) {
            List<TokenChoices.Choice> alternatives = new ArrayList<>();
            for (JsonNode choice : token.path("top_logprobs")) {
                if (choice.path("token").isTextual() && choice.path("logprob").isNumber()) {
                    alternatives.add(new TokenChoices.Choice(
                            choice.get("token").asText(), choice.get("logprob").asDouble()));
                }
            }
            tokens.add(new TokenChoices(token.path("token").asText(""), alternatives));
        }
        return tokens;
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
        return new JudgeCall.Usage(
                Dialect.count(usage.path("prompt_tokens")), Dialect.count(usage.path("completion_tokens")));
    }
}
