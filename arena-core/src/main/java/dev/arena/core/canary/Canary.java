package dev.arena.core.canary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.Collections;
import java.util.List;

/**
 * A planted question: an honest response and a canary, in an order.
 *
 * @param promptKey the prompt's key in the database
 * @param responses in the order shown
 * @param planted the place of the canary among them, from 0
 * @param source where the honest response comes from: {@code reference}, or a contestant's name
 */
public record Canary(
        CanaryKind kind,
        String promptKey,
        PromptText prompt,
        List<ResponseText> responses,
        int planted,
        String source) {
    public Canary {
        responses = List.copyOf(responses);
    }

    /** Unique in a run: kind, prompt, place of the canary. */
    public String key() {
        return "canary/" + kind.word() + "/" + promptKey + "/" + (planted + 1);
    }

    /** What the judge was shown, for people, as JSON. */
    public String shown() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("honest", source);
        root.put("planted", planted + 1);
        ArrayNode texts = root.putArray("responses");
        responses.forEach(response -> {
            ArrayNode turns = texts.addArray();
            response.turns().forEach(turns::add);
        });
        return root.toString();
    }

    /** How a judge met it. */
    public enum Result {
        /** The honest response is better. */
        LOST,
        /** No difference was seen. */
        TIED,
        /** The canary is better. */
        WON,
        /** No verdict. */
        ABSTAINED
    }

    /** What a verdict on this question means. */
    public Result result(Verdict verdict) {
        return result(planted, verdict);
    }

    /** The right verdict on this question, in a word. */
    public String expected() {
        return planted == 0 ? "second" : "first";
    }

    /** The place of the canary in a question with that right verdict. */
    public static int plantedWhere(String expected) {
        return expected.equals("second") ? 0 : 1;
    }

    /** What a verdict means where the canary stands in that place. */
    public static Result result(int planted, Verdict verdict) {
        if (verdict instanceof Verdict.Abstention) {
            return Result.ABSTAINED;
        }
        if (verdict instanceof Verdict.BothBad) {
            return Result.TIED;
        }
        if (verdict instanceof Verdict.Preference preference) {
            int sign = Double.compare(planted == 0 ? preference.first() : 1 - preference.first(), 0.5);
            return sign > 0 ? Result.WON : sign < 0 ? Result.LOST : Result.TIED;
        }
        List<Integer> ranks = ((Verdict.Ranking) verdict).ranks();
        int own = ranks.get(planted);
        if (own != 1) {
            return Result.LOST;
        }
        return Collections.frequency(ranks, 1) == 1 ? Result.WON : Result.TIED;
    }
}
