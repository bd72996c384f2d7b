package dev.arena.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one value of an input.
 *
 * @param file the file as the user named it; null for values that came from elsewhere
 * @param line from 1; 0 where a line makes no sense
 * @param field the column, key or path within the line; null where the whole line is wrong
 * @param found the value found, or null where it is missing
 * @param allowed the values allowed, in words
 * @param next what to do next; may be empty
 */
public record InputProblem(
        @Nullable String file,
        long line,
        @Nullable String field,
        @Nullable String found,
        String allowed,
        String next) {
    private static final int SHOWN = 120;

    /** One sentence for a person: {@code file:line: field 'x' is 'y'; allowed: z. next}. */
    public String message() {
        StringBuilder text = new StringBuilder();
        if (file != null) {
            text.append(file);
            if (line > 0) {
                text.append(':').append(line);
            }
            text.append(": ");
        }
        text.append(field == null ? "found " : "field '" + field + "' is ");
        text.append(found == null ? "missing" : "'" + shorten(found) + "'");
        text.append("; allowed: ").append(allowed).append('.');
        if (!next.isEmpty()) {
            text.append(' ').append(next);
        }
        return text.toString();
    }

    private static String shorten(String value) {
        String flat = value.replace('\n', ' ').replace('\r', ' ');
        return flat.length() <= SHOWN ? flat : flat.substring(0, SHOWN) + "…";
    }
}
