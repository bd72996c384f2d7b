package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import org.jspecify.annotations.Nullable;

/** One row of a file, whatever its syntax. A field is absent where the row has no such field, or an empty cell, or null. */
abstract class Row {
    private final String file;
    private final long line;

    Row(String file, long line) {
        this.file = file;
        this.line = line;
    }

    /** The line on which the row begins, from 1. */
    final long line() {
        return line;
    }

    /** The text of a field exactly as it stands, an empty cell included and however long; null where there is none, or JSON null. */
    abstract @Nullable String value(String field);

    /** A list or an object; null where absent. A CSV cell holds it as JSON text. */
    abstract @Nullable JsonNode structure(String field);

    /** Whether the field holds a list rather than a text; a CSV cell never does. */
    abstract boolean isList(String field);

    /** The row for the file of rejects: an object of its fields, or its text. */
    abstract JsonNode raw();

    /** Where in the line the row is, where the line alone does not tell; else empty. */
    String whereabouts() {
        return "";
    }

    /** The same, of at most {@link Texts#LONGEST} characters. */
    final @Nullable String exact(String field) {
        String value = value(field);
        return value == null ? null : Texts.bounded(this, field, value);
    }

    /** The text of a field without spaces around it; null where absent or blank. */
    final @Nullable String text(String field) {
        String exact = exact(field);
        if (exact == null) {
            return null;
        }
        String stripped = exact.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    final boolean has(String field) {
        return text(field) != null;
    }

    /** The text of a field that must be there. */
    final String required(String field, String allowed) {
        String text = text(field);
        if (text == null) {
            throw invalid(field, null, allowed, "");
        }
        return text;
    }

    /** A problem of this row, ready to be thrown. */
    final InputException invalid(@Nullable String field, @Nullable String found, String allowed, String next) {
        String where = whereabouts();
        String full = next.isEmpty() || where.isEmpty() ? next + where : next + " " + where;
        return new InputException(new InputProblem(file, line, field, found, allowed, full));
    }
}
