package dev.arena.core.judge.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the pipes: one JSON object a line. */
final class Wire {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PAIR = 2;
    private static final int SHOWN = 100;
    /** What says more is no count and no cost; sums of such numbers would overflow. */
    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private static final double MOST_USD = 1_000_000;
    private static final String WORDS = "first, second, tie, both_bad, skip";

    private Wire() {}

    /** A request in one line, without its end. */
    static String request(JudgeCase judgeCase, String id) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("id", id);
        ArrayNode asked = root.putObject("prompt").putArray("turns");
        judgeCase.prompt().turns().forEach(asked::add);
        if (judgeCase.prompt().reference() != null) {
            root.put("reference", judgeCase.prompt().reference());
        }
        ArrayNode responses = root.putArray("responses");
        int position = 0;
        for (ResponseText response : judgeCase.responses()) {
            position++;
            ObjectNode shown = responses.addObject().put("position", position);
            if (response.turns().size() == 1) {
                shown.put("text", response.turns().get(0));
            } else {
                response.turns().forEach(shown.putArray("turns")::add);
            }
        }
        root.put("seed", judgeCase.seed());
        return root.toString();
    }

    /**
     * A reply.
     *
     * @param rationale in the program's words, or null
     * @param costUsd null where the program does not tell it
     */
    record Said(
            Verdict verdict,
            @Nullable String rationale,
            JudgeCall.Usage usage,
            @Nullable Double costUsd) {}

    /** Whether a line is the reply to that request. */
    static boolean answers(String line, String id) {
        JsonNode root = tree(line);
        return root != null && root.path("id").asText("").equals(id);
    }

    /** What a line says about a case of so many positions; what cannot be read is an abstention. */
    static Said read(String line, String id, int positions) {
        JsonNode root = tree(line);
        if (root == null) {
            return new Said(unparsed("the program's line is no JSON object"), null, JudgeCall.Usage.UNKNOWN, null);
        }
        JsonNode usage = root.path("usage");
        JsonNode cost = root.path("cost_usd");
        boolean costs = cost.isNumber() && cost.asDouble() >= 0 && cost.asDouble() <= MOST_USD;
        JsonNode rationale = root.path("rationale");
        boolean answers = root.path("id").asText("").equals(id);
        return new Said(
                answers ? verdict(root, positions) : unparsed("the reply does not repeat the id of the request"),
                answers && rationale.isTextual() ? rationale.asText() : null,
                new JudgeCall.Usage(count(usage.path("prompt_tokens")), count(usage.path("completion_tokens"))),
                costs ? Double.valueOf(cost.asDouble()) : null);
    }

    private static Verdict verdict(JsonNode root, int positions) {
        int said = (root.has("verdict") ? 1 : 0) + (root.has("ranks") ? 1 : 0) + (root.has("preference") ? 1 : 0);
        if (said != 1) {
            return unparsed("a reply says one of verdict, ranks and preference, found " + said + " of them");
        }
        if (root.has("ranks")) {
            return ranks(root.get("ranks"), positions);
        }
        if (root.has("preference")) {
            return preference(root.get("preference"), positions);
        }
        String word = root.get("verdict").asText("");
        return switch (word) {
            case "first" -> winner(1, positions);
            case "second" -> winner(2, positions);
            case "tie" -> new Verdict.Ranking(Collections.nCopies(positions, 1), null);
            case "both_bad" -> Verdict.bothBad();
            case "skip" -> Verdict.abstain(AbstentionReason.SKIPPED, "the program skipped it");
            default -> unparsed("verdict '" + shown(word) + "'; allowed: " + WORDS);
        };
    }

    private static Verdict winner(int position, int positions) {
        if (positions != PAIR) {
            return unparsed("verdict of a position where " + positions + " are to be ranked; use ranks");
        }
        return position == 1 ? Verdict.first() : Verdict.second();
    }

    private static Verdict ranks(JsonNode node, int positions) {
        List<Integer> ranks = new ArrayList<>();
        for (JsonNode rank : node) {
            ranks.add(rank.isNull() ? 0 : rank.asInt(-1));
        }
        if (!node.isArray() || ranks.size() != positions) {
            return unparsed(
                    "ranks '" + shown(node.toString()) + "'; allowed: a rank for each of " + positions + " positions");
        }
        try {
            return new Verdict.Ranking(ranks, null);
        } catch (IllegalArgumentException e) {
            return unparsed(String.valueOf(e.getMessage()));
        }
    }

    private static Verdict preference(JsonNode node, int positions) {
        double first = node.isNumber() ? node.asDouble() : Double.NaN;
        if (positions != PAIR || !(first >= 0 && first <= 1)) {
            return unparsed("preference '" + shown(node.toString())
                    + "'; allowed: the share of the first of two positions, from 0 to 1");
        }
        return new Verdict.Preference(first);
    }

    private static Verdict unparsed(String detail) {
        return Verdict.abstain(AbstentionReason.UNPARSED, detail);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static @Nullable Long count(JsonNode number) {
        boolean sane = number.canConvertToLong() && number.asLong() >= 0 && number.asLong() <= MOST_TOKENS;
        return number.isIntegralNumber() && sane ? Long.valueOf(number.asLong()) : null;
    }

    private static @Nullable JsonNode tree(String line) {
        try {
            JsonNode root = MAPPER.readTree(line);
            return root != null && root.isObject() ? root : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
