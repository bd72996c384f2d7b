package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.VoterDecision;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision as an administrator sends it.
 *
 * @param voter the name of the voter
 * @param study the key of a study; null for all of the voter's votes
 * @param weight of each vote
 */
record DecisionBody(String voter, @Nullable String study, VoterDecision.Action action, double weight, String reason) {
    private static final List<String> FIELDS = List.of("voter", "study", "action", "weight", "reason");

    /** Below, a vote would count for less than the program prints. */
    private static final double LEAST_WEIGHT = 0.001;

    static DecisionBody read(JsonNode body) {
        BodyFields.requireOnly(body, FIELDS, "A decision has no field of that name.");
        VoterDecision.Action action = action(body.get("action"));
        JsonNode study = body.get("study");
        return new DecisionBody(
                text("voter", body.get("voter"), "the name of a voter, as GET /api/admin/quality lists it"),
                study == null || study.isNull() ? null : text("study", study, "the key of a study, or null"),
                action,
                weight(action, body.get("weight")),
                reason(body.get("reason")));
    }

    private static VoterDecision.Action action(@Nullable JsonNode value) {
        for (VoterDecision.Action action : VoterDecision.Action.values()) {
            if (value != null && action.word().equals(value.textValue())) {
                return action;
            }
        }
        throw BodyFields.wrong(
                "action",
                value,
                Arrays.stream(VoterDecision.Action.values())
                        .map(VoterDecision.Action::word)
                        .collect(Collectors.joining(", ")));
    }

    private static double weight(VoterDecision.Action action, @Nullable JsonNode value) {
        boolean given = value != null && !value.isNull();
        if (action != VoterDecision.Action.WEIGHT) {
            if (given) {
                throw BodyFields.wrong("weight", value, "nothing, or null: only action weight has one");
            }
            return action == VoterDecision.Action.EXCLUDE ? 0 : 1;
        }
        if (value == null || !value.isNumber() || !(value.doubleValue() >= LEAST_WEIGHT && value.doubleValue() <= 1)) {
            throw BodyFields.wrong(
                    "weight", value, "a number from " + LEAST_WEIGHT + " to 1; exclude leaves votes out");
        }
        return value.doubleValue();
    }

    private static String reason(@Nullable JsonNode value) {
        if (value == null
                || !value.isTextual()
                || !VoterDecision.REASON.matcher(value.textValue()).matches()) {
            throw BodyFields.wrong(
                    "reason",
                    value,
                    "1 to 40 small letters, digits and underscores that begin with a letter, such as gold or careless");
        }
        return value.textValue();
    }

    private static String text(String field, @Nullable JsonNode value, String allowed) {
        if (value == null || !value.isTextual() || value.textValue().isEmpty()) {
            throw BodyFields.wrong(field, value, allowed);
        }
        return value.textValue();
    }
}
