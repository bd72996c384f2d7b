package dev.arena.core.problem;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people may write in a text of their own: it is shown again, stored and exported. */
public final class FreeText {
    /** What is allowed, in words. */
    public static final String ALLOWED =
            "whole Unicode characters, and no control characters but tabs and ends of lines";

    private FreeText() {}

    /** What in a text cannot be kept, in words; null where all of it can. */
    public static @Nullable String flaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            char found = text.charAt(i);
            if (Character.isISOControl(found) && found != '\n' && found != '\r' && found != '\t') {
                return String.format(Locale.ROOT, "the control character U+%04X", (int) found);
            }
        }
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? null : "half a surrogate pair";
    }

    /**
     * What is wrong with a text.
     *
     * @param longest how many characters it may have
     * @return empty where it can be kept
     */
    public static Optional<InputProblem> problem(String field, String text, int longest) {
        if (text.length() > longest) {
            return Optional.of(problem(field, text.length() + " characters", "at most " + longest + " characters"));
        }
        String flaw = flaw(text);
        return flaw == null ? Optional.empty() : Optional.of(problem(field, flaw, ALLOWED));
    }

    private static InputProblem problem(String field, String found, String allowed) {
        return new InputProblem(null, 0, field, found, allowed, "");
    }
}
