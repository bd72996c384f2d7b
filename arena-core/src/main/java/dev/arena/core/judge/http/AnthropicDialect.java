package dev.arena.core.judge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.judge.ChatModel;
import dev.arena.core.judge.Question;
import dev.arena.core.model.JudgeCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages: the system text stands beside the turns, a reply is a list of blocks of which the texts are read. */
final class AnthropicDialect implements Dialect {
    private static final String VERSION = "2023-06-01";
    private static final List<String> CUT_OFF = List.of("max_tokens", "model_context_window_exceeded");

    @Override
    public String path() {
        return "/messages";
    }

    @Override
    public Map<String, String> headers(@Nullable String key) {
        return key == null
                ? Map.of("anthropic-version", VERSION)
                : Map.of("anthropic-version", VERSION, "x-api-key", key);
    }

    @Override
    public String request(Sampling sampling, Question question) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("model", sampling.model());
        if (question.system() != null) {
            body.put("system", question.system());
        }
        Dialect.addTurns(body.putArray("messages"), question);
        Dialect.addSampling(body, sampling);
        return body.toString();
    }

    @Override
    public ChatModel.Answer reply(String body, int attempts) {
        JsonNode root = Dialect.tree(body);
        if (root == null || !root.path("content").isArray()) {
            return Dialect.unknown(body, "a message", attempts);
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode block : root.path("content")) {
            if (block.path("type").asText("").equals("text")) {
                text.append(block.path("text").asText(""));
            }
        }
        String model = Dialect.textOrNull(root.path("model"));
        JudgeCall.Usage usage = usage(root.path("usage"));
        String reason = root.path("stop_reason").asText("");
        if (reason.equals("refusal")) {
            return new ChatModel.Answer(
                    ChatModel.Ending.REFUSED, text.toString(), List.of(), "the model refused", model, usage, attempts);
        }
        ChatModel.Ending ending = CUT_OFF.contains(reason) ? ChatModel.Ending.CUT_OFF : ChatModel.Ending.COMPLETE;
        return new ChatModel.Answer(ending, text.toString(), List.of(), null, model, usage, attempts);
    }

    /** Tokens read from or written to a cache are tokens sent. */
    private static JudgeCall.Usage usage(JsonNode usage) {
        Long sent = Dialect.count(usage.path("input_tokens"));
        if (sent != null) {
            sent += usage.path("cache_creation_input_tokens").asLong(0)
                    + usage.path("cache_read_input_tokens").asLong(0);
        }
        return new JudgeCall.Usage(sent, Dialect.count(usage.path("output_tokens")));
    }
}
