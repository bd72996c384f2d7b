package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Role;
import dev.arena.core.model.StudyId;
import dev.arena.core.people.Invitations;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a wish for an invitation from its JSON object; a field of another name or type is an error. */
final class InviteBody {
    private static final List<String> FIELDS = List.of("role", "uses", "expires_at", "label");

    private InviteBody() {}

    static Invitations.Wish read(JsonNode body, @Nullable StudyId study) {
        BodyFields.requireOnly(body, FIELDS, "An invitation has no field of that name.");
        return new Invitations.Wish(
                study,
                role(body.get("role"), study),
                label(body.get("label")),
                uses(body.get("uses")),
                expiry(body.get("expires_at")));
    }

    private static boolean isMissing(@Nullable JsonNode value) {
        return value == null || value.isNull();
    }

    private static Role role(@Nullable JsonNode value, @Nullable StudyId study) {
        if (isMissing(value) && study != null) {
            return Role.VOTER;
        }
        String word = value == null ? "" : value.asText();
        for (Role role : Role.values()) {
            if (role.word().equals(word) && (role != Role.VOTER || study != null)) {
                return role;
            }
        }
        throw BodyFields.wrong("role", value, study == null ? "admin, analyst" : "admin, analyst, voter");
    }

    private static String label(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw BodyFields.wrong("label", value, "text of up to " + Invitations.LABEL_MAX + " characters");
        }
        return value.textValue();
    }

    private static @Nullable Integer uses(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw BodyFields.wrong(
                    "uses", value, "a whole number from 1 to " + Invitations.USES_MAX + ", or null for any number");
        }
        return value.intValue();
    }

    private static @Nullable Instant expiry(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw BodyFields.wrong(
                    "expires_at",
                    value,
                    "a time to come until " + Invitations.LAST_EXPIRY + ", such as 2027-01-31T12:00:00Z, or null for"
                            + " never");
        }
    }
}
